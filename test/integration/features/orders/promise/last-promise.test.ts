import { describe, expect, it } from 'vitest';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { ordersUnderTest, PLACED, SHOP } from '#test/integration/features/orders/orders-under-test.ts';
import { freshDatabase } from '#test/support/database.ts';
import { fakeOrder, fulfillmentOrderId } from '#test/support/fake-order-shop.ts';

const { database } = await freshDatabase();

/** GIVEN an order of a collection whose promise the app has written on it. */
async function promisedOrder() {
  const lines = [{ variant: 11, quantity: 2 }];
  const code = 'COLLECT:store_1';
  const order = fakeOrder({ fulfillmentOrders: [{ number: 1, lines, code }] });
  const under = await ordersUnderTest(database, order.id);
  under.shopify.orders.set(order.id, order);
  await under.show(lines, { code, endpointId: 'store_1' });
  for (const topic of ['orders/create', 'fulfillment_orders/order_routing_complete'] as const) {
    await under.orders.noteEvent({ shop: SHOP, orderId: order.id, topic, seenAt: PLACED });
  }
  expect((await under.orders.resolvePromise(SHOP, order.id, 1))._unsafeUnwrap()).toMatchObject({
    kind: 'resolved',
  });
  return { ...under, order };
}

describe('the last promise of a shop', () => {
  it('is that of its newest order which has one, as its metafields say', async () => {
    const { orders, order } = await promisedOrder();
    const { prisma } = database;
    await prisma.orderPromise.createMany({
      data: [
        { shop: SHOP, orderId: 'newer, without one', firstSeenAt: new Date('2026-11-22T00:00:00Z') },
        {
          shop: SHOP,
          orderId: 'newer, as a fallback',
          firstSeenAt: new Date('2026-11-22T00:00:00Z'),
          state: 'resolved',
          source: 'fallback',
          resolvedAt: PLACED,
        },
      ],
    });
    const last = await orders.lastPromise(SHOP);
    expect(last?.metafields).toEqual({
      delivery_promise: order.metafields.get('delivery_promise'),
      endpoint_id: 'store_1',
      delivery_promise_source: order.metafields.get('delivery_promise_source'),
      deliveries: null,
    });
    expect(JSON.parse(last?.metafields.delivery_promise ?? '')).toHaveLength(1);
  });

  it('tells the deliveries that OneStock has, as the metafield does', async () => {
    const { orders, order } = await promisedOrder();
    const choice = { methodType: 'SHIPPING', code: 'COLLECT:store_1', locationId: null };
    const fulfillmentOrderIds = [fulfillmentOrderId(order.fulfillmentOrders[0]?.number ?? 0)];
    const items = [{ lineItemId: 'gid://shopify/LineItem/1', itemId: 'SKU-001', quantity: 2 }];
    const sent = { number: 1, oneStockOrderId: '1001', exportedAt: PLACED };
    await database.prisma.orderExport.create({
      data: {
        ...{ shop: SHOP, orderId: order.id, state: 'exported', exportedAt: PLACED },
        deliveries: { create: { ...sent, choice, fulfillmentOrderIds, items } },
      },
    });
    const last = await orders.lastPromise(SHOP);
    expect(JSON.parse(last?.metafields.deliveries ?? '')).toMatchObject([
      { onestock_order_id: '1001', endpoint_id: 'store_1', line_item_ids: ['gid://shopify/LineItem/1'] },
    ]);
    await database.prisma.orderExport.deleteMany();
  });

  it('is another shop’s for nobody', async () => {
    const { orders } = await promisedOrder();
    expect(await orders.lastPromise('other.myshopify.com' as ShopDomain)).toBeNull();
  });
});
