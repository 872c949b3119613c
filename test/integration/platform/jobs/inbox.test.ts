import { beforeEach, describe, expect, it } from 'vitest';
import { type ReceivedEvent, receiveEvent, requeueStrandedEvents } from '#app/platform/jobs/inbox.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const event: ReceivedEvent = {
  source: 'shopify',
  shop: 'a.myshopify.com',
  messageId: 'message-1',
  topic: 'orders/create',
  subject: 'gid://shopify/Order/1',
  facts: { test: true },
  triggeredAt: new Date('2026-11-21T10:00:00Z'),
};

beforeEach(() => database.pool.query('truncate inbox_event; delete from graphile_worker._private_jobs'));

async function jobPayloads(): Promise<unknown[]> {
  const { rows } = await database.pool.query('select payload from graphile_worker._private_jobs');
  return rows.map(({ payload }) => payload);
}

describe('receiveEvent', () => {
  it('keeps the event and adds a job that names it', async () => {
    expect(await receiveEvent(database.pool, event, 'handle-event')).toBe('received');
    const [kept] = await database.prisma.inboxEvent.findMany();
    expect(kept).toMatchObject({ ...event, state: 'waiting', attempts: 0 });
    expect(await jobPayloads()).toEqual([{ eventId: kept?.id }]);
  });

  it('takes an event once, however often and however fast it is repeated', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => receiveEvent(database.pool, event, 'handle-event')),
    );
    expect(outcomes.filter((outcome) => outcome === 'received')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(19);
    expect(await database.prisma.inboxEvent.count()).toBe(1);
    expect(await jobPayloads()).toHaveLength(1);
  });

  it.each([{ source: 'onestock' }, { shop: 'b.myshopify.com' }, { messageId: 'message-2' }])(
    'takes %o for another event',
    async (difference) => {
      await receiveEvent(database.pool, event, 'handle-event');
      expect(await receiveEvent(database.pool, { ...event, ...difference }, 'handle-event')).toBe('received');
      expect(await jobPayloads()).toHaveLength(2);
    },
  );

  it('keeps no event when its job cannot be added', async () => {
    await expect(receiveEvent(database.pool, event, 'x'.repeat(200))).rejects.toThrow();
    expect(await database.prisma.inboxEvent.count()).toBe(0);
  });
});

describe('requeueStrandedEvents', () => {
  const { pool } = database;
  const requeue = () => requeueStrandedEvents(pool, 'handle-event', new Date(Date.now() + 1000));
  const attempts = async () => {
    const { rows } = await pool.query('select attempts from graphile_worker.jobs order by id');
    return rows.map(({ attempts }) => attempts);
  };
  const changeJob = (change: string) => pool.query(`update graphile_worker._private_jobs set ${change}`);

  it('adds the job of an event that waits without one, once', async () => {
    await receiveEvent(pool, event, 'handle-event');
    await pool.query('delete from graphile_worker._private_jobs');
    expect(await requeue()).toBe(1);
    expect(await requeue()).toBe(0);
    const [kept] = await database.prisma.inboxEvent.findMany();
    expect(await jobPayloads()).toEqual([{ eventId: kept?.id }]);
  });

  it('adds another job beside one that is used up, once', async () => {
    await receiveEvent(pool, event, 'handle-event');
    await changeJob('attempts = max_attempts');
    expect(await requeue()).toBe(1);
    expect(await requeue()).toBe(0);
    expect(await attempts()).toEqual([25, 0]);
  });

  it.each([
    ['is to be tried again', 'attempts = 9'],
    ['is being worked on for the last time', "attempts = 25, locked_at = now(), locked_by = 'worker'"],
  ])('leaves an event alone whose job %s', async (_, change) => {
    await receiveEvent(pool, event, 'handle-event');
    await changeJob(change);
    const before = await attempts();
    expect(await requeue()).toBe(0);
    expect(await attempts()).toEqual(before);
  });

  it('leaves alone what is settled, and what came since', async () => {
    await receiveEvent(pool, event, 'handle-event');
    await pool.query('delete from graphile_worker._private_jobs');
    expect(await requeueStrandedEvents(pool, 'handle-event', new Date(Date.now() - 60_000))).toBe(0);
    await database.prisma.inboxEvent.updateMany({ data: { state: 'done' } });
    expect(await requeue()).toBe(0);
    expect(await jobPayloads()).toEqual([]);
  });
});
