import { err, ok } from 'neverthrow';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { handleInboxEvent, type InboxHandler } from '#app/features/activity/index.ts';
import { createLogger } from '#app/platform/log.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();
const { prisma } = database;

const NOW = new Date('2026-11-21T10:00:00Z');
const TRIGGERED = new Date('2026-11-21T09:59:58Z');
const EVENT = {
  source: 'shopify',
  shop: 'example.myshopify.com',
  messageId: 'm-1',
  topic: 'orders/create',
  subject: 'gid://shopify/Order/1',
  facts: { known: true },
  triggeredAt: TRIGGERED,
};
const BUSY = { code: 'shopify_throttled', retryable: true, message: 'Shopify is busy.' };
const REFUSED = {
  code: 'shopify_refused',
  retryable: false,
  message: 'Shopify refused. Check the permissions.',
};

beforeEach(() => prisma.inboxEvent.deleteMany());

async function receive(): Promise<string> {
  return (await prisma.inboxEvent.create({ data: EVENT })).id;
}

const rowOf = (id: string) => prisma.inboxEvent.findUniqueOrThrow({ where: { id } });

function handle(id: string, handler: InboxHandler) {
  const handlers = { shopify: { 'orders/create': handler } };
  return handleInboxEvent({ database, clock: { now: () => NOW }, log: createLogger('silent'), handlers }, id);
}

describe('an event of the inbox', () => {
  test('reaches the handler of its source and topic, and is done', async () => {
    const id = await receive();
    const handler = vi.fn(async () => ok());

    expect((await handle(id, handler))._unsafeUnwrap()).toBe('done');

    const { messageId, ...rest } = EVENT;
    expect(handler).toHaveBeenCalledExactlyOnceWith({ id, receivedAt: expect.any(Date), ...rest });
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 1, reason: null, handledAt: NOW });
  });

  test('that is done, dismissed or forgotten starts nothing', async () => {
    const handler = vi.fn(async () => ok());
    const id = await receive();
    for (const state of ['done', 'dismissed', 'needs_attention']) {
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
      reason: BUSY.message,
      reasonCode: BUSY.code,
    });

    await handle(id, async () => ok());
    expect(await rowOf(id)).toMatchObject({ state: 'done', attempts: 2, reason: null, reasonCode: null });
  });

  test('rests at once, with the reason, when no retry can help', async () => {
    const id = await receive();
    expect((await handle(id, async () => err(REFUSED)))._unsafeUnwrap()).toBe('needs_attention');
    expect(await rowOf(id)).toMatchObject({
      state: 'needs_attention',
      reason: REFUSED.message,
      reasonCode: REFUSED.code,
    });
  });

  test('rests after the tenth attempt, whether its handler fails or breaks', async () => {
    const broken: InboxHandler = () => Promise.reject(new Error('a bug'));
    for (const handler of [async () => err(BUSY), broken] satisfies InboxHandler[]) {
      await prisma.inboxEvent.deleteMany();
      const id = await receive();
      for (let attempt = 1; attempt < 10; attempt++) await handle(id, handler).catch(() => {});
      expect((await rowOf(id)).state).toBe('waiting');

      expect((await handle(id, handler))._unsafeUnwrap()).toBe('needs_attention');
      expect((await rowOf(id)).reason).not.toContain('a bug');
    }
  });

  test('whose handler breaks is thrown to the job queue, so that the log shows the fault', async () => {
    const id = await receive();
    await expect(handle(id, () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug');
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 1, reason: expect.any(String) });
  });

  test('that stops its worker each time comes to rest without being handed over again', async () => {
    const id = await receive();
    await prisma.inboxEvent.update({ where: { id }, data: { attempts: 10 } });
    const handler = vi.fn(async () => ok());
    expect((await handle(id, handler))._unsafeUnwrap()).toBe('needs_attention');
    expect(handler).not.toHaveBeenCalled();
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
