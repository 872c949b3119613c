import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { inboxUnderTest, keepEvent } from '#test/support/inbox.ts';
import { minutesAgo, NOW, OTHER_SHOP, SHOP } from '#test/support/kept-moments.ts';

const { database } = await freshDatabase();
const { pool, prisma } = database;
const clock = { now: () => NOW };
const inbox = inboxUnderTest(database, { clock });
const obstacles = createObstacles(database, clock);

const REFUSED = { code: 'shopify_refused' };

beforeEach(() =>
  pool.query(
    'delete from inbox_event; delete from obstacle; delete from order_promise; delete from graphile_worker._private_jobs',
  ),
);

function keep(change: Partial<Parameters<typeof keepEvent>[1]> = {}) {
  return keepEvent(database, {
    shop: SHOP,
    subject: 'gid://shopify/Order/1',
    facts: { locationId: '1' },
    receivedAt: minutesAgo(1),
    attempts: 10,
    failure: REFUSED,
    state: 'needs_attention',
    ...change,
  });
}

const rowOf = (id: string) => prisma.inboxEvent.findUniqueOrThrow({ where: { id } });

async function jobKeys(): Promise<string[]> {
  return (await pool.query('select key from graphile_worker.jobs order by id')).rows.map(({ key }) => key);
}

describe('an event that needs attention', () => {
  test('waits again with all its attempts and a job, however often retry is pressed', async () => {
    const id = await keep();
    const pressed = await Promise.all([1, 2, 3].map(() => inbox.retry(SHOP, [id, id])));
    expect(pressed.toSorted()).toEqual([0, 0, 1]);
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', attempts: 0, failure: null });
    expect(await obstacles.list(SHOP)).toEqual([]);
    expect(await jobKeys()).toEqual([`event:${id}`]);
  });

  test('rests for good once it is dismissed, and is forgotten with the other settled ones', async () => {
    const id = await keep();
    expect(await inbox.dismiss(SHOP, [id])).toBe(1);
    expect(await inbox.dismiss(SHOP, [id])).toBe(0);
    expect(await inbox.retry(SHOP, [id])).toBe(0);
    expect(await rowOf(id)).toMatchObject({ state: 'dismissed', handledAt: NOW, failure: REFUSED });
    expect(await obstacles.list(SHOP)).toEqual([]);
    expect(await jobKeys()).toEqual([]);
  });

  test.each(['waiting', 'done', 'dismissed'] as const)(
    'is told from one that is %s, which stays so',
    async (state) => {
      const id = await keep({ state });
      expect(await inbox.retry(SHOP, [id])).toBe(0);
      expect(await inbox.dismiss(SHOP, [id])).toBe(0);
      expect(await rowOf(id)).toMatchObject({ state });
    },
  );

  test('of another shop is out of reach', async () => {
    const id = await keep({ shop: OTHER_SHOP });
    expect(await inbox.retry(SHOP, [id])).toBe(0);
    expect(await inbox.dismiss(SHOP, [id])).toBe(0);
    expect(await inbox.event(SHOP, id)).toBeNull();
    expect((await inbox.event(OTHER_SHOP, id))?.state).toBe('needs_attention');
    expect(await obstacles.count(OTHER_SHOP)).toBe(1);
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
  ] as const)(
    'as %s after %i attempts tells how often it was tried when it was given up: %s',
    async (...is) => {
      const [state, attempts, gaveUpAfter] = is;
      const id = await keep({ state, attempts });
      expect((await inbox.event(SHOP, id))?.gaveUpAfter).toBe(gaveUpAfter);
      expect((await inbox.events(SHOP, {})).items[0]?.gaveUpAfter).toBe(gaveUpAfter);
    },
  );

  test('are listed newest first, by topic, state and day', async () => {
    const early = await keep({ receivedAt: new Date('2026-11-19T12:00:00Z'), state: 'done' });
    const late = await keep({ topic: 'orders/paid' });
    await keep({ shop: OTHER_SHOP });
    const found = async (filters: Parameters<typeof inbox.events>[1]) =>
      (await inbox.events(SHOP, filters)).items.map(({ id }) => id);

    expect(await found({})).toEqual([late, early]);
    expect(await found({ topic: 'orders/paid' })).toEqual([late]);
    expect(await found({ state: 'done' })).toEqual([early]);
    expect(await found({ state: 'needs_attention' })).toEqual([late]);
    expect(await found({ state: 'waiting' })).toEqual([]);
    expect(await found({ to: '2026-11-19' })).toEqual([early]);
  });

  test('each tells its story, with the time of its next try', async () => {
    const id = await keep({ state: 'waiting' });
    await pool.query(
      `select graphile_worker.add_job('handle-inbox-event', '{}', run_at => $1, job_key => $2)`,
      [NOW, `event:${id}`],
    );
    expect(await inbox.event(SHOP, id)).toMatchObject({
      id,
      attempts: 10,
      facts: { locationId: '1' },
      subject: 'gid://shopify/Order/1',
      nextTryAt: NOW.toISOString(),
    });
    expect(await inbox.event(SHOP, randomUUID())).toBeNull();
  });
});
