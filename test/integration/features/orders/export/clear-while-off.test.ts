import { beforeEach, describe, expect, it } from 'vitest';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { clearWhileOff } from '#app/features/orders/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { freshDatabase } from '#test/support/database.ts';
import { tiesUnderTest } from '#test/support/ties-under-test.ts';

const SHOP = 'off.myshopify.com' as ShopDomain;
const OTHER = 'on.myshopify.com' as ShopDomain;

const { database } = await freshDatabase();
const obstacles = createObstacles(database, { now: () => new Date('2026-11-30T10:00:00Z') });

beforeEach(async () => {
  await database.pool.query('delete from shop; delete from obstacle');
  for (const shop of [SHOP, OTHER]) {
    await tiesUnderTest(database).shops.install(shop);
    for (const source of ['export', 'comparison', 'difference', 'promise'])
      await obstacles.raise(shop, {
        subject: { kind: 'order', id: 'gid://shopify/Order/1' },
        source,
        causes: [{ code: 'onestock_refused' }],
        severity: 'warning',
        remedies: ['open'],
      });
  }
});

const saved = (shop: ShopDomain) =>
  database.prisma.$transaction((transaction) => clearWhileOff(obstacles, transaction, shop));
const sourcesOf = async (shop: ShopDomain) => (await obstacles.list(shop)).map(({ source }) => source).sort();

describe('a shop that is saved', () => {
  it('without synchronization has nothing on its list that only synchronizing could solve', async () => {
    await saved(SHOP);
    expect(await sourcesOf(SHOP)).toEqual(['difference', 'promise']);
    expect(await sourcesOf(OTHER)).toHaveLength(4);
  });

  it('with synchronization keeps what stands in its way', async () => {
    await database.prisma.shop.updateMany({ data: { syncsOrders: true } });
    await saved(SHOP);
    expect(await sourcesOf(SHOP)).toHaveLength(4);
  });
});
