import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { OTHER_SHOP, SHOP, tiesUnderTest, waitingJobs } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from obstacle; delete from run; delete from graphile_worker._private_jobs',
  );
});

async function installedShop(appUrl = 'https://app.example.com') {
  const world = tiesUnderTest(database, { appUrl });
  await world.shops.install(SHOP);
  return world;
}

describe('preparing a shop', () => {
  test('brings facts, definitions and carrier service to where checkout needs them', async () => {
    const { shops, admin, obstacles, clock } = await installedShop();

    expect((await shops.prepareShop(SHOP)).isOk()).toBe(true);

    expect(await shops.shop(SHOP)).toMatchObject({
      name: 'Example',
      currency: 'EUR',
      timezone: 'Europe/Paris',
      country: 'FR',
      primaryLocale: 'en',
      locales: ['en', 'fr'],
      mainOrigin: { country: 'FR', zip: '75011', city: 'Paris' },
      carrierServiceId: 'service-1',
      preparedAt: clock.time,
    });
    expect(admin.definitions).toHaveLength(5);
    expect(admin.carrierServices).toEqual([
      {
        id: 'service-1',
        name: 'OneStock',
        callbackUrl: expect.stringMatching(/^https:\/\/app\.example\.com\/carrier-rates\/[\w-]{43}$/),
        active: true,
        supportsServiceDiscovery: true,
      },
    ]);
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('changes nothing the second time', async () => {
    const { shops, admin } = await installedShop();
    await shops.prepareShop(SHOP);
    admin.changes = [];
    await shops.prepareShop(SHOP);
    expect(admin.changes).toEqual([]);
  });

  test('twice at once goes one after the other, and registers one carrier service', async () => {
    const { shops, admin } = await installedShop();

    await Promise.all([shops.prepareShop(SHOP), shops.prepareShop(SHOP)]);

    const clients = admin.asked.map(({ client }) => client);
    expect(clients).toEqual(clients.toSorted());
    expect(new Set(clients).size).toBe(2);
    expect(admin.carrierServices).toHaveLength(1);
  });

  test('goes on where the plan refuses the carrier service, tells the merchant, and clears when it works', async () => {
    const { shops, admin, obstacles } = await installedShop();
    admin.refuses.carrierService = 'Carrier Calculated Shipping must be enabled.';

    const refused = await shops.prepareShop(SHOP);

    expect(refused._unsafeUnwrapErr()).toMatchObject({ code: 'carrier_service_refused', retryable: false });
    expect(admin.definitions).toHaveLength(5);
    expect(await obstacles.list(SHOP)).toEqual([
      expect.objectContaining({
        source: 'carrier_service',
        severity: 'critical',
        causes: [
          {
            code: 'carrier_service_refused',
            params: { said: 'Carrier Calculated Shipping must be enabled.' },
          },
        ],
        remedies: ['retry'],
      }),
    ]);
    expect(await shops.shop(SHOP)).toMatchObject({ preparedAt: null, carrierServiceId: null });

    admin.refuses.carrierService = null;
    await shops.prepareShop(SHOP);
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('asks for a retry when any step failed in a way that a retry helps', async () => {
    const { shops, admin, obstacles } = await installedShop();
    admin.refuses.carrierService = 'No.';
    admin.failing = { MetafieldDefinitions: 'shopify_throttled' };

    const failed = await shops.prepareShop(SHOP);

    expect(failed._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_throttled', retryable: true });
    const keys = (await obstacles.list(SHOP)).map(({ source }) => source);
    expect(keys.sort()).toEqual(['carrier_service', 'metafield_definitions']);
  });

  test('tells the merchant when Shopify gives the app no access', async () => {
    const { shops, admin, obstacles } = await installedShop();
    admin.access = 'shopify_unauthorized';
    expect((await shops.prepareShop(SHOP)).isErr()).toBe(true);
    expect(await obstacles.list(SHOP)).toEqual([
      expect.objectContaining({ source: 'shopify_access', causes: [{ code: 'shopify_unauthorized' }] }),
    ]);
  });

  test('of a shop that has left does nothing', async () => {
    const { shops, admin } = await installedShop();
    await shops.uninstall(SHOP, new Date('2026-11-22T00:00:00Z'));
    expect((await shops.prepareShop(SHOP)).isOk()).toBe(true);
    expect((await shops.prepareShop(OTHER_SHOP)).isOk()).toBe(true);
    expect(admin.changes).toEqual([]);
  });

  test('keeps a shop without a primary location usable', async () => {
    const { shops, admin } = await installedShop();
    await shops.prepareShop(SHOP);
    admin.location = null;
    await shops.prepareShop(SHOP);
    expect(await shops.shop(SHOP)).toMatchObject({ mainOrigin: null, currency: 'EUR' });
  });
});

describe('an app that moved to another address', () => {
  test('has the carrier services that call elsewhere prepared again, and only those', async () => {
    const { shops, admin } = await installedShop('https://app.example.com.old');
    await shops.prepareShop(SHOP);
    const at = (appUrl: string) => tiesUnderTest(database, { appUrl, adminClients: admin });
    await database.pool.query('delete from run; delete from graphile_worker._private_jobs');

    await at('https://app.example.com.old').carrierService.repointCarrierServices();
    expect(await waitingJobs(database)).toEqual([]);

    await at('https://app.example.com').carrierService.repointCarrierServices();
    expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${SHOP}`]);

    const [before] = structuredClone(admin.carrierServices);
    await at('https://app.example.com').shops.prepareShop(SHOP);
    expect(admin.carrierServices).toEqual([
      { ...before, callbackUrl: before?.callbackUrl.replace('example.com.old', 'example.com') },
    ]);
  });

  test('has shops prepared that were never prepared, and leaves those that uninstalled alone', async () => {
    const { carrierService, shops } = await installedShop();
    await shops.install(OTHER_SHOP);
    await shops.uninstall(SHOP, new Date('2026-11-22T00:00:00Z'));
    await database.pool.query('delete from run; delete from graphile_worker._private_jobs');

    await carrierService.repointCarrierServices();

    await vi.waitFor(async () =>
      expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${OTHER_SHOP}`]),
    );
  });
});

test('every installed shop is asked to be prepared, once', async () => {
  const { shops } = tiesUnderTest(database);
  await shops.install(SHOP);
  await shops.install(OTHER_SHOP);
  await shops.prepareAllShops();
  expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${SHOP}`, `run:prepare_shop:${OTHER_SHOP}`]);
});
