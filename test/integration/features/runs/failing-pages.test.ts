import { describe, expect, test } from 'vitest';
import { countingKind } from '#test/support/counting-kind.ts';
import { freshDatabase } from '#test/support/database.ts';
import { pagesUnderTest, SHOP, upTo } from './pages-under-test.ts';

const { database } = await freshDatabase();
const { prisma } = database;
const { runs, obstacles, start, row, step, toEnd, counted } = pagesUnderTest(database);

describe('a page that fails', () => {
  const subject = { kind: 'run', id: 'count' };

  test('each time, or throws each time, ends the run after ten attempts, with an obstacle until one of its kind succeeds', async () => {
    for (const fail of [
      async () => ({ code: 'shopify_timeout', retryable: true }),
      async () => Promise.reject(new Error('a bug')),
    ]) {
      const broken = countingKind(25, { read: async (from) => (from === 10 ? fail() : undefined) });
      const id = await start();
      await step(broken);
      for (let attempt = 1; attempt < 10; attempt++) expect(await step(broken, attempt)).not.toBe('ok');
      expect(await runs.read(SHOP, id)).toMatchObject({
        state: 'running',
        causes: [{ code: expect.any(String) }],
      });
      expect(await step(broken, 10)).toBe('ok');
      expect(await row(id)).toMatchObject({ state: 'failed', done: 9 });
      expect(await obstacles.of(SHOP, subject)).toMatchObject([
        {
          source: 'run',
          attempts: 10,
          remedies: ['retry', 'dismiss'],
          causes: [{ code: 'count_given_up' }, {}],
        },
      ]);
      expect(await runs.retryLast(SHOP, ['count', 'other'])).toBe(1);
      expect(await obstacles.of(SHOP, subject)).toEqual([]);
      await toEnd(countingKind(25));
      expect(await counted(id)).toEqual(upTo(25));
      expect(await row(id)).toMatchObject({ state: 'done', done: 23, failed: 2, causes: [] });
    }
  });

  test('in a way that no retry can help ends the run at once, and a later one that succeeds clears the obstacle', async () => {
    const id = await start();
    await step(countingKind(25, { read: async () => ({ code: 'shopify_unauthorized', retryable: false }) }));
    expect(await row(id)).toMatchObject({ state: 'failed', causes: [{ code: 'shopify_unauthorized' }] });
    expect(await obstacles.of(SHOP, subject)).toHaveLength(1);
    const second = await start();
    expect(await runs.control(SHOP, id, 'retry')).toBe(false);
    await toEnd(countingKind(5));
    expect(await row(second)).toMatchObject({ state: 'done' });
    expect(await obstacles.of(SHOP, subject)).toEqual([]);
  });

  test('while it is written leaves nothing of it', async () => {
    const id = await start();
    let fails = true;
    const kind = countingKind(25, {
      write: async () => {
        if (fails) throw new Error('cut off');
      },
    });
    expect(await step(kind)).toBe('thrown');
    expect(await counted(id)).toEqual([]);
    expect(await prisma.runOutcome.count()).toBe(0);
    fails = false;
    await toEnd(kind);
    expect(await counted(id)).toEqual(upTo(25));
  });

  test('by ending its process each time is given up without being tried again', async () => {
    const id = await start();
    expect(await step(countingKind(25), 11)).toBe('ok');
    expect(await row(id)).toMatchObject({ state: 'failed', causes: [{ code: 'run_stopped_half_way' }] });
    expect(await counted(id)).toEqual([]);
  });

  test('of a kind that raises obstacles of its own adds one only for a fault of the app', async () => {
    const refused = { read: async () => ({ code: 'onestock_forbidden', retryable: false }) };
    const own = { ...countingKind(5, refused), hasOwnObstacles: true };
    await start();
    await step(own);
    expect(await obstacles.list(SHOP)).toEqual([]);
    await start();
    await step(own, 11);
    expect(await obstacles.of(SHOP, subject)).toHaveLength(1);
  });

  test('the same way each time a schedule starts it leaves one row', async () => {
    const refused = countingKind(5, {
      read: async () => ({ code: 'shopify_unauthorized', retryable: false }),
    });
    for (let times = 0; times < 3; times++) {
      await start('schedule');
      await step(refused);
    }
    expect(await prisma.run.count()).toBe(1);
    expect(await obstacles.of(SHOP, subject)).toHaveLength(1);
  });
});
