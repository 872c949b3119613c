import { beforeEach, describe, expect, it } from 'vitest';
import type { EventSource } from '#app/features/inbox/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { inboxUnderTest, keepEvent } from '#test/support/inbox.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const SHOP = 'a.myshopify.com' as ShopDomain;
const RECEIVED = new Date('2026-11-21T10:00:00Z');

const ownJobs: EventSource = { name: 'shopify', read: () => null, jobs: { kind: 'own', handlers: {} } };
const sharedJobs: EventSource = {
  name: 'onestock',
  read: () => null,
  jobs: {
    kind: 'shared',
    jobOf: ({ subject }) =>
      subject === null ? null : { task: 'read-order', key: `order:${subject}`, payload: { subject } },
  },
};

const requeueAt = (instant: string) =>
  inboxUnderTest(database, {
    sources: [ownJobs, sharedJobs],
    clock: { now: () => new Date(instant) },
  }).requeueStranded();
const requeue = () => requeueAt('2026-11-21T10:10:01Z');
const keep = (kept: Partial<Parameters<typeof keepEvent>[1]> = {}) =>
  keepEvent(database, { shop: SHOP, receivedAt: RECEIVED, ...kept });

async function jobs() {
  const { rows } = await pool.query(
    'select task_identifier as task, key, attempts from graphile_worker.jobs order by id',
  );
  return rows;
}
const changeJob = (change: string) => pool.query(`update graphile_worker._private_jobs set ${change}`);

beforeEach(() =>
  pool.query('delete from inbox_event; delete from obstacle; delete from graphile_worker._private_jobs'),
);

describe('an event that no job handles', () => {
  it('is given one after ten minutes, once', async () => {
    const id = await keep();
    expect(await requeueAt('2026-11-21T10:09:59Z')).toBe(0);
    expect(await requeue()).toBe(1);
    expect(await requeue()).toBe(0);
    expect(await jobs()).toEqual([{ task: 'handle-inbox-event', key: `event:${id}`, attempts: 0 }]);
    const { rows } = await pool.query('select payload from graphile_worker._private_jobs');
    expect(rows).toEqual([{ payload: { eventId: id } }]);
  });

  it('is given the job that its source shares among the events of a subject', async () => {
    for (const subject of ['1001', '1001', '1002', null]) await keep({ source: 'onestock', subject });
    expect(await requeue()).toBe(2);
    expect(await requeue()).toBe(0);
    expect((await jobs()).map(({ key }) => key).sort()).toEqual(['order:1001', 'order:1002']);
  });

  it('is given another one beside one that is used up, once', async () => {
    await keep();
    await requeue();
    await changeJob('attempts = max_attempts');
    expect(await requeue()).toBe(1);
    expect(await requeue()).toBe(0);
    expect((await jobs()).map(({ attempts }) => attempts)).toEqual([25, 0]);
  });

  it.each([
    ['is to be tried again', 'attempts = 9'],
    ['is being worked on for the last time', "attempts = 25, locked_at = now(), locked_by = 'worker'"],
  ])('is told from one whose job %s', async (_, change) => {
    await keep();
    await requeue();
    await changeJob(change);
    const before = await jobs();
    expect(await requeue()).toBe(0);
    expect(await jobs()).toEqual(before);
  });

  it.each(['done', 'dismissed', 'needs_attention'] as const)('is told from one that is %s', async (state) => {
    await keep({ state });
    expect(await requeue()).toBe(0);
    expect(await jobs()).toEqual([]);
  });

  it('waits for a version that knows its source', async () => {
    await keep({ source: 'unheard_of' });
    expect(await requeue()).toBe(0);
  });

  it('is found however many there are', async () => {
    await prisma.inboxEvent.createMany({
      data: Array.from({ length: 2_500 }, (_, number) => ({
        source: 'shopify',
        shop: SHOP,
        messageId: `m${number}`,
        topic: 'orders/paid',
        receivedAt: RECEIVED,
      })),
    });
    expect(await requeue()).toBe(2_500);
    expect(await requeue()).toBe(0);
  });
});
