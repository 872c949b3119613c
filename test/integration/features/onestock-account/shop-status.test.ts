import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { ACCOUNT, OTHER_SHOP, SHOP, tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from obstacle; delete from run; delete from graphile_worker._private_jobs',
  );
});

/** An installed shop whose saved account was seen to work. */
async function connectedShop() {
  const { oneStockAccounts, shops } = tiesUnderTest(database);
  await shops.install(SHOP);
  await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
  await database.prisma.oneStockConnection.update({
    where: { shop: SHOP },
    data: { checkedAt: new Date('2026-11-21T10:00:00Z') },
  });
  return { shops, oneStockAccounts };
}

test('a shop is connected once its account was seen to work, and not any more when the account changes', async () => {
  const { oneStockAccounts } = await connectedShop();
  expect(await oneStockAccounts.status(SHOP)).toMatchObject({ isConnected: true });
  await oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, siteId: 's200' });
  expect(await oneStockAccounts.status(SHOP)).toMatchObject({ isConnected: false });
});

test('another shop’s connection is not this shop’s, nor is one kept after the app was uninstalled', async () => {
  const { shops, oneStockAccounts } = await connectedShop();
  await shops.install(OTHER_SHOP);
  expect(await oneStockAccounts.status(OTHER_SHOP)).toMatchObject({ isConnected: false });
  await shops.uninstall(SHOP, new Date('2026-11-21T11:00:00Z'));
  expect(await oneStockAccounts.status(SHOP)).toMatchObject({ isConnected: false });
});

test('a shop whose installation has only begun has a status too, in UTC until Shopify tells its zone', async () => {
  const { oneStockAccounts, shops } = tiesUnderTest(database);
  expect(await oneStockAccounts.status(SHOP)).toEqual({ isConnected: false, timezone: 'UTC' });
  await shops.install(SHOP);
  await database.prisma.shop.update({ where: { domain: SHOP }, data: { timezone: 'Europe/Paris' } });
  expect(await oneStockAccounts.status(SHOP)).toEqual({ isConnected: false, timezone: 'Europe/Paris' });
});
