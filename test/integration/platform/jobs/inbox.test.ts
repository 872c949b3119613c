import { beforeEach, describe, expect, it } from 'vitest';
import { eventJob, openInbox, type ReceivedEvent, requeueStrandedEvents } from '#app/platform/jobs/inbox.ts';
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

const inbox = openInbox(database.pool);
const receive = (received = event) => inbox.receive(received, (eventId) => eventJob('handle-event', eventId));

describe('an inbox', () => {
  it('keeps the event and adds a job that names it', async () => {
    expect(await receive()).toBe('received');
    const [kept] = await database.prisma.inboxEvent.findMany();
    expect(kept).toMatchObject({ ...event, state: 'waiting', attempts: 0 });
    expect(await jobPayloads()).toEqual([{ eventId: kept?.id }]);
  });

  it('takes an event once, however often and however fast it is repeated', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => receive()));
    expect(outcomes.filter((outcome) => outcome === 'received')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(19);
    expect(await receive()).toBe('repeated');
    expect(await database.prisma.inboxEvent.count()).toBe(1);
    expect(await jobPayloads()).toHaveLength(1);
  });

  it.each([{ source: 'onestock' }, { shop: 'b.myshopify.com' }, { messageId: 'message-2' }])(
    'takes %o for another event',
    async (difference) => {
      await receive();
      expect(await receive({ ...event, ...difference })).toBe('received');
      expect(await jobPayloads()).toHaveLength(2);
    },
  );

  it('keeps no event when its job cannot be added', async () => {
    await expect(inbox.receive(event, (id) => eventJob('x'.repeat(200), id))).rejects.toThrow();
    expect(await database.prisma.inboxEvent.count()).toBe(0);
    expect(await receive()).toBe('received');
  });

  it('keeps an event that asks for no job as done', async () => {
    expect(await inbox.receive(event, () => null)).toBe('received');
    const [kept] = await database.prisma.inboxEvent.findMany();
    expect(kept).toMatchObject({ state: 'done', handledAt: expect.any(Date) });
    expect(await jobPayloads()).toEqual([]);
  });

  it('adds one job for all events that ask for the same, which waits from the last of them', async () => {
    const job = { task: 'read-order', key: 'order-1', payload: { order: 1 }, delayMs: 60_000 };
    const storm = (from: number) =>
      Promise.all(
        Array.from({ length: 250 }, (_, number) =>
          inbox.receive({ ...event, messageId: `storm-${from + number}` }, () => job),
        ),
      );
    await storm(0);
    await storm(250);
    expect(await database.prisma.inboxEvent.count()).toBe(500);
    const { rows } = await database.pool.query(
      `select key, payload, run_at - (select max(received_at) from inbox_event) between interval '59 s' and interval '61 s' as "isLate"
       from graphile_worker._private_jobs`,
    );
    expect(rows).toEqual([{ key: 'order-1', payload: { order: 1 }, isLate: true }]);
  });

  it('keeps what comes with an event that the database refuses', async () => {
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, number) =>
        receive({ ...event, messageId: `m${number}`, topic: number === 20 ? 'lone \ud800' : 'orders/paid' }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(outcomes[20]?.status).toBe('rejected');
    expect(await database.prisma.inboxEvent.count()).toBe(49);
  });

  it('refuses at once all that waits for a database that is away, and goes on when it is back', async () => {
    const statements: unknown[] = [];
    const away = { isAway: true };
    const pool = {
      query: async (statement: unknown) => {
        statements.push(statement);
        if (away.isAway) throw new Error('timeout');
        return database.pool.query(statement as never);
      },
    } as unknown as typeof database.pool;
    const frozen = openInbox(pool);
    const send = (number: number) =>
      frozen.receive({ ...event, messageId: `m${number}` }, (id) => eventJob('handle-event', id));
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, (_, number) => send(number)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(statements).toHaveLength(1);
    away.isAway = false;
    expect(await send(1)).toBe('received');
  });

  it('is written by several processes at once that ask for the same jobs', async () => {
    const jobs = [1, 2, 3, 4, 5].map((order) => ({ task: 'read-order', key: `order-${order}`, payload: {} }));
    const writers = [inbox, openInbox(database.pool), openInbox(database.pool)];
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, number) =>
        writers[number % 3]?.receive(
          { ...event, messageId: `shared-${number % 150}` },
          () => jobs[number % 5] ?? null,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'received')).toHaveLength(150);
    expect(await jobPayloads()).toHaveLength(5);
  });
});

describe('requeueStrandedEvents', () => {
  const { pool } = database;
  const requeue = () =>
    requeueStrandedEvents(pool, {
      source: 'shopify',
      task: 'handle-event',
      before: new Date(Date.now() + 1000),
    });
  const attempts = async () => {
    const { rows } = await pool.query('select attempts from graphile_worker.jobs order by id');
    return rows.map(({ attempts }) => attempts);
  };
  const changeJob = (change: string) => pool.query(`update graphile_worker._private_jobs set ${change}`);

  it('adds the job of an event that waits without one, once', async () => {
    await receive();
    await pool.query('delete from graphile_worker._private_jobs');
    expect(await requeue()).toBe(1);
    expect(await requeue()).toBe(0);
    const [kept] = await database.prisma.inboxEvent.findMany();
    expect(await jobPayloads()).toEqual([{ eventId: kept?.id }]);
  });

  it('adds another job beside one that is used up, once', async () => {
    await receive();
    await changeJob('attempts = max_attempts');
    expect(await requeue()).toBe(1);
    expect(await requeue()).toBe(0);
    expect(await attempts()).toEqual([25, 0]);
  });

  it.each([
    ['is to be tried again', 'attempts = 9'],
    ['is being worked on for the last time', "attempts = 25, locked_at = now(), locked_by = 'worker'"],
  ])('leaves an event alone whose job %s', async (_, change) => {
    await receive();
    await changeJob(change);
    const before = await attempts();
    expect(await requeue()).toBe(0);
    expect(await attempts()).toEqual(before);
  });

  it('leaves alone what is settled, and what came since', async () => {
    await receive();
    await pool.query('delete from graphile_worker._private_jobs');
    const before = new Date(Date.now() - 60_000);
    expect(await requeueStrandedEvents(pool, { source: 'shopify', task: 'handle-event', before })).toBe(0);
    await database.prisma.inboxEvent.updateMany({ data: { state: 'done' } });
    expect(await requeue()).toBe(0);
    expect(await jobPayloads()).toEqual([]);
  });
});
