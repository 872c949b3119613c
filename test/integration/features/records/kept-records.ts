import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { quotePlace, quotePrefix, toCallbackId } from '#app/features/promise/quote-id.ts';
import type { Database } from '#app/platform/database/client.ts';

/** Every table of ours that names a shop, read from the database itself: a table to come is in the list by itself. */
export async function tablesOfShops(pool: pg.Pool): Promise<{ table: string; column: string }[]> {
  const { rows } = await pool.query(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and (column_name = 'shop' or (table_name = 'shop' and column_name = 'domain'))`,
  );
  return rows;
}

/** An order with its promise, the two rates that were shown for it, their trace, and its three events. */
export async function keepOrder(
  prisma: Database['prisma'],
  { shop, orderId, orderName }: { shop: string; orderId: string; orderName: string },
): Promise<void> {
  const at = new Date('2026-11-21T09:00:00Z');
  const callbackId = toCallbackId(randomUUID());
  const answerId = randomUUID();
  const quoteId = quotePrefix(callbackId) + quotePlace(1);
  const fulfillmentOrderId = `gid://shopify/FulfillmentOrder/${orderId.split('/').at(-1)}`;
  await prisma.rateAnswer.create({
    data: {
      id: answerId,
      shop,
      composedAt: at,
      lines: [{ sku: 'SKU-001', quantity: 1 }],
      status: 200,
      rung: 'onestock',
      rateCount: 2,
      options: [],
    },
  });
  await prisma.callback.create({
    data: { id: callbackId, shop, answerId, receivedAt: at, durationMs: 12.5, phasesMs: {} },
  });
  await prisma.showing.create({ data: { callbackId, shop, answerId, shownAt: at } });
  for (const number of [1, 2]) {
    await prisma.shownRate.create({
      data: {
        answerId,
        number,
        shop,
        composedAt: at,
        basketFingerprint: 'basket',
        destinationFingerprint: 'destination',
        country: 'FR',
        postalPrefix: '75',
        code: 'STANDARD',
        name: 'Standard',
        price: 490,
        currency: 'EUR',
        locale: 'fr',
        rung: 'onestock',
      },
    });
  }
  const groups = [{ fulfillmentOrderId, source: 'checkout', quoteId, endpointId: null, promise: null }];
  await prisma.orderPromise.create({ data: { shop, orderId, orderName, firstSeenAt: at, groups } });
  await prisma.orderExport.create({
    data: { shop, orderId, deliveries: { create: { number: 1, oneStockOrderId: orderName } } },
  });
  await prisma.fulfillmentIntent.create({
    data: { shop, orderId, parcelId: 'parcel', locationId: 'location', lines: [], intendedAt: at },
  });
  await prisma.orderNote.create({ data: { shop, orderId, at, kind: 'exported', key: 'exported' } });
  const found = { causes: [{ code: 'onestock_order_missing' }], severity: 'critical', since: at, seenAt: at };
  await prisma.obstacle.create({
    data: { shop, subjectKind: 'order', subjectId: orderId, source: 'comparison', ...found },
  });
  for (const subject of [orderId, fulfillmentOrderId]) {
    await prisma.inboxEvent.create({
      data: { source: 'shopify', shop, messageId: randomUUID(), topic: 'orders/create', subject },
    });
  }
  await prisma.inboxEvent.create({
    data: {
      source: 'onestock',
      shop,
      messageId: randomUUID(),
      topic: 'order_state_changed',
      subject: orderName,
    },
  });
}
