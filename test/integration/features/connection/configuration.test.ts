import { beforeEach, describe, expect, test } from 'vitest';
import type { ConfigurationInput } from '#app/features/connection/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { connectionUnderTest, OTHER_SHOP, SHOP, waitingJobs } from './connection-under-test.ts';
import { gatewayTo, policyFor, simulatedSite } from './diagnosis-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query(
    'truncate shop, obstacle, run cascade; delete from graphile_worker._private_jobs',
  );
});

const LOCATION = 'gid://shopify/Location/1';

/** A shop that has installed the app, beside a simulated OneStock site, and what its merchant would type to connect it. */
async function shopBesideSite() {
  const site = await simulatedSite();
  const { host } = site.account;
  const world = connectionUnderTest(database, { oneStock: gatewayTo(host), hostPolicy: policyFor(host) });
  await world.connection.install(SHOP);
  const typed = (change: Partial<ConfigurationInput> = {}): ConfigurationInput => ({
    version: 1,
    account: site.account,
    salesChannel: null,
    salesChannels: [],
    itemIdSource: 'sku',
    softDeadlineMs: 350,
    promiseLifeSeconds: 300,
    signatureMode: 'require',
    syncsOrders: false,
    syncMoment: 'created',
    rulesets: [],
    locations: [],
    ...change,
  });
  /** Saves what somebody typed who had opened the page just before. */
  const save = async (change: Partial<ConfigurationInput> = {}) => {
    const { version = 1 } = (await world.connection.configuration(SHOP)) ?? {};
    return world.connection.saveConfiguration(SHOP, typed({ version, ...change }));
  };
  return { ...world, site, typed, save };
}

async function connectedShop() {
  const world = await shopBesideSite();
  (await world.save())._unsafeUnwrap();
  return world;
}

