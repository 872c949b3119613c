import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { fakeOrder } from '#test/support/fake-order-shop.ts';
import { ordersUnderTest, PLACED, SHOP } from './orders-under-test.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;

/** GIVEN an order whose first event was noted, and eleven minutes that have passed since. */
async function forgotten() {
  await pool.query('delete from graphile_worker._private_jobs');
  const order = fakeOrder();
  const under = await ordersUnderTest(database, order.id);
  await under.orders.noteEvent({ shop: SHOP, orderId: order.id, topic: 'orders/create', seenAt: PLACED });
  under.clock.pass(11 * 60);
  return { ...under, order };
}

const removeJob = () => pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
const changeJob = (change: string) => pool.query(`update graphile_worker._private_jobs set ${change}`);

async function jobs() {
  const { rows } = await pool.query(
    'select attempts, run_at as "runAt" from graphile_worker.jobs order by id',
  );
  return rows;
}

describe('an order that waits for more than ten minutes', () => {
  it('gets a job when it has none, and is resolved by it', async () => {
    const { orders, shopify, order, runDueJob, record, clock, dueAt } = await forgotten();
    shopify.orders.set(order.id, order);
    await removeJob();
    expect(await orders.requeueStrandedOrders()).toBe(1);
    expect(await dueAt()).toEqual(clock.now());
    expect(await runDueJob()).toMatchObject({ kind: 'resolved' });
    expect(await record()).toMatchObject({ state: 'resolved' });
    expect(await orders.requeueStrandedOrders()).toBe(0);
  });

  it('gets another job when its own is used up', async () => {
    const { orders, clock } = await forgotten();
    await changeJob('attempts = max_attempts');
    expect(await orders.requeueStrandedOrders()).toBe(1);
    expect(await orders.requeueStrandedOrders()).toBe(0);
    expect(await jobs()).toEqual([expect.anything(), { attempts: 0, runAt: clock.now() }]);
  });

  it.each([
    ['is to be tried again', 'attempts = 9'],
    [
      'is being worked on for the last time',
      "attempts = max_attempts, locked_at = now(), locked_by = 'worker'",
    ],
  ])('is left alone while its job %s', async (_, change) => {
    const { orders } = await forgotten();
    await changeJob(change);
    const before = await jobs();
    expect(await orders.requeueStrandedOrders()).toBe(0);
    expect(await jobs()).toEqual(before);
  });
});

describe('no job is added for an order', () => {
  it('that waits for less than ten minutes', async () => {
    const { orders, clock } = await forgotten();
    await removeJob();
    clock.pass(-2 * 60);
    expect(await orders.requeueStrandedOrders()).toBe(0);
  });

  it.each(['resolved', 'dismissed'])('that is %s', async (state) => {
    const { orders } = await forgotten();
    await removeJob();
    await prisma.orderPromise.updateMany({ data: { state } });
    expect(await orders.requeueStrandedOrders()).toBe(0);
  });

  it('that was given up', async () => {
    const { orders, shopify, order, standing } = await forgotten();
    shopify.orders.set(order.id, order);
    shopify.access = 'shopify_unauthorized';
    await orders.resolvePromise(SHOP, order.id, 1);
    await removeJob();
    expect(await standing()).toHaveLength(1);
    expect(await orders.requeueStrandedOrders()).toBe(0);
  });
});
