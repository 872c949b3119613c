import { beforeEach, describe, expect, test } from 'vitest';
import { createObstacles, type RaisedObstacle } from '#app/features/obstacles/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';

const { database } = await freshDatabase();

const SHOP = 'example.myshopify.com' as ShopDomain;
const OTHER = 'other.myshopify.com' as ShopDomain;
const BEGUN = new Date('2026-11-21T10:00:00Z');
const LATER = new Date('2026-11-21T11:00:00Z');
const ORDER = { kind: 'order', id: 'gid://shopify/Order/1' };

const clock = { time: BEGUN, now: () => clock.time };
const obstacles = createObstacles(database, clock);

beforeEach(async () => {
  clock.time = BEGUN;
  await database.prisma.obstacle.deleteMany();
});

function slow(changes: Partial<RaisedObstacle> = {}): RaisedObstacle {
  return {
    subject: ORDER,
    source: 'export',
    causes: [{ code: 'slow' }],
    severity: 'warning',
    remedies: ['retry'],
    ...changes,
  };
}

const sourcesOf = async (shop: ShopDomain) => (await obstacles.list(shop)).map(({ source }) => source);

describe('an obstacle', () => {
  test('raised again stands since it first appeared, and takes the new causes', async () => {
    await obstacles.raise(SHOP, slow());
    clock.time = LATER;
    const down = slow({
      severity: 'critical',
      causes: [{ code: 'timeout', params: { host: 'a.test', tries: 3 } }, { code: 'said' }],
      attempts: 10,
    });
    await obstacles.raise(SHOP, down);
    expect(await obstacles.list(SHOP)).toEqual([{ ...down, since: BEGUN, seenAt: LATER }]);
    await obstacles.raise(SHOP, slow());
    expect(await obstacles.list(SHOP)).toEqual([{ ...slow(), attempts: 0, since: BEGUN, seenAt: LATER }]);
  });

  test('raised by many at once is one', async () => {
    await Promise.all(Array.from({ length: 8 }, () => obstacles.raise(SHOP, slow())));
    expect(await obstacles.list(SHOP)).toHaveLength(1);
  });

  test('clears under its own key and in its own shop only', async () => {
    for (const shop of [SHOP, OTHER])
      for (const source of ['export', 'promise']) await obstacles.raise(shop, slow({ source }));
    await obstacles.clear(SHOP, { subject: ORDER, source: 'export' });
    await obstacles.clear(SHOP, { subject: ORDER, source: 'never raised' });
    await obstacles.clear(SHOP, { subject: { kind: 'order', id: 'another' }, source: 'promise' });
    expect(await sourcesOf(SHOP)).toEqual(['promise']);
    expect(await sourcesOf(OTHER)).toEqual(['export', 'promise']);
  });

  test('clears with all others of its subject', async () => {
    for (const source of ['export', 'promise']) await obstacles.raise(SHOP, slow({ source }));
    await obstacles.raise(SHOP, slow({ subject: { kind: 'event', id: '1' }, source: 'event' }));
    await obstacles.clearSubject(SHOP, ORDER);
    expect(await sourcesOf(SHOP)).toEqual(['event']);
    expect(await obstacles.of(SHOP, ORDER)).toEqual([]);
  });

  test('that is worse comes first, then the older one; a notice is listed apart and not counted', async () => {
    await obstacles.raise(SHOP, slow({ source: 'notice', severity: 'info' }));
    await obstacles.raise(SHOP, slow({ source: 'older' }));
    clock.time = LATER;
    await obstacles.raise(SHOP, slow({ source: 'newer' }));
    await obstacles.raise(SHOP, slow({ source: 'worst', severity: 'critical' }));
    expect(await sourcesOf(SHOP)).toEqual(['worst', 'older', 'newer']);
    expect((await obstacles.notices(SHOP)).map(({ source }) => source)).toEqual(['notice']);
    expect(await obstacles.count(SHOP)).toBe(3);
    expect(await obstacles.count(SHOP, 'event')).toBe(0);
    expect(await obstacles.count(OTHER)).toBe(0);
  });

  test('that another version kept in another shape says so', async () => {
    await obstacles.raise(SHOP, slow());
    await database.prisma.obstacle.updateMany({ data: { causes: 'It was slow.' } });
    expect(await obstacles.list(SHOP)).toMatchObject([{ causes: [{ code: 'unreadable' }] }]);
  });
});
