import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { ordersUnderTest, PLACED, SHOP } from '#test/integration/features/orders/orders-under-test.ts';
import { type FakeOrder, fakeOrder } from '#test/support/fake-order-shop.ts';
import { datesOf, promiseOf } from '#test/support/shown-rates.ts';

/** The attempt after which an order is given up. */
export const LAST = 10;
export const shirts = { variant: 11, quantity: 2 };
export const shoes = { variant: 12, quantity: 1 };
export const dated = (days: number) => datesOf(promiseOf(days));

export const down: OneStockError = { code: 'onestock_timeout', retryable: true };
export const refused: OneStockError = { code: 'onestock_credentials_refused', retryable: false };

/** Makes orders whose two events were seen. */
export function placing(database: Database) {
  return async (change: Partial<FakeOrder> = {}) => {
    const order = fakeOrder(change);
    const under = await ordersUnderTest(database, order.id);
    under.shopify.orders.set(order.id, order);
    for (const topic of ['orders/create', 'fulfillment_orders/order_routing_complete'] as const) {
      await under.orders.noteEvent({ shop: SHOP, orderId: order.id, topic, seenAt: PLACED });
    }
    const resolve = (attempt = 1) => under.orders.resolvePromise(SHOP, order.id, attempt);
    const promises = () => JSON.parse(order.metafields.get('delivery_promise') ?? 'null');
    return { ...under, order, resolve, promises };
  };
}
