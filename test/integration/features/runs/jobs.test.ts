import { beforeEach, describe, expect, test } from 'vitest';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';
import { minutesAgo, NOW, OTHER_SHOP, SHOP } from '#test/support/kept-moments.ts';
import { runsUnderTest } from '#test/support/run-to-end.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const { runs } = runsUnderTest(database);
const jobs = createJobs(pool);

beforeEach(() =>
  pool.query(
    'delete from run; delete from order_promise; delete from order_export; delete from graphile_worker._private_jobs',
  ),
);

describe('the jobs that wait', () => {
  test('are the shop’s own, those that fail first, each with its next turn and its order', async () => {
    const orderId = 'gid://shopify/Order/1';
    await prisma.orderPromise.create({ data: { shop: SHOP, orderId, orderName: '#1001', firstSeenAt: NOW } });
    await jobs.enqueue('converge-order', { shop: SHOP }, { runAt: NOW });
    // A run tells of itself.
    await jobs.enqueue('take-run-step', { shop: SHOP });
    await jobs.enqueue('resolve-order', { shop: SHOP, orderId }, { runAt: minutesAgo(-5) });
    await jobs.enqueue('resolve-order', { shop: OTHER_SHOP });
    await jobs.enqueue('handle-inbox-event', { eventId: 'x' });
    await pool.query(
      `update graphile_worker._private_jobs set attempts = 3, last_error = 'shopify_throttled' where payload->>'orderId' is not null`,
    );

    expect(await runs.jobs(SHOP)).toEqual([
      {
        id: expect.any(String),
        task: 'resolve-order',
        state: 'failing',
        order: '#1001',
        runAt: minutesAgo(-5).toISOString(),
        attempts: 3,
        maxAttempts: 25,
        reason: 'shopify_throttled',
      },
      {
        id: expect.any(String),
        task: 'converge-order',
        state: 'waiting',
        runAt: NOW.toISOString(),
        attempts: 0,
        maxAttempts: 25,
      },
    ]);
  });

  test.each([
    ['given_up', `attempts = max_attempts, last_error = 'x'`],
    ['running', `attempts = max_attempts, locked_at = now(), locked_by = 'worker'`],
  ])('are %s once it is so', async (state, change) => {
    await jobs.enqueue('resolve-order', { shop: SHOP }, { jobKey: 'prepare' });
    await pool.query(`update graphile_worker._private_jobs set ${change}`);
    expect(await runs.jobs(SHOP)).toMatchObject([{ state }]);
  });

  test('are without those that another replaced while they ran, and which then failed', async () => {
    const ask = () => jobs.enqueue('resolve-order', { shop: SHOP }, { jobKey: 'prepare' });
    await ask();
    await pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker'`);
    await ask();
    expect((await runs.jobs(SHOP)).map(({ state }) => state).toSorted()).toEqual(['running', 'waiting']);
    await pool.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null`);
    expect(await runs.jobs(SHOP)).toMatchObject([{ state: 'waiting' }]);
  });

  test('name the order that OneStock told of by its name in the shop', async () => {
    const [orderId, oneStockOrderId] = ['gid://shopify/Order/1', '1001'];
    await prisma.orderPromise.create({ data: { shop: SHOP, orderId, orderName: '#1001', firstSeenAt: NOW } });
    await prisma.orderExport.create({
      data: { shop: SHOP, orderId, deliveries: { create: { number: 1, oneStockOrderId } } },
    });
    await jobs.enqueue('converge-order', { shop: SHOP, oneStockOrderId });
    expect(await runs.jobs(SHOP)).toMatchObject([{ task: 'converge-order', order: '#1001' }]);
  });
});
