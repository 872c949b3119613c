import { beforeEach, describe, expect, it } from 'vitest';
import { createEventKeeper, type InboxJob, type ReceivedEvent } from '#app/features/inbox/index.ts';
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

beforeEach(() => database.pool.query('delete from inbox_event; delete from graphile_worker._private_jobs'));

async function jobPayloads(): Promise<unknown[]> {
  const { rows } = await database.pool.query('select payload from graphile_worker._private_jobs');
  return rows.map(({ payload }) => payload);
}

const eventJob = (eventId: string): InboxJob => ({
  task: 'handle-event',
  key: `event:${eventId}`,
  payload: { eventId },
});
const keep = createEventKeeper(database.pool);
const receive = (received = event) => keep(received, eventJob);

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
    await expect(keep(event, (id) => ({ ...eventJob(id), task: 'x'.repeat(200) }))).rejects.toThrow();
    expect(await database.prisma.inboxEvent.count()).toBe(0);
    expect(await receive()).toBe('received');
  });

  it('keeps an event that asks for no job as done', async () => {
    expect(await keep(event, () => null)).toBe('received');
    const [kept] = await database.prisma.inboxEvent.findMany();
    expect(kept).toMatchObject({ state: 'done', handledAt: expect.any(Date) });
    expect(await jobPayloads()).toEqual([]);
  });

  it('adds one job for all events that ask for the same, which waits from the last of them', async () => {
    const job = { task: 'read-order', key: 'order-1', payload: { order: 1 }, delayMs: 60_000 };
    const storm = (from: number) =>
      Promise.all(
        Array.from({ length: 250 }, (_, number) =>
          keep({ ...event, messageId: `storm-${from + number}` }, () => job),
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
    const frozen = createEventKeeper(pool);
    const send = (number: number) => frozen({ ...event, messageId: `m${number}` }, eventJob);
    const outcomes = await Promise.allSettled(Array.from({ length: 500 }, (_, number) => send(number)));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(statements).toHaveLength(1);
    away.isAway = false;
    expect(await send(1)).toBe('received');
  });

  it('is written by several processes at once that ask for the same jobs', async () => {
    const jobs = [1, 2, 3, 4, 5].map((order) => ({ task: 'read-order', key: `order-${order}`, payload: {} }));
    const writers = [keep, createEventKeeper(database.pool), createEventKeeper(database.pool)];
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, number) =>
        writers[number % 3]?.(
          { ...event, messageId: `shared-${number % 150}` },
          () => jobs[number % 5] ?? null,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'received')).toHaveLength(150);
    expect(await jobPayloads()).toHaveLength(5);
  });
});
