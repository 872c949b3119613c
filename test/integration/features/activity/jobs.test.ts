import { err, ok } from 'neverthrow';
import { beforeEach, describe, expect, test } from 'vitest';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { freshDatabase } from '#test/support/database.ts';
import { activityUnderTest, minutesAgo, NOW, OTHER_SHOP, SHOP } from './activity-under-test.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const activity = activityUnderTest(database);
const jobs = createJobs(pool);

beforeEach(() =>
  pool.query('truncate job_run, order_promise, order_export; delete from graphile_worker._private_jobs'),
);

const run = { shop: SHOP, task: 'prepare-shop' };
const runs = async (filters = {}) => (await activity.runs(SHOP, filters)).items;

describe('a job that runs for a shop', () => {
  test('is kept with its end and hands on what it came to', async () => {
    const failure = { code: 'shopify_refused', retryable: false };
    expect(await activity.recordRun(run, async () => ok(1))).toEqual(ok(1));
    expect(await activity.recordRun(run, async () => err(failure))).toEqual(err(failure));
    await expect(activity.recordRun(run, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');

    const kept = await runs();
    expect(kept.map(({ state, reason }) => [state, reason]).toSorted()).toEqual([
      ['done', undefined],
      ['failed', 'failed_inside'],
      ['failed', 'shopify_refused'],
    ]);
    expect(kept[0]).toMatchObject({ task: 'prepare-shop', startedAt: NOW.toISOString(), durationMs: 0 });
    expect((await activity.runs(OTHER_SHOP, {})).items).toEqual([]);
  });

  test('comes to what it came to, also where nothing of it can be kept', async () => {
    await pool.query('alter table job_run rename to job_run_away');
    try {
      expect(await activity.recordRun(run, async () => ok(1))).toEqual(ok(1));
      await expect(activity.recordRun(run, () => Promise.reject(new Error('a bug')))).rejects.toThrow(
        'a bug',
      );
    } finally {
      await pool.query('alter table job_run_away rename to job_run');
    }
    const lostOnTheWay = async () => {
      await pool.query('alter table job_run add constraint no_end check (finished_at is null)');
      return ok(2);
    };
    expect(await activity.recordRun(run, lostOnTheWay)).toEqual(ok(2));
    await pool.query('alter table job_run drop constraint no_end');
    expect(await runs()).toMatchObject([{ state: 'running' }]);
  });

  test('and was cut off with its process does not seem to run for ever', async () => {
    const keep = (startedAt: Date, task: string) =>
      prisma.jobRun.create({ data: { shop: SHOP, task, startedAt } });
    await keep(minutesAgo(59), 'mirror-endpoints');
    await keep(minutesAgo(61), 'prepare-shop');

    expect((await runs()).map(({ task, state }) => [task, state])).toEqual([
      ['mirror-endpoints', 'running'],
      ['prepare-shop', 'stopped'],
    ]);
    expect(await runs({ state: 'stopped' })).toMatchObject([{ task: 'prepare-shop' }]);
    expect(await runs({ state: 'running', task: 'prepare-shop' })).toEqual([]);
  });
});

describe('the jobs that wait', () => {
  test('are the shop’s own, those that fail first, each with its next turn and its order', async () => {
    const orderId = 'gid://shopify/Order/1';
    await prisma.orderPromise.create({ data: { shop: SHOP, orderId, orderName: '#1001', firstSeenAt: NOW } });
    await jobs.enqueue('prepare-shop', { shop: SHOP }, { runAt: NOW });
    await jobs.enqueue('resolve-order', { shop: SHOP, orderId }, { runAt: minutesAgo(-5) });
    await jobs.enqueue('prepare-shop', { shop: OTHER_SHOP });
    await jobs.enqueue('handle-inbox-event', { eventId: 'x' });
    await pool.query(
      `update graphile_worker._private_jobs set attempts = 3, last_error = 'shopify_throttled' where payload->>'orderId' is not null`,
    );

    expect(await activity.jobs(SHOP)).toEqual([
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
        task: 'prepare-shop',
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
    await jobs.enqueue('prepare-shop', { shop: SHOP }, { jobKey: 'prepare' });
    await pool.query(`update graphile_worker._private_jobs set ${change}`);
    expect(await activity.jobs(SHOP)).toMatchObject([{ state }]);
  });

  test('are without those that another replaced while they ran, and which then failed', async () => {
    const ask = () => jobs.enqueue('prepare-shop', { shop: SHOP }, { jobKey: 'prepare' });
    await ask();
    await pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker'`);
    await ask();
    expect((await activity.jobs(SHOP)).map(({ state }) => state).toSorted()).toEqual(['running', 'waiting']);
    await pool.query(`update graphile_worker._private_jobs set locked_at = null, locked_by = null`);
    expect(await activity.jobs(SHOP)).toMatchObject([{ state: 'waiting' }]);
  });

  test('name the order that OneStock told of by its name in the shop', async () => {
    const [orderId, oneStockOrderId] = ['gid://shopify/Order/1', '1001'];
    await prisma.orderPromise.create({ data: { shop: SHOP, orderId, orderName: '#1001', firstSeenAt: NOW } });
    await prisma.orderExport.create({ data: { shop: SHOP, orderId, oneStockOrderId } });
    await jobs.enqueue('converge-order', { shop: SHOP, oneStockOrderId });
    expect(await activity.jobs(SHOP)).toMatchObject([{ task: 'converge-order', order: '#1001' }]);
  });
});
