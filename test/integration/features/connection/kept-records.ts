import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { Database } from '#app/platform/database/client.ts';

/** Every table of ours that names a shop, read from the database itself: a table to come is in the list by itself. */
export async function tablesOfShops(pool: pg.Pool): Promise<{ table: string; column: string }[]> {
  const { rows } = await pool.query(
    `select table_name as "table", column_name as "column" from information_schema.columns
     where table_schema = 'public' and (column_name = 'shop' or (table_name = 'shop' and column_name = 'domain'))`,
  );
  return rows;
}

/** An order with its promise, the two rates that were shown for it, their trace, and its two events. */
export async function keepOrder(
  prisma: Database['prisma'],
  { shop, orderId, orderName }: { shop: string; orderId: string; orderName: string },
): Promise<void> {
  const at = new Date('2026-11-21T09:00:00Z');
  const callbackId = randomUUID();
  const quoteId = randomUUID();
  const fulfillmentOrderId = `gid://shopify/FulfillmentOrder/${orderId.split('/').at(-1)}`;
  await prisma.callback.create({
    data: {
      id: callbackId,
      shop,
      receivedAt: at,
      lines: [{ sku: 'SKU-001', quantity: 1 }],
      status: 200,
      rung: 'onestock',
      rateCount: 2,
      durationMs: 12.5,
      phasesMs: {},
      options: [],
    },
  });
  for (const id of [quoteId, randomUUID()]) {
    await prisma.shownRate.create({
      data: {
        quoteId: id,
        shop,
        callbackId,
        shownAt: at,
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
  for (const subject of [orderId, fulfillmentOrderId]) {
    await prisma.inboxEvent.create({
      data: { source: 'shopify', shop, messageId: randomUUID(), topic: 'orders/create', subject },
    });
  }
}
