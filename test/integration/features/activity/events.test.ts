import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { freshDatabase } from '#test/support/database.ts';
import { activityUnderTest, minutesAgo, NOW, OTHER_SHOP, SHOP } from './activity-under-test.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const activity = activityUnderTest(database);

beforeEach(() => pool.query('truncate inbox_event; delete from graphile_worker._private_jobs'));

async function keepEvent(change: Partial<Prisma.InboxEventCreateInput> = {}) {
  const { id } = await prisma.inboxEvent.create({
    data: {
      source: 'shopify',
      shop: SHOP,
      messageId: randomUUID(),
      topic: 'orders/create',
      subject: 'gid://shopify/Order/1',
      facts: { locationId: '1' },
      receivedAt: minutesAgo(1),
      attempts: 10,
      reason: 'Shopify refused.',
      reasonCode: 'shopify_refused',
      state: 'needs_attention',
      ...change,
    },
  });
  return id;
}

const rowOf = (id: string) => prisma.inboxEvent.findUniqueOrThrow({ where: { id } });

async function jobKeys(): Promise<string[]> {
  return (await pool.query('select key from graphile_worker.jobs order by id')).rows.map(({ key }) => key);
}

describe('an event that needs attention', () => {
  test('waits again with all its attempts and a job, however often retry is pressed', async () => {
    const id = await keepEvent();
    const pressed = await Promise.all([1, 2, 3].map(() => activity.retryEvents(SHOP, [id, id])));
    expect(pressed.toSorted()).toEqual([0, 0, 1]);
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0, reason: null, reasonCode: null });
    expect(await jobKeys()).toEqual([`event:${id}`]);
  });

  test('rests for good once it is dismissed, and is forgotten with the other settled ones', async () => {
    const id = await keepEvent();
    expect(await activity.dismissEvents(SHOP, [id])).toBe(1);
    expect(await activity.dismissEvents(SHOP, [id])).toBe(0);
    expect(await activity.retryEvents(SHOP, [id])).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: 'dismissed', handledAt: NOW, reason: 'Shopify refused.' });
    expect(await jobKeys()).toEqual([]);
  });

  test.each(['waiting', 'done', 'dismissed'])(
    'is told from one that is %s, which stays so',
    async (state) => {
      const id = await keepEvent({ state });
      expect(await activity.retryEvents(SHOP, [id])).toBe(0);
      expect(await activity.dismissEvents(SHOP, [id])).toBe(0);
      expect(await rowOf(id)).toMatchObject({ state });
    },
  );

  test('of another shop is out of reach', async () => {
    const id = await keepEvent({ shop: OTHER_SHOP });
    expect(await activity.retryEvents(SHOP, [id])).toBe(0);
    expect(await activity.dismissEvents(SHOP, [id])).toBe(0);
    expect(await activity.event(SHOP, id)).toBeNull();
    expect(await rowOf(id)).toMatchObject({ state: 'needs_attention' });
  });
});

describe('the events of a shop', () => {
  test.each([
    ['needs_attention', 10, 10],
    ['dismissed', 10, 10],
    ['needs_attention', 11, 10],
    ['needs_attention', 3, undefined],
    ['waiting', 10, undefined],
    ['done', 10, undefined],
  ])('as %s after %i attempts tells how often it was tried when it was given up: %s', async (...is) => {
    const [state, attempts, gaveUpAfter] = is;
    const id = await keepEvent({ state, attempts });
    expect((await activity.event(SHOP, id))?.gaveUpAfter).toBe(gaveUpAfter);
    expect((await activity.events(SHOP, {})).items[0]?.gaveUpAfter).toBe(gaveUpAfter);
  });

  test('are listed newest first, by topic, state and day', async () => {
    const early = await keepEvent({ receivedAt: new Date('2026-11-19T12:00:00Z'), state: 'done' });
    const late = await keepEvent({ topic: 'orders/paid' });
    await keepEvent({ shop: OTHER_SHOP });
    const found = async (filters: Parameters<typeof activity.events>[1]) =>
      (await activity.events(SHOP, filters)).items.map(({ id }) => id);

    expect(await found({})).toEqual([late, early]);
    expect(await found({ topic: 'orders/paid' })).toEqual([late]);
    expect(await found({ state: 'done' })).toEqual([early]);
    expect(await found({ to: '2026-11-19' })).toEqual([early]);
  });

  test('each tells its story, with the time of its next try', async () => {
    const id = await keepEvent({ state: 'waiting' });
    await pool.query(
      `select graphile_worker.add_job('handle-inbox-event', '{}', run_at => $1, job_key => $2)`,
      [NOW, `event:${id}`],
    );
    expect(await activity.event(SHOP, id)).toMatchObject({
      id,
      attempts: 10,
      facts: { locationId: '1' },
      subject: 'gid://shopify/Order/1',
      nextTryAt: NOW.toISOString(),
    });
    expect(await activity.event(SHOP, randomUUID())).toBeNull();
  });
});