describe('connecting a shop', () => {
  test('saves an account that works, as one that was seen to work, and has its endpoints mirrored', async () => {
    const { connection, save, clock, site } = await shopBesideSite();
    expect(await connection.configuration(SHOP)).toMatchObject({ account: null, standing: 'none' });
    expect((await save()).isOk()).toBe(true);
    const { password: _, ...plain } = site.account;
    expect(await connection.configuration(SHOP)).toMatchObject({
      account: plain,
      standing: 'works',
      checkedAt: clock.time,
    });
    expect(JSON.stringify(await connection.configuration(SHOP))).not.toContain(site.account.password);
    expect(await waitingJobs(database)).toContain(`run:mirror_stores:${SHOP}`);
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, 'password', 'faults.user_refused'],
    ['an unknown site', { siteId: 's999' }, 'password', 'faults.user_refused'],
    ['a private address', { host: 'https://10.0.0.5' }, 'host', 'account.host'],
    ['no host', { host: ' ' }, 'host', 'account.host'],
    ['no password', { password: '' }, 'password', 'account.password'],
  ])('with %s is refused at its field, and saves nothing', async (_, change, field, code) => {
    const { connection, save, site } = await shopBesideSite();
    const refusal = (
      await save({ account: { ...site.account, ...change }, syncsOrders: true })
    )._unsafeUnwrapErr();
    expect(refusal.faults).toEqual([expect.objectContaining({ field, code })]);
    expect(await connection.account(SHOP)).toBeNull();
    expect(await connection.configuration(SHOP)).toMatchObject({ syncsOrders: false });
  });

  test('while OneStock is down is refused, and leaves the account that shoppers depend on', async () => {
    const { connection, save, site } = await connectedShop();
    await site.control({ failure: 'reset' });
    const refusal = (await save({ account: { ...site.account, apiVersion: 'v4' } }))._unsafeUnwrapErr();
    expect(refusal.faults).toEqual([expect.objectContaining({ field: 'host', code: 'faults.unreachable' })]);
    expect(await connection.account(SHOP)).toMatchObject({ account: { apiVersion: 'v3' }, version: 1 });
  });

  test('whose policy withholds something saves the account and keeps the obstacle; a policy mended clears it', async () => {
    const { connection, save, site, obstacles } = await shopBesideSite();
    await site.control({ refusedResources: ['orders'] });
    (await save())._unsafeUnwrap();
    expect(await connection.configuration(SHOP)).toMatchObject({
      standing: 'limited',
      fault: expect.objectContaining({
        source: 'onestock_access',
        causes: [{ code: 'policy', params: expect.objectContaining({ refused: 'orders' }) }],
      }),
    });
    await site.control({ refusedResources: [] });
    (await save({ account: { ...site.account, apiVersion: 'v4' } }))._unsafeUnwrap();
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('a second person’s password is not needed, and never sent elsewhere', async () => {
    const { save, site } = await connectedShop();
    const account = { ...site.account, password: '' };
    expect((await save({ account: { ...account, apiVersion: 'v2' } })).isOk()).toBe(true);
    const elsewhere = (await save({ account: { ...account, siteId: 's200' } }))._unsafeUnwrapErr();
    expect(elsewhere.faults).toEqual([
      expect.objectContaining({ field: 'password', code: 'account.password' }),
    ]);
  });
});

describe('the rest of the configuration', () => {
  test('is kept as typed and read back, and what is left out is gone', async () => {
    const { connection, save } = await connectedShop();
    await database.prisma.oneStockEndpoint.create({
      data: { shop: SHOP, endpointId: 'paris', name: 'Paris', collects: true, open: true },
    });
    const kept = {
      salesChannel: 'web',
      salesChannels: [{ country: 'FR', channelId: 'web_fr' }],
      itemIdSource: 'variant_id' as const,
      softDeadlineMs: 300,
      syncsOrders: true,
      syncMoment: 'paid' as const,
      rulesets: [
        { source: 'option' as const, key: 'STANDARD', rulesetChainingId: 'respect_promise' },
        { source: 'rate' as const, key: 'Free shipping', rulesetChainingId: 'deleted_in_onestock' },
      ],
    };
    (await save({ ...kept, locations: [{ locationId: LOCATION, endpointId: 'paris' }] }))._unsafeUnwrap();
    expect(await connection.configuration(SHOP)).toMatchObject({
      ...kept,
      locations: [{ locationId: LOCATION, endpointId: 'paris', endpointName: 'Paris' }],
    });
    expect(await connection.account(SHOP)).toMatchObject({
      salesChannel: 'web',
      salesChannels: { FR: 'web_fr' },
    });
    (await save())._unsafeUnwrap();
    expect(await connection.configuration(SHOP)).toMatchObject({
      salesChannel: null,
      salesChannels: [],
      rulesets: [],
      locations: [],
    });
  });

  test('is saved while OneStock is down, for the account did not change', async () => {
    const { connection, save, site } = await connectedShop();
    await site.control({ failure: 'reset' });
    expect((await save({ softDeadlineMs: 200 })).isOk()).toBe(true);
    expect(await connection.shop(SHOP)).toMatchObject({ softDeadlineMs: 200 });
    expect(await connection.account(SHOP)).toMatchObject({ version: 1 });
  });

  test('tells every fault at once, by the field where it was typed, and saves nothing', async () => {
    const { connection, save } = await connectedShop();
    const refusal = (
      await save({
        softDeadlineMs: Number.NaN,
        promiseLifeSeconds: -1,
        salesChannels: [
          { country: 'FR', channelId: 'web' },
          { country: 'FR', channelId: '' },
          { country: '', channelId: 'web' },
        ],
        locations: [{ locationId: LOCATION, endpointId: 'nowhere' }],
        syncsOrders: true,
      })
    )._unsafeUnwrapErr();
    expect(refusal.faults.map(({ field, code }) => [field, code])).toEqual([
      ['softDeadlineMs', 'soft_deadline_range'],
      ['promiseLifeSeconds', 'promise_life_range'],
      ['salesChannels.1.channelId', 'channel_needed'],
      ['salesChannels.2.country', 'country_needed'],
      ['salesChannels.1.country', 'country_twice'],
      ['locations.0.endpointId', 'endpoint_unknown'],
    ]);
    expect(await connection.configuration(SHOP)).toMatchObject({ syncsOrders: false });
  });

  test.each([49, 451])('refuses to wait %i ms for OneStock', async (softDeadlineMs) => {
    const { connection, save } = await connectedShop();
    const { faults } = (await save({ softDeadlineMs }))._unsafeUnwrapErr();
    expect(faults).toEqual([
      expect.objectContaining({ field: 'softDeadlineMs', code: 'soft_deadline_range' }),
    ]);
    expect(await connection.shop(SHOP)).toMatchObject({ softDeadlineMs: 350 });
  });

  test('begins a new time of synchronization whenever the switch is turned on, and not while it stays on', async () => {
    const { save, clock } = await connectedShop();
    const times = () =>
      database.prisma.shop.findUniqueOrThrow({
        where: { domain: SHOP },
        select: { syncsOrdersSince: true, ordersSweptTo: true },
      });
    expect((await times()).syncsOrdersSince).toBeNull();
    const switchTo = async (syncsOrders: boolean, time: string) => {
      clock.time = new Date(time);
      (await save({ syncsOrders }))._unsafeUnwrap();
    };
    await switchTo(true, '2026-11-21T11:00:00Z');
    await database.prisma.shop.updateMany({ data: { ordersSweptTo: clock.time } });
    const begun = new Date('2026-11-21T11:00:00Z');
    await switchTo(true, '2026-11-21T12:00:00Z');
    expect(await times()).toEqual({ syncsOrdersSince: begun, ordersSweptTo: begun });
    await switchTo(false, '2026-11-21T13:00:00Z');
    await switchTo(true, '2026-11-21T14:00:00Z');
    expect(await times()).toEqual({ syncsOrdersSince: clock.time, ordersSweptTo: null });
  });

  test('keeps an endpoint that was deleted in OneStock, and says that it is gone', async () => {
    const { connection, save } = await connectedShop();
    const locations = [{ locationId: LOCATION, endpointId: 'closed' }];
    await database.prisma.locationMapping.create({ data: { shop: SHOP, ...locations[0] } as never });
    expect((await save({ locations })).isOk()).toBe(true);
    expect((await connection.configuration(SHOP))?.locations).toEqual([
      { ...locations[0], endpointName: null },
    ]);
  });

  test('of one shop is not seen, found or changed from another', async () => {
    const { connection, save, typed } = await connectedShop();
    await connection.install(OTHER_SHOP);
    await database.prisma.oneStockEndpoint.create({
      data: { shop: SHOP, endpointId: 'paris', name: 'Paris', collects: true, open: true },
    });
    (await save({ salesChannel: 'web' }))._unsafeUnwrap();
    expect(await connection.configuration(OTHER_SHOP)).toMatchObject({ account: null, salesChannel: null });
    expect(await connection.findEndpoints(OTHER_SHOP, 'par')).toEqual([]);
    const locations = [{ locationId: LOCATION, endpointId: 'paris' }];
    const refusal = (await connection.saveConfiguration(OTHER_SHOP, typed({ locations })))._unsafeUnwrapErr();
    expect(refusal.faults).toEqual([expect.objectContaining({ code: 'endpoint_unknown' })]);
    (await connection.saveConfiguration(OTHER_SHOP, typed({ salesChannel: 'other' })))._unsafeUnwrap();
    expect(await connection.configuration(SHOP)).toMatchObject({ salesChannel: 'web' });
  });

  describe('edited by two people', () => {
    const first = { orderSettings: { orderIdPrefix: 'FIRST-' }, salesChannel: 'first' };
    const second = { orderSettings: { orderIdPrefix: 'SECOND-' }, salesChannel: 'second' };
    const kept = async () => {
      const { orderSettings } = await database.prisma.shop.findUniqueOrThrow({ where: { domain: SHOP } });
      return orderSettings;
    };

    test('is that of the first, and the second is told before OneStock is asked', async () => {
      const { connection, save, site, clock } = await connectedShop();
      const { version = 0 } = (await connection.configuration(SHOP)) ?? {};
      (await save({ version, ...first }))._unsafeUnwrap();
      await site.control({ failure: 'reset' });
      const account = { ...site.account, apiVersion: 'v4' };
      expect((await save({ version, ...second, account }))._unsafeUnwrapErr()).toMatchObject({
        code: 'changed_meanwhile',
        faults: [],
      });
      expect(await kept()).toEqual(first.orderSettings);
      expect(await connection.configuration(SHOP)).toMatchObject({
        version: version + 1,
        savedAt: clock.time,
        salesChannel: 'first',
      });
    });

    test('is not written over an account that was saved since', async () => {
      const { connection, save, site, clock } = await connectedShop();
      const { version = 0 } = (await connection.configuration(SHOP)) ?? {};
      clock.time = new Date('2026-11-21T11:00:00Z');
      (await connection.saveAccount(SHOP, { ...site.account, apiVersion: 'v4' }))._unsafeUnwrap();
      expect((await save({ version }))._unsafeUnwrapErr()).toMatchObject({ code: 'changed_meanwhile' });
      expect(await connection.configuration(SHOP)).toMatchObject({
        account: { apiVersion: 'v4' },
        version: version + 1,
        savedAt: clock.time,
      });
    });

    test('at the same moment is that of one, whole, order settings and all', async () => {
      const { connection, save } = await connectedShop();
      const { version } = (await connection.configuration(SHOP)) ?? {};
      const saves = [first, second];
      const outcomes = await Promise.all(saves.map((change) => save({ version, ...change })));
      const winner = saves[outcomes.findIndex((outcome) => outcome.isOk())];
      expect(outcomes.filter((outcome) => outcome.isErr())).toMatchObject([
        { error: { code: 'changed_meanwhile' } },
      ]);
      expect(await kept()).toEqual(winner?.orderSettings);
      expect(await connection.configuration(SHOP)).toMatchObject({ salesChannel: winner?.salesChannel });
    });

    test('keeps the settings of orders where none are given', async () => {
      const { save } = await connectedShop();
      (await save(first))._unsafeUnwrap();
      (await save())._unsafeUnwrap();
      expect(await kept()).toEqual(first.orderSettings);
    });
  });

  test('is not saved once the app was uninstalled', async () => {
    const { connection, save } = await connectedShop();
    await connection.uninstall(SHOP, new Date('2026-11-22T00:00:00Z'));
    expect((await save())._unsafeUnwrapErr().code).toBe('shop_not_installed');
    expect(await connection.configuration(SHOP)).toBeNull();
  });
});

describe('what a merchant chooses from', () => {
  test('OneStock’s sales channels and ruleset chainings come by name, and its refusal as an error', async () => {
    const { connection, site } = await connectedShop();
    const names = async () => (await connection.salesChannels(SHOP))._unsafeUnwrap().map(({ name }) => name);
    expect(await names()).toEqual((await names()).toSorted());
    expect((await names()).length).toBeGreaterThan(1);
    expect((await connection.rulesetChainings(SHOP))._unsafeUnwrap()).toContainEqual({
      id: 'respect_promise',
      name: 'Respect the delivery promise',
    });
    await site.control({ failure: 'reset' });
    expect((await connection.salesChannels(SHOP))._unsafeUnwrapErr().code).toBe('onestock_unreachable');
  });

  test('endpoints are found by name, id, city and postal code, however a text is written', async () => {
    const { connection } = await connectedShop();
    const place = (endpointId: string, name: string, city: string, zipCode: string) => ({
      ...{ shop: SHOP, endpointId, name, city, zipCode, collects: true, open: true },
    });
    await database.prisma.oneStockEndpoint.createMany({
      data: [
        place('e1', 'Capitole', 'Toulouse', '31000'),
        place('e2', 'Marais', 'Paris', '75004'),
        ...Array.from({ length: 2_000 }, (_, at) => place(`made_${at}`, `Made ${at}`, 'Lyon', '69000')),
      ],
    });
    const found = async (text: string) =>
      (await connection.findEndpoints(SHOP, text)).map(({ endpointId }) => endpointId);
    expect(await found('CAPIT')).toEqual(['e1']);
    expect(await found('paris ')).toEqual(['e2']);
    expect(await found('310')).toContain('e1');
    expect(await found('e2')).toEqual(['e2']);
    expect(await found('100%')).toEqual([]);
    expect(await found('')).toHaveLength(25);
  });
});
