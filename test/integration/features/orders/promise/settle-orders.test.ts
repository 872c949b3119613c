import { describe, expect, it } from 'vitest';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { ordersUnderTest, PLACED, SHOP } from '#test/integration/features/orders/orders-under-test.ts';
import { freshDatabase } from '#test/support/database.ts';
import { fakeOrder } from '#test/support/fake-order-shop.ts';
import { keepOrder } from '#test/support/kept-orders.ts';

const { database } = await freshDatabase();
const { pool } = database;

/** GIVEN an order that Shopify shows again, whose promise was given up while it did not; or one in another state, with no obstacle. */
async function resting(state?: string) {
  const order = fakeOrder();
  const under = await ordersUnderTest(database, order.id);
  under.shopify.orders.set(order.id, order);
  const kept = { shop: SHOP, number: Number(order.id.slice(order.id.lastIndexOf('/') + 1)), seenAt: PLACED };
  const obstacles = [{ source: 'promise', causes: [{ code: 'shopify_refused' }] }] as const;
  await keepOrder(database, {
    ...kept,
    promiseState: state ?? 'waiting',
    obstacles: state ? [] : [...obstacles],
  });
  under.clock.pass(3600);
  return { ...under, order };
}

const jobCount = async () => (await pool.query('select from graphile_worker.jobs')).rowCount;

describe('an order that needs attention', () => {
  it('is resolved at once when it is tried again, however often that is asked', async () => {
    const { orders, order, dueAt, clock, runDueJob, record, standing } = await resting();
    const asked = await Promise.all([1, 2, 3].map(() => orders.retry(SHOP, [order.id, order.id])));
    expect(asked.toSorted()).toEqual([0, 0, 1]);
    expect(await jobCount()).toBe(1);
    expect(await dueAt()).toEqual(clock.now());
    expect(await runDueJob()).toMatchObject({ kind: 'resolved' });
    expect(await record()).toMatchObject({ state: 'resolved', causes: null });
    expect(await standing()).toEqual([]);
  });

  it('rests for good once it is dismissed, unless something new happens to it', async () => {
    const { orders, order, clock, runDueJob, record, standing } = await resting();
    expect(await orders.dismiss(SHOP, [order.id])).toBe(1);
    expect(await orders.dismiss(SHOP, [order.id])).toBe(0);
    expect(await orders.retry(SHOP, [order.id])).toBe(0);
    expect(await orders.requeueStrandedOrders()).toBe(0);
    expect(await jobCount()).toBe(0);
    expect(await record()).toMatchObject({ state: 'dismissed' });
    expect(await standing()).toEqual([]);

    await orders.noteEvent({ shop: SHOP, orderId: order.id, topic: 'orders/create', seenAt: clock.now() });
    expect(await runDueJob()).toMatchObject({ kind: 'resolved' });
    expect(await record()).toMatchObject({ state: 'resolved' });
  });

  it('of another shop is out of reach', async () => {
    const { orders, order, standing } = await resting();
    const other = 'other.myshopify.com' as ShopDomain;
    expect(await orders.retry(other, [order.id])).toBe(0);
    expect(await orders.dismiss(other, [order.id])).toBe(0);
    expect(await standing()).toMatchObject([{ source: 'promise' }]);
  });
});

it.each(['waiting', 'resolved'])(
  'an order that is %s is neither tried again nor dismissed',
  async (state) => {
    const { orders, order, record } = await resting(state);
    expect(await orders.retry(SHOP, [order.id])).toBe(0);
    expect(await orders.dismiss(SHOP, [order.id])).toBe(0);
    expect(await record()).toMatchObject({ state });
  },
);
