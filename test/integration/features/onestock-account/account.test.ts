import { errAsync, okAsync, ResultAsync } from 'neverthrow';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { CONFIGURATION_CHANGED, listen } from '#app/platform/database/listen.ts';
import { freshDatabase } from '#test/support/database.ts';
import {
  ACCOUNT,
  endpoint,
  OTHER_SHOP,
  SHOP,
  tiesUnderTest,
  UNREACHABLE,
  waitingJobs,
} from '#test/support/ties-under-test.ts';

const { database, url } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from obstacle; delete from run; delete from graphile_worker._private_jobs',
  );
});

async function installedShop() {
  const world = tiesUnderTest(database);
  await world.shops.install(SHOP);
  return world;
}

describe('saving the OneStock account', () => {
  test('seals the password, asks for a mirror, and is read back whole', async () => {
    const { oneStockAccounts } = await installedShop();

    const saved = (
      await oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, salesChannel: 'web' })
    )._unsafeUnwrap();

    expect(saved).toEqual({
      account: ACCOUNT,
      salesChannel: 'web',
      salesChannels: {},
      version: 1,
      checkedAt: null,
      endpointsMirroredAt: null,
    });
    expect(await oneStockAccounts.account(SHOP)).toEqual(saved);
    const row = await database.prisma.oneStockConnection.findUniqueOrThrow({ where: { shop: SHOP } });
    expect(row.password).not.toContain(ACCOUNT.password);
    expect(await waitingJobs(database)).toEqual([`run:mirror_stores:${SHOP}`, `run:prepare_shop:${SHOP}`]);
  });

  test('tells every process, each time as a new version', async () => {
    const { oneStockAccounts } = await installedShop();
    const told: string[] = [];
    const listening = Promise.withResolvers<void>();
    const listener = listen(url, CONFIGURATION_CHANGED, (shop) => told.push(shop), listening.resolve);
    await listening.promise;

    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);

    expect((await oneStockAccounts.account(SHOP))?.version).toBe(2);
    await vi.waitFor(() => expect(told).toEqual([SHOP, SHOP]));
    await listener.close();
  });

  test('keeps the password that was typed before when none is typed', async () => {
    const { oneStockAccounts } = await installedShop();
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    await oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, password: '', apiVersion: 'v4' });
    expect((await oneStockAccounts.account(SHOP))?.account).toEqual({ ...ACCOUNT, apiVersion: 'v4' });
  });

  test.each([{ siteId: 's200' }, { userId: 'another' }, { host: 'https://api-qualif.onestock-retail.com' }])(
    'never sends a stored password elsewhere: %o asks for it again',
    async (change) => {
      const { oneStockAccounts } = await installedShop();
      await oneStockAccounts.saveAccount(SHOP, ACCOUNT);

      const refused = await oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, password: '', ...change });

      expect(Object.keys(refused._unsafeUnwrapErr().fields)).toEqual(['password']);
      expect(await oneStockAccounts.account(SHOP)).toMatchObject({ account: ACCOUNT, version: 1 });
    },
  );

  test('of a shop that is not installed, or with faults, changes nothing', async () => {
    const { oneStockAccounts } = await installedShop();
    const foreign = await oneStockAccounts.saveAccount(OTHER_SHOP, ACCOUNT);
    const faulty = await oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, host: 'https://evil.example.org' });

    expect(foreign._unsafeUnwrapErr().code).toBe('shop_not_installed');
    expect(Object.keys(faulty._unsafeUnwrapErr().fields)).toEqual(['host']);
    expect(await oneStockAccounts.account(SHOP)).toBeNull();
  });

  test('empties the mirror of another site, and keeps the mirror of the same', async () => {
    const { oneStockAccounts, mirror, oneStock } = await installedShop();
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    oneStock.endpoints = () => okAsync([endpoint('a')]);
    await mirror(SHOP);

    await oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, salesChannel: 'web' });
    expect(await oneStockAccounts.stores(SHOP)).toHaveLength(1);

    await oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, siteId: 's200' });
    expect(await oneStockAccounts.stores(SHOP)).toEqual([]);
  });

  test('is unknown to the checkout once the shop has uninstalled', async () => {
    const { oneStockAccounts, shops } = await installedShop();
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    await shops.uninstall(SHOP, new Date('2026-11-22T00:00:00Z'));
    expect(await oneStockAccounts.account(SHOP)).toBeNull();
  });
});

