import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { OTHER_SHOP, SHOP } from '#test/support/ties-under-test.ts';
import { type Change, settingsUnderTest } from './settings-under-test.ts';

const { database } = await freshDatabase();
const { connectedShop } = settingsUnderTest(database);

const LOCATION = 'gid://shopify/Location/1';

describe('the rest of the configuration', () => {
  test('is kept as typed and read back, and what is left out is gone', async () => {
    const { oneStockAccounts, values, save } = await connectedShop();
    await database.prisma.oneStockEndpoint.create({
      data: { shop: SHOP, endpointId: 'paris', name: 'Paris', collects: true, open: true },
    });
    const kept: Change = {
      channels: { salesChannel: 'web', salesChannels: [{ country: 'FR', channelId: 'web_fr' }] },
      checkout: { itemIdSource: 'variant_id', softDeadlineMs: 300 },
      synchronization: { syncsOrders: true, syncMoment: 'paid' },
      mappings: {
        rulesets: [
          { source: 'option', key: 'STANDARD', rulesetChainingId: 'respect_promise' },
          { source: 'rate', key: 'Free shipping', rulesetChainingId: 'deleted_in_onestock' },
        ],
        locations: [{ locationId: LOCATION, endpointId: 'paris' }],
      },
    };
    (await save(kept))._unsafeUnwrap();
    expect(await values()).toMatchObject(kept);
    expect([...(await oneStockAccounts.endpointNames(SHOP, ['paris']))]).toEqual([['paris', 'Paris']]);
    expect(await oneStockAccounts.account(SHOP)).toMatchObject({
      salesChannel: 'web',
      salesChannels: { FR: 'web_fr' },
    });
    (await save())._unsafeUnwrap();
    expect(await values()).toMatchObject({
      channels: { salesChannel: null, salesChannels: [] },
      mappings: { rulesets: [], locations: [] },
    });
  });

  test('is saved while OneStock is down, for the account did not change', async () => {
    const { oneStockAccounts, shops, save, site } = await connectedShop();
    await site.control({ failure: 'reset' });
    expect((await save({ checkout: { softDeadlineMs: 200 } })).isOk()).toBe(true);
    expect(await shops.shop(SHOP)).toMatchObject({ softDeadlineMs: 200 });
    expect(await oneStockAccounts.account(SHOP)).toMatchObject({ version: 1 });
  });

  test('tells every fault at once, by the field where it was typed, and saves nothing', async () => {
    const { values, save } = await connectedShop();
    const refusal = (
      await save({
        checkout: { softDeadlineMs: Number.NaN, promiseLifeSeconds: -1 },
        channels: {
          salesChannels: [
            { country: 'FR', channelId: 'web' },
            { country: 'FR', channelId: '' },
            { country: '', channelId: 'web' },
          ],
        },
        mappings: { locations: [{ locationId: LOCATION, endpointId: 'nowhere' }] },
        synchronization: { syncsOrders: true },
      })
    )._unsafeUnwrapErr();
    expect(refusal.faults.map(({ field, code }) => [field, code])).toEqual([
      ['channels:salesChannels.1.channelId', 'channel_needed'],
      ['channels:salesChannels.2.country', 'country_needed'],
      ['channels:salesChannels.1.country', 'country_twice'],
      ['checkout:softDeadlineMs', 'soft_deadline_range'],
      ['checkout:promiseLifeSeconds', 'promise_life_range'],
      ['mappings:locations.0.endpointId', 'endpoint_unknown'],
    ]);
    expect((await values())?.synchronization).toMatchObject({ syncsOrders: false });
  });

  test.each([49, 451])('refuses to wait %i ms for OneStock', async (softDeadlineMs) => {
    const { shops, save } = await connectedShop();
    const { faults } = (await save({ checkout: { softDeadlineMs } }))._unsafeUnwrapErr();
    expect(faults).toEqual([
      expect.objectContaining({ field: 'checkout:softDeadlineMs', code: 'soft_deadline_range' }),
    ]);
    expect(await shops.shop(SHOP)).toMatchObject({ softDeadlineMs: 350 });
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
      (await save({ synchronization: { syncsOrders } }))._unsafeUnwrap();
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
    const { oneStockAccounts, values, save } = await connectedShop();
    const locations = [{ locationId: LOCATION, endpointId: 'closed' }];
    await database.prisma.locationMapping.create({ data: { shop: SHOP, ...locations[0] } as never });
    expect((await save({ mappings: { locations } })).isOk()).toBe(true);
    expect((await values())?.mappings.locations).toEqual(locations);
    expect((await oneStockAccounts.endpointNames(SHOP, ['closed'])).size).toBe(0);
  });

  test('of one shop is not seen, found or changed from another', async () => {
    const { oneStockAccounts, shops, settings, values, save, typed } = await connectedShop();
    await shops.install(OTHER_SHOP);
    await database.prisma.oneStockEndpoint.create({
      data: { shop: SHOP, endpointId: 'paris', name: 'Paris', collects: true, open: true },
    });
    (await save({ channels: { salesChannel: 'web' } }))._unsafeUnwrap();
    expect(await oneStockAccounts.accountStatus(OTHER_SHOP)).toMatchObject({ hasAccount: false });
    expect(await values(OTHER_SHOP)).toMatchObject({
      account: { siteId: '' },
      channels: { salesChannel: null },
    });
    expect(await oneStockAccounts.findEndpoints(OTHER_SHOP, 'par')).toEqual([]);
    expect((await oneStockAccounts.endpointNames(OTHER_SHOP, ['paris'])).size).toBe(0);
    const saveOther = (change: Change) => settings.save(OTHER_SHOP, { version: 1, values: typed(change) });
    const locations = [{ locationId: LOCATION, endpointId: 'paris' }];
    const refusal = (await saveOther({ mappings: { locations } }))._unsafeUnwrapErr();
    expect(refusal.faults).toEqual([expect.objectContaining({ code: 'endpoint_unknown' })]);
    (await saveOther({ channels: { salesChannel: 'other' } }))._unsafeUnwrap();
    expect((await values())?.channels).toMatchObject({ salesChannel: 'web' });
  });

  describe('edited by two people', () => {
    const first = { orders: { orderIdPrefix: 'FIRST-' }, channels: { salesChannel: 'first' } };
    const second = { orders: { orderIdPrefix: 'SECOND-' }, channels: { salesChannel: 'second' } };

    test('is that of the first, and the second is told before OneStock is asked', async () => {
      const { settings, save, site, clock } = await connectedShop();
      const { version = 0 } = (await settings.read(SHOP)) ?? {};
      (await save(first, version))._unsafeUnwrap();
      await site.control({ failure: 'reset' });
      const account = { apiVersion: 'v4' as const };
      expect((await save({ ...second, account }, version))._unsafeUnwrapErr()).toEqual({
        code: 'changed_meanwhile',
        faults: [],
      });
      expect(await settings.read(SHOP)).toMatchObject({
        version: version + 1,
        savedAt: clock.time,
        values: first,
      });
    });

    test('is not written over an account that was saved since', async () => {
      const { oneStockAccounts, settings, save, site, clock } = await connectedShop();
      const { version = 0 } = (await settings.read(SHOP)) ?? {};
      clock.time = new Date('2026-11-21T11:00:00Z');
      (await oneStockAccounts.saveAccount(SHOP, { ...site.account, apiVersion: 'v4' }))._unsafeUnwrap();
      expect((await save({}, version))._unsafeUnwrapErr()).toMatchObject({ code: 'changed_meanwhile' });
      expect(await settings.read(SHOP)).toMatchObject({
        values: { account: { apiVersion: 'v4' } },
        version: version + 1,
        savedAt: clock.time,
      });
    });

    test('at the same moment is that of one, whole, order settings and all', async () => {
      const { settings, values, save } = await connectedShop();
      const { version = 0 } = (await settings.read(SHOP)) ?? {};
      const saves = [first, second];
      const outcomes = await Promise.all(saves.map((change) => save(change, version)));
      const winner = saves[outcomes.findIndex((outcome) => outcome.isOk())];
      expect(outcomes.filter((outcome) => outcome.isErr())).toMatchObject([
        { error: { code: 'changed_meanwhile' } },
      ]);
      expect(await values()).toMatchObject(winner ?? {});
    });

    test('keeps the groups that are not given', async () => {
      const { settings, values, save } = await connectedShop();
      (await save(first))._unsafeUnwrap();
      const { version = 0, values: before } = (await settings.read(SHOP)) ?? {};
      const synchronization = { syncsOrders: true, syncMoment: 'paid' } as const;
      (await settings.save(SHOP, { version, values: { synchronization } }))._unsafeUnwrap();
      expect(await values()).toEqual({ ...before, synchronization });
    });
  });

  test('is not saved once the app was uninstalled', async () => {
    const { shops, settings, save } = await connectedShop();
    await shops.uninstall(SHOP, new Date('2026-11-22T00:00:00Z'));
    expect((await save())._unsafeUnwrapErr().code).toBe('shop_not_installed');
    expect(await settings.read(SHOP)).toBeNull();
  });
});
