import { err, ok } from 'neverthrow';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { EventHandler } from '#app/features/inbox/index.ts';
import { createObstacles } from '#app/features/obstacles/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { inboxUnderTest } from '#test/support/inbox.ts';

const { database } = await freshDatabase();
const { prisma } = database;

const clock = { now: () => NOW };
const obstacles = createObstacles(database, clock);
const NOW = new Date('2026-11-21T10:00:00Z');
const TRIGGERED = new Date('2026-11-21T09:59:58Z');
const EVENT = {
  source: 'shopify',
  shop: 'example.myshopify.com' as ShopDomain,
  messageId: 'm-1',
  topic: 'orders/create',
  subject: 'gid://shopify/Order/1',
  facts: { known: true },
  triggeredAt: TRIGGERED,
};
const BUSY = { code: 'shopify_throttled', retryable: true };
const REFUSED = { code: 'shopify_refused', retryable: false, params: { said: 'no' } };
const REFUSAL = { code: REFUSED.code, params: REFUSED.params };

beforeEach(() => database.pool.query('delete from inbox_event; delete from obstacle'));

async function receive(): Promise<string> {
  return (await prisma.inboxEvent.create({ data: EVENT })).id;
}

const rowOf = (id: string) => prisma.inboxEvent.findUniqueOrThrow({ where: { id } });

function handle(id: string, handler: EventHandler) {
  const jobs = { kind: 'own', handlers: { 'orders/create': handler } } as const;
  const sources = [{ name: 'shopify', read: () => null, jobs }];
  return inboxUnderTest(database, { sources, clock }).handle(id);
}

describe('an event of the inbox', () => {
  test('reaches the handler of its source and topic, and is done', async () => {
    const id = await receive();
    const handler = vi.fn(async () => ok());

    expect((await handle(id, handler))._unsafeUnwrap()).toBe('done');

    const { messageId, ...rest } = EVENT;
    expect(handler).toHaveBeenCalledExactlyOnceWith({ id, receivedAt: expect.any(Date), ...rest });
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 1, failure: null, handledAt: NOW });
  });

  test('that is done, dismissed or forgotten starts nothing', async () => {
    const handler = vi.fn(async () => ok());
    const id = await receive();
    for (const state of ['done', 'dismissed']) {
      await prisma.inboxEvent.update({ where: { id }, data: { state } });
      expect((await handle(id, handler))._unsafeUnwrap()).toBe('settled_before');
    }
    await prisma.inboxEvent.delete({ where: { id } });
    expect((await handle(id, handler))._unsafeUnwrap()).toBe('settled_before');
    expect(handler).not.toHaveBeenCalled();
  });

  test('comes again after a failure that passes, and forgets its reason when it succeeds', async () => {
    const id = await receive();
    expect((await handle(id, async () => err(BUSY)))._unsafeUnwrapErr()).toEqual(BUSY);
    expect(await rowOf(id)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      failure: { code: BUSY.code },
    });
    expect(await obstacles.list(EVENT.shop)).toEqual([]);

    await handle(id, async () => ok());
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 2, failure: null });
  });

  test('rests at once, with the reason, when no retry can help', async () => {
    const id = await receive();
    expect((await handle(id, async () => err(REFUSED)))._unsafeUnwrap()).toBe('needs_attention');
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 1, failure: REFUSAL });
    expect(await obstacles.list(EVENT.shop)).toEqual([
      {
        subject: { kind: 'event', id },
        source: 'event',
        causes: [REFUSAL],
        severity: 'warning',
        attempts: 1,
        remedies: ['retry', 'dismiss'],
        since: NOW,
        seenAt: NOW,
      },
    ]);
  });

  test('that was given up is not handed over again until a person asks for it', async () => {
    const id = await receive();
    await handle(id, async () => err(REFUSED));
    const handler = vi.fn(async () => ok());
    expect((await handle(id, handler))._unsafeUnwrap()).toBe('settled_before');
    expect(handler).not.toHaveBeenCalled();
    expect(await rowOf(id)).toMatchObject({ attempts: 1 });

    expect(await inboxUnderTest(database).retry(EVENT.shop, [id])).toBe(1);
    expect((await handle(id, handler))._unsafeUnwrap()).toBe('done');
  });

  test('that a slow attempt handles after all loses the obstacle that a later attempt raised', async () => {
    const id = await receive();
    const slow = async () => {
      await handle(id, async () => err(REFUSED));
      return ok();
    };
    expect((await handle(id, slow))._unsafeUnwrap()).toBe('done');
    expect(await obstacles.list(EVENT.shop)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ state: 'done', failure: null });
  });

  test('that is settled while an attempt fails gets no obstacle', async () => {
    const id = await receive();
    const failing = async () => {
      await prisma.inboxEvent.update({ where: { id }, data: { state: 'done' } });
      return err(REFUSED);
    };
    expect((await handle(id, failing))._unsafeUnwrap()).toBe('settled_before');
    expect(await obstacles.list(EVENT.shop)).toEqual([]);
  });

  test('rests after the tenth attempt, whether its handler fails or breaks', async () => {
    const broken: EventHandler = () => Promise.reject(new Error('a bug'));
    for (const handler of [async () => err(BUSY), broken] satisfies EventHandler[]) {
      await prisma.inboxEvent.deleteMany();
      const id = await receive();
      for (let attempt = 1; attempt < 10; attempt++) await handle(id, handler).catch(() => {});
      expect((await rowOf(id)).state).toBe('waiting');

      expect((await handle(id, handler))._unsafeUnwrap()).toBe('needs_attention');
      expect(JSON.stringify((await rowOf(id)).failure)).not.toContain('a bug');
      expect(await obstacles.of(EVENT.shop, { kind: 'event', id })).toMatchObject([{ attempts: 10 }]);
    }
  });

  test('whose handler breaks is thrown to the job queue, so that the log shows the fault', async () => {
    const id = await receive();
    await expect(handle(id, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(await rowOf(id)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      failure: { code: 'inbox_failed_inside' },
    });
  });

  test('that stops its worker each time comes to rest without being handed over again', async () => {
    const id = await receive();
    await prisma.inboxEvent.update({ where: { id }, data: { attempts: 10 } });
    const handler = vi.fn(async () => ok());
    expect((await handle(id, handler))._unsafeUnwrap()).toBe('needs_attention');
    expect(handler).not.toHaveBeenCalled();
    expect(await obstacles.of(EVENT.shop, { kind: 'event', id })).toMatchObject([
      { causes: [{ code: 'inbox_stopped_half_way' }], attempts: 10 },
    ]);
  });

  test.each([{ topic: 'orders/unheard_of' }, { topic: 'constructor' }, { source: 'toString' }])(
    'that nobody here knows, %o, waits for a version that does',
    async (change) => {
      const { id } = await prisma.inboxEvent.create({ data: { ...EVENT, ...change } });
      const outcome = await handle(id, async () => ok());
      expect(outcome._unsafeUnwrapErr()).toMatchObject({ code: 'inbox_topic_unknown', retryable: true });
    },
  );
});