describe('mirroring the endpoints', () => {
  test('replaces the mirror, and offers the stores where shoppers can collect', async () => {
    const { oneStockAccounts, mirror, oneStock, clock } = await installedShop();
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    oneStock.endpoints = () => okAsync([endpoint('a'), endpoint('closed')]);
    await mirror(SHOP);
    const paris = { country: 'FR', zipCode: '75004', city: 'Paris', latitude: 48.85, longitude: 2.35 };
    const warehouse = endpoint('warehouse', { collects: false });
    oneStock.endpoints = () =>
      okAsync([endpoint('b', { ...paris, timezone: 'Europe/Paris' }), warehouse, endpoint('a')]);

    expect((await mirror(SHOP)).isOk()).toBe(true);

    expect(await oneStockAccounts.stores(SHOP)).toEqual([
      expect.objectContaining({ endpointId: 'a', name: 'Store a', city: null }),
      { endpointId: 'b', name: 'Store b', ...paris, timezone: 'Europe/Paris' },
    ]);
    expect((await oneStockAccounts.account(SHOP))?.endpointsMirroredAt).toEqual(clock.time);
  });

  test('keeps what it has when OneStock fails or names no endpoint, and clears the obstacle when it works', async () => {
    const { oneStockAccounts, mirror, oneStock, obstacles } = await installedShop();
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    oneStock.endpoints = () => okAsync([endpoint('a')]);
    await mirror(SHOP);

    oneStock.endpoints = () => errAsync(UNREACHABLE);
    expect((await mirror(SHOP))._unsafeUnwrapErr()).toMatchObject({
      code: UNREACHABLE.code,
      retryable: true,
    });
    expect(await oneStockAccounts.stores(SHOP)).toHaveLength(1);
    expect(await obstacles.list(SHOP)).toEqual([expect.objectContaining({ source: 'onestock_endpoints' })]);

    oneStock.endpoints = () => okAsync([]);
    await mirror(SHOP);
    expect(await oneStockAccounts.stores(SHOP)).toHaveLength(1);
    expect((await obstacles.list(SHOP))[0]?.causes).toEqual([
      { code: 'endpoints_gone', params: { known: 1 } },
    ]);

    oneStock.endpoints = () => okAsync([endpoint('a')]);
    await mirror(SHOP);
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('takes a site with ten thousand endpoints, some of them named twice', async () => {
    const { oneStockAccounts, mirror, oneStock } = await installedShop();
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    const many = Array.from({ length: 10_000 }, (_, index) => endpoint(`e${index}`));
    oneStock.endpoints = () => okAsync([...many, ...many.slice(0, 10)]);

    await mirror(SHOP);

    expect(await oneStockAccounts.stores(SHOP)).toHaveLength(10_000);
  });

  test('never mixes two accounts: an answer for the former one is dropped', async () => {
    const { oneStockAccounts, mirror, oneStock } = await installedShop();
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    oneStock.endpoints = () =>
      ResultAsync.fromSafePromise(oneStockAccounts.saveAccount(SHOP, { ...ACCOUNT, siteId: 's200' })).map(
        () => [endpoint('of-s100')],
      );

    expect((await mirror(SHOP)).isOk()).toBe(true);

    expect(await oneStockAccounts.stores(SHOP)).toEqual([]);
  });

  test('is asked for, for every connected shop that is installed', async () => {
    const { oneStockAccounts, shops } = await installedShop();
    await shops.install(OTHER_SHOP);
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    await oneStockAccounts.saveAccount(OTHER_SHOP, ACCOUNT);
    await shops.install('unconnected.myshopify.com' as typeof SHOP);
    await shops.uninstall(OTHER_SHOP, new Date('2026-11-22T00:00:00Z'));
    await database.pool.query('delete from run; delete from graphile_worker._private_jobs');

    await oneStockAccounts.mirrorAllEndpoints();

    expect(await waitingJobs(database)).toEqual([`run:mirror_stores:${SHOP}`]);
  });
});
