import { beforeEach, describe, expect, test, vi } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { connectionUnderTest, OTHER_SHOP, SHOP, waitingJobs } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query(
    'truncate shop, obstacle, run cascade; delete from graphile_worker._private_jobs',
  );
});

async function installedShop(appUrl = 'https://app.example.com') {
  const world = connectionUnderTest(database, { appUrl });
  await world.connection.install(SHOP);
  return world;
}

describe('preparing a shop', () => {
  test('brings facts, definitions and carrier service to where checkout needs them', async () => {
    const { connection, admin, obstacles, clock } = await installedShop();

    expect((await connection.prepareShop(SHOP)).isOk()).toBe(true);

    expect(await connection.shop(SHOP)).toMatchObject({
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
    expect(admin.definitions).toHaveLength(4);
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
    const { connection, admin } = await installedShop();
    await connection.prepareShop(SHOP);
    admin.changes = [];
    await connection.prepareShop(SHOP);
    expect(admin.changes).toEqual([]);
  });

  test('twice at once goes one after the other, and registers one carrier service', async () => {
    const { connection, admin } = await installedShop();

    await Promise.all([connection.prepareShop(SHOP), connection.prepareShop(SHOP)]);

    const clients = admin.asked.map(({ client }) => client);
    expect(clients).toEqual(clients.toSorted());
    expect(new Set(clients).size).toBe(2);
    expect(admin.carrierServices).toHaveLength(1);
  });

  test('goes on where the plan refuses the carrier service, tells the merchant, and clears when it works', async () => {
    const { connection, admin, obstacles } = await installedShop();
    admin.refuses.carrierService = 'Carrier Calculated Shipping must be enabled.';

    const refused = await connection.prepareShop(SHOP);

    expect(refused._unsafeUnwrapErr()).toMatchObject({ code: 'carrier_service_refused', retryable: false });
    expect(admin.definitions).toHaveLength(4);
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
    expect(await connection.shop(SHOP)).toMatchObject({ preparedAt: null, carrierServiceId: null });

    admin.refuses.carrierService = null;
    await connection.prepareShop(SHOP);
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('asks for a retry when any step failed in a way that a retry helps', async () => {
    const { connection, admin, obstacles } = await installedShop();
    admin.refuses.carrierService = 'No.';
    admin.failing = { MetafieldDefinitions: 'shopify_throttled' };

    const failed = await connection.prepareShop(SHOP);

    expect(failed._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_throttled', retryable: true });
    const keys = (await obstacles.list(SHOP)).map(({ source }) => source);
    expect(keys.sort()).toEqual(['carrier_service', 'metafield_definitions']);
  });

  test('tells the merchant when Shopify gives the app no access', async () => {
    const { connection, admin, obstacles } = await installedShop();
    admin.access = 'shopify_unauthorized';
    expect((await connection.prepareShop(SHOP)).isErr()).toBe(true);
    expect(await obstacles.list(SHOP)).toEqual([
      expect.objectContaining({ source: 'shopify_access', causes: [{ code: 'shopify_unauthorized' }] }),
    ]);
  });

  test('of a shop that has left does nothing', async () => {
    const { connection, admin } = await installedShop();
    await connection.uninstall(SHOP, new Date('2026-11-22T00:00:00Z'));
    expect((await connection.prepareShop(SHOP)).isOk()).toBe(true);
    expect((await connection.prepareShop(OTHER_SHOP)).isOk()).toBe(true);
    expect(admin.changes).toEqual([]);
  });

  test('keeps a shop without a primary location usable', async () => {
    const { connection, admin } = await installedShop();
    await connection.prepareShop(SHOP);
    admin.location = null;
    await connection.prepareShop(SHOP);
    expect(await connection.shop(SHOP)).toMatchObject({ mainOrigin: null, currency: 'EUR' });
  });
});

describe('an app that moved to another address', () => {
  test('has the carrier services that call elsewhere prepared again, and only those', async () => {
    const { connection, admin } = await installedShop('https://app.example.com.old');
    await connection.prepareShop(SHOP);
    const at = (appUrl: string) => connectionUnderTest(database, { appUrl, adminClients: admin }).connection;
    await database.pool.query('truncate run cascade; delete from graphile_worker._private_jobs');

    await at('https://app.example.com.old').repointCarrierServices();
    expect(await waitingJobs(database)).toEqual([]);

    await at('https://app.example.com').repointCarrierServices();
    expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${SHOP}`]);

    const [before] = structuredClone(admin.carrierServices);
    await at('https://app.example.com').prepareShop(SHOP);
    expect(admin.carrierServices).toEqual([
      { ...before, callbackUrl: before?.callbackUrl.replace('example.com.old', 'example.com') },
    ]);
  });

  test('has shops prepared that were never prepared, and leaves those that uninstalled alone', async () => {
    const { connection } = await installedShop();
    await connection.install(OTHER_SHOP);
    await connection.uninstall(SHOP, new Date('2026-11-22T00:00:00Z'));
    await database.pool.query('truncate run cascade; delete from graphile_worker._private_jobs');

    await connection.repointCarrierServices();

    await vi.waitFor(async () =>
      expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${OTHER_SHOP}`]),
    );
  });
});

test('every installed shop is asked to be prepared, once', async () => {
  const { connection } = connectionUnderTest(database);
  await connection.install(SHOP);
  await connection.install(OTHER_SHOP);
  await connection.prepareAllShops();
  expect(await waitingJobs(database)).toEqual([`run:prepare_shop:${SHOP}`, `run:prepare_shop:${OTHER_SHOP}`]);
});
