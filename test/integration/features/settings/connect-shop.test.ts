import { describe, expect, test } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { SHOP, waitingJobs } from '#test/support/ties-under-test.ts';
import { settingsUnderTest } from './settings-under-test.ts';

const { database } = await freshDatabase();
const { shopBesideSite, connectedShop } = settingsUnderTest(database);

describe('connecting a shop', () => {
  test('saves an account that works, as one that was seen to work, and has its endpoints mirrored', async () => {
    const { oneStockAccounts, settings, values, save, clock, site } = await shopBesideSite();
    expect(await oneStockAccounts.accountStatus(SHOP)).toMatchObject({ hasAccount: false, state: 'none' });
    expect((await save()).isOk()).toBe(true);
    expect((await values())?.account).toEqual({ ...site.account, password: '' });
    expect(await oneStockAccounts.accountStatus(SHOP)).toMatchObject({
      hasAccount: true,
      state: 'works',
      checkedAt: clock.time,
    });
    expect(JSON.stringify(await settings.read(SHOP))).not.toContain(site.account.password);
    expect(await waitingJobs(database)).toContain(`run:mirror_stores:${SHOP}`);
  });

  test.each([
    ['a wrong password', { password: 'wrong' }, 'password', 'faults.user_refused'],
    ['an unknown site', { siteId: 's999' }, 'password', 'faults.user_refused'],
    ['a private address', { host: 'https://10.0.0.5' }, 'host', 'account.host'],
    ['no host', { host: ' ' }, 'host', 'account.host'],
    ['no password', { password: '' }, 'password', 'account.password'],
  ])('with %s is refused at its field, and saves nothing', async (_, change, field, code) => {
    const { oneStockAccounts, values, save } = await shopBesideSite();
    const refusal = (
      await save({ account: change, synchronization: { syncsOrders: true } })
    )._unsafeUnwrapErr();
    expect(refusal.faults).toEqual([expect.objectContaining({ field: `account:${field}`, code })]);
    expect(await oneStockAccounts.account(SHOP)).toBeNull();
    expect((await values())?.synchronization).toMatchObject({ syncsOrders: false });
  });

  test('while OneStock is down is refused, and leaves the account that shoppers depend on', async () => {
    const { oneStockAccounts, save, site } = await connectedShop();
    await site.control({ failure: 'reset' });
    const refusal = (await save({ account: { apiVersion: 'v4' } }))._unsafeUnwrapErr();
    expect(refusal.faults).toEqual([
      expect.objectContaining({ field: 'account:host', code: 'faults.unreachable' }),
    ]);
    expect(await oneStockAccounts.account(SHOP)).toMatchObject({ account: { apiVersion: 'v3' }, version: 1 });
  });

  test('whose policy withholds something saves the account and keeps the obstacle; a policy mended clears it', async () => {
    const { oneStockAccounts, save, site, obstacles } = await shopBesideSite();
    await site.control({ refusedResources: ['orders'] });
    (await save())._unsafeUnwrap();
    expect(await oneStockAccounts.accountStatus(SHOP)).toMatchObject({
      state: 'limited',
      fault: expect.objectContaining({
        source: 'onestock_access',
        causes: [{ code: 'policy', params: expect.objectContaining({ refused: 'orders' }) }],
      }),
    });
    await site.control({ refusedResources: [] });
    (await save({ account: { apiVersion: 'v4' } }))._unsafeUnwrap();
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('a second person’s password is not needed, and never sent elsewhere', async () => {
    const { save } = await connectedShop();
    expect((await save({ account: { password: '', apiVersion: 'v2' } })).isOk()).toBe(true);
    const elsewhere = (await save({ account: { password: '', siteId: 's200' } }))._unsafeUnwrapErr();
    expect(elsewhere.faults).toEqual([
      expect.objectContaining({ field: 'account:password', code: 'account.password' }),
    ]);
  });
});

describe('what a merchant chooses from', () => {
  test('OneStock’s sales channels and ruleset chainings come by name, and its refusal as an error', async () => {
    const { oneStockAccounts, site } = await connectedShop();
    const names = async () =>
      (await oneStockAccounts.salesChannels(SHOP))._unsafeUnwrap().map(({ name }) => name);
    expect(await names()).toEqual((await names()).toSorted());
    expect((await names()).length).toBeGreaterThan(1);
    expect((await oneStockAccounts.rulesetChainings(SHOP))._unsafeUnwrap()).toContainEqual({
      id: 'respect_promise',
      name: 'Respect the delivery promise',
    });
    await site.control({ failure: 'reset' });
    expect((await oneStockAccounts.salesChannels(SHOP))._unsafeUnwrapErr().code).toBe('onestock_unreachable');
  });

  test('endpoints are found by name, id, city and postal code, however a text is written', async () => {
    const { oneStockAccounts } = await connectedShop();
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
      (await oneStockAccounts.findEndpoints(SHOP, text)).map(({ endpointId }) => endpointId);
    expect(await found('CAPIT')).toEqual(['e1']);
    expect(await found('paris ')).toEqual(['e2']);
    expect(await found('310')).toContain('e1');
    expect(await found('e2')).toEqual(['e2']);
    expect(await found('100%')).toEqual([]);
    expect(await found('')).toHaveLength(25);
  });
});
