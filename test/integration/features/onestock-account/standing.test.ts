import { beforeEach, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { ACCOUNT, connectionUnderTest, OTHER_SHOP, SHOP } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query(
    'truncate shop, obstacle, run cascade; delete from graphile_worker._private_jobs',
  );
});

/** An installed shop whose saved account was seen to work. */
async function connectedShop() {
  const { connection } = connectionUnderTest(database);
  await connection.install(SHOP);
  await connection.saveAccount(SHOP, ACCOUNT);
  await database.prisma.oneStockConnection.update({
    where: { shop: SHOP },
    data: { checkedAt: new Date('2026-11-21T10:00:00Z') },
  });
  return connection;
}

test('a shop is connected once its account was seen to work, and not any more when the account changes', async () => {
  const connection = await connectedShop();
  expect(await connection.standing(SHOP)).toMatchObject({ isConnected: true });
  await connection.saveAccount(SHOP, { ...ACCOUNT, siteId: 's200' });
  expect(await connection.standing(SHOP)).toMatchObject({ isConnected: false });
});

test('another shop’s connection is not this shop’s, nor is one kept after the app was uninstalled', async () => {
  const connection = await connectedShop();
  await connection.install(OTHER_SHOP);
  expect(await connection.standing(OTHER_SHOP)).toMatchObject({ isConnected: false });
  await connection.uninstall(SHOP, new Date('2026-11-21T11:00:00Z'));
  expect(await connection.standing(SHOP)).toMatchObject({ isConnected: false });
});

test('a shop whose installation has only begun has a standing too, in UTC until Shopify tells its zone', async () => {
  const { connection } = connectionUnderTest(database);
  expect(await connection.standing(SHOP)).toEqual({ isConnected: false, timezone: 'UTC' });
  await connection.install(SHOP);
  await database.prisma.shop.update({ where: { domain: SHOP }, data: { timezone: 'Europe/Paris' } });
  expect(await connection.standing(SHOP)).toEqual({ isConnected: false, timezone: 'Europe/Paris' });
});
