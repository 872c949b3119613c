import { beforeEach, describe, expect, test } from 'vitest';
import { createProblems } from '#app/features/activity/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();

const SHOP = 'example.myshopify.com' as ShopDomain;
const OTHER = 'other.myshopify.com' as ShopDomain;
const BEGUN = new Date('2026-11-21T10:00:00Z');
const LATER = new Date('2026-11-21T11:00:00Z');

const clock = { time: BEGUN, now: () => clock.time };
const problems = createProblems(database, clock);

beforeEach(async () => {
  clock.time = BEGUN;
  await database.prisma.problem.deleteMany();
});

describe('a problem', () => {
  test('raised again keeps its beginning and takes the new words', async () => {
    await problems.raise(SHOP, { key: 'a', severity: 'warning', message: 'Slow.' });
    clock.time = LATER;
    const down = {
      key: 'a',
      severity: 'critical' as const,
      message: 'Down.',
      cause: { code: 'timeout', params: { host: 'a.test', tries: 3 } },
    };
    await problems.raise(SHOP, down);
    expect(await problems.list(SHOP)).toEqual([{ ...down, raisedAt: BEGUN, seenAt: LATER }]);
    const { cause: _, ...untold } = down;
    await problems.raise(SHOP, untold);
    expect(await problems.list(SHOP)).toEqual([{ ...untold, raisedAt: BEGUN, seenAt: LATER }]);
  });

  test('raised by many at once is one', async () => {
    const raise = () => problems.raise(SHOP, { key: 'a', severity: 'warning', message: 'Slow.' });
    await Promise.all(Array.from({ length: 8 }, raise));
    expect(await problems.list(SHOP)).toHaveLength(1);
  });

  test('clears under its own key and in its own shop only', async () => {
    for (const shop of [SHOP, OTHER]) {
      for (const key of ['a', 'b']) await problems.raise(shop, { key, severity: 'info', message: key });
    }
    await problems.clear(SHOP, 'a');
    await problems.clear(SHOP, 'never raised');
    expect((await problems.list(SHOP)).map(({ key }) => key)).toEqual(['b']);
    expect((await problems.list(OTHER)).map(({ key }) => key)).toEqual(['a', 'b']);
  });
});
