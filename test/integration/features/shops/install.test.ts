import { beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP, tiesUnderTest, waitingJobs } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query('delete from shop; delete from run; delete from graphile_worker._private_jobs');
});

const rowOf = () => database.prisma.shop.findUniqueOrThrow({ where: { domain: SHOP } });

describe('installing the app', () => {
  test('keeps the shop and asks for its preparation, both or neither', async () => {
    const { shops } = tiesUnderTest(database);
    await shops.install(SHOP);
    expect(await shops.shop(SHOP)).toMatchObject({
      domain: SHOP,
      preparedAt: null,
      itemIdSource: 'sku',
    });
    expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${SHOP}`]);
  });

  test('leaves no shop behind when the job cannot be kept', async () => {
    const gone = () => Promise.reject(new Error('the queue is gone'));
    const { shops } = tiesUnderTest(database, { runs: { start: gone, startAll: gone } });

    await expect(shops.install(SHOP)).rejects.toThrow('the queue is gone');
    expect(await shops.shop(SHOP)).toBeNull();
  });

  test('again keeps the path token and the salt, and lets one job wait', async () => {
    const { shops, clock } = tiesUnderTest(database);
    await shops.install(SHOP);
    const first = await rowOf();
    clock.time = new Date('2026-11-21T11:00:00Z');

    await Promise.all([shops.install(SHOP), shops.install(SHOP)]);

    expect(await rowOf()).toEqual({ ...first, installedAt: clock.time });
    expect(await waitingJobs(database)).toHaveLength(1);
  });

  test('never keeps the path token in clear text, and finds the shop by it alone', async () => {
    const { shops, admin } = tiesUnderTest(database);
    await shops.install(SHOP);
    await shops.prepareShop(SHOP);
    const token = admin.carrierServices[0]?.callbackUrl.split('/').at(-1) ?? '';
    const row = await rowOf();

    expect(token).toHaveLength(43);
    expect(JSON.stringify({ ...row, carrierCallbackUrl: null })).not.toContain(token);
    expect((await shops.shopByCarrierToken(token))?.domain).toBe(SHOP);
    expect(await shops.shopByCarrierToken(`${token}x`)).toBeNull();
    expect(await shops.shopByCarrierToken('')).toBeNull();
  });
});

describe('uninstalling the app', () => {
  test('forgets the tokens and refuses rate requests, and keeps the settings for a return', async () => {
    const { shops, admin, clock } = tiesUnderTest(database);
    await shops.install(SHOP);
    await shops.prepareShop(SHOP);
    const token = admin.carrierServices[0]?.callbackUrl.split('/').at(-1) ?? '';
    const session = { id: `offline_${SHOP}`, shop: SHOP, isOnline: false, sealed: 'sealed' };
    await database.prisma.session.create({ data: session });
    const { carrierTokenHash, fingerprintSalt } = await rowOf();

    await shops.uninstall(SHOP, new Date('2026-11-22T10:00:00Z'));

    expect(await shops.shop(SHOP)).toBeNull();
    expect(await shops.shopByCarrierToken(token)).toBeNull();
    expect(await database.prisma.session.count()).toBe(0);

    clock.time = new Date('2026-11-23T10:00:00Z');
    await shops.install(SHOP);
    expect((await shops.shopByCarrierToken(token))?.domain).toBe(SHOP);
    expect(await rowOf()).toMatchObject({ carrierTokenHash, fingerprintSalt, carrierServiceId: null });
  });

  test('told late, when the shop is back already, changes nothing', async () => {
    const { shops, clock } = tiesUnderTest(database);
    await shops.install(SHOP);
    clock.time = new Date('2026-11-21T12:00:00Z');
    await shops.install(SHOP);

    await shops.uninstall(SHOP, new Date('2026-11-21T11:00:00Z'));

    expect(await shops.shop(SHOP)).not.toBeNull();
  });
});
