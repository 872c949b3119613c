import { errAsync, ResultAsync } from 'neverthrow';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AccountInput, OneStockAccounts } from '#app/features/onestock-account/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import {
  ACCOUNT,
  OTHER_SHOP,
  SHOP,
  tiesUnderTest,
  UNREACHABLE,
  waitingJobs,
} from '#test/support/ties-under-test.ts';
import { gatewayTo, policyFor, simulatedSite } from './diagnosis-under-test.ts';

const { database } = await freshDatabase();

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from obstacle; delete from run; delete from graphile_worker._private_jobs',
  );
});

/** An installed shop that may call a simulated site over HTTP. */
async function shopBesideSite() {
  const site = await simulatedSite();
  const { host } = site.account;
  const world = tiesUnderTest(database, { oneStock: gatewayTo(host), hostPolicy: policyFor(host) });
  await world.shops.install(SHOP);
  return { ...world, site };
}

async function connectedShop() {
  const world = await shopBesideSite();
  await world.oneStockAccounts.saveAccount(SHOP, world.site.account);
  return world;
}

const stateAfterCheck = async (oneStockAccounts: OneStockAccounts) =>
  (await oneStockAccounts.checkAccount(SHOP))._unsafeUnwrap().state;

describe('checking the saved account', () => {
  test('raises an obstacle when OneStock is down, keeps when that was found, and clears it when OneStock is back', async () => {
    const { oneStockAccounts, obstacles, clock, site } = await connectedShop();
    await site.control({ failure: 'reset' });

    expect(await stateAfterCheck(oneStockAccounts)).toBe('fails');
    expect(await obstacles.list(SHOP)).toEqual([
      expect.objectContaining({ source: 'onestock_connection', severity: 'warning' }),
    ]);
    expect((await oneStockAccounts.account(SHOP))?.checkedAt).toEqual(clock.time);

    await site.control({ failure: 'none' });
    expect(await stateAfterCheck(oneStockAccounts)).toBe('works');
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('finds a password that was changed in OneStock, though a token is at hand: that is critical', async () => {
    const { oneStockAccounts, obstacles, site } = await connectedShop();
    await oneStockAccounts.checkAccount(SHOP);
    await oneStockAccounts.saveAccount(SHOP, { ...site.account, password: 'the one of yesterday' });

    expect(await stateAfterCheck(oneStockAccounts)).toBe('fails');
    expect(await obstacles.list(SHOP)).toEqual([
      expect.objectContaining({ source: 'onestock_connection', severity: 'critical' }),
    ]);
  });

  test('tells resources that the policy refuses as an obstacle of its own, and never both', async () => {
    const { oneStockAccounts, obstacles, site } = await connectedShop();
    await site.control({ refusedResources: ['orders', 'webhooks'] });

    expect(await stateAfterCheck(oneStockAccounts)).toBe('limited');
    expect(await obstacles.list(SHOP)).toEqual([
      expect.objectContaining({
        source: 'onestock_access',
        severity: 'warning',
        causes: [{ code: 'policy', params: { userId: site.account.userId, refused: 'orders, webhooks' } }],
      }),
    ]);

    await site.control({ refusedResources: ['orders', 'webhooks', 'delivery_promises'] });
    expect(await stateAfterCheck(oneStockAccounts)).toBe('fails');
    expect((await obstacles.list(SHOP)).map(({ source }) => source)).toEqual(['onestock_connection']);
  });

  test('is no fault when the tokens have expired', async () => {
    const { oneStockAccounts, obstacles, site } = await connectedShop();
    await oneStockAccounts.checkAccount(SHOP);
    await site.control({ tokenExpired: true });
    expect(await stateAfterCheck(oneStockAccounts)).toBe('works');
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test('says nothing of an account that was changed while OneStock was thinking', async () => {
    const { oneStockAccounts, shops, oneStock, obstacles } = tiesUnderTest(database);
    await shops.install(SHOP);
    await oneStockAccounts.saveAccount(SHOP, ACCOUNT);
    oneStock.check = () =>
      ResultAsync.fromSafePromise(oneStockAccounts.saveAccount(SHOP, ACCOUNT)).andThen(() =>
        errAsync(UNREACHABLE),
      );

    expect(await stateAfterCheck(oneStockAccounts)).toBe('fails');

    expect(await obstacles.list(SHOP)).toEqual([]);
    expect(await oneStockAccounts.account(SHOP)).toMatchObject({ version: 2, checkedAt: null });
  });

  test('without an account is refused', async () => {
    const { oneStockAccounts } = await shopBesideSite();
    expect((await oneStockAccounts.checkAccount(SHOP))._unsafeUnwrapErr().code).toBe('account_missing');
  });

  test('is asked for, for every connected shop that is installed', async () => {
    const { oneStockAccounts, shops } = tiesUnderTest(database);
    for (const shop of [SHOP, OTHER_SHOP]) {
      await shops.install(shop);
      await oneStockAccounts.saveAccount(shop, ACCOUNT);
    }
    await shops.install('unconnected.myshopify.com' as typeof SHOP);
    await shops.uninstall(OTHER_SHOP, new Date('2026-11-22T00:00:00Z'));
    await database.pool.query('delete from run; delete from graphile_worker._private_jobs');

    await oneStockAccounts.checkAllAccounts();

    expect(await waitingJobs(database)).toEqual([`run:check_account:${SHOP}`]);
  });
});

describe('testing an account as it is typed', () => {
  test('tells whether it works, and keeps nothing of it', async () => {
    const { oneStockAccounts, obstacles, site } = await shopBesideSite();

    const found = (await oneStockAccounts.testAccount(SHOP, site.account))._unsafeUnwrap();

    expect(found).toMatchObject({ state: 'works' });
    expect(await oneStockAccounts.account(SHOP)).toBeNull();
    expect(await obstacles.list(SHOP)).toEqual([]);
  });

  test.each<[string, Partial<AccountInput>, string]>([
    ['a wrong password', { password: 'wrong' }, 'credentials'],
    ['an unknown site', { siteId: 's999' }, 'credentials'],
    ['an unknown user', { userId: 'nobody' }, 'credentials'],
  ])('finds %s, and raises no obstacle for an account that is not in use', async (_, change, step) => {
    const { oneStockAccounts, obstacles, site } = await connectedShop();

    const found = (await oneStockAccounts.testAccount(SHOP, { ...site.account, ...change }))._unsafeUnwrap();

    expect(found).toMatchObject({ state: 'fails', step });
    expect(found.inUse).toBe(false);
    expect(await obstacles.list(SHOP)).toEqual([]);
    expect(await oneStockAccounts.account(SHOP)).toMatchObject({ account: site.account, checkedAt: null });
  });

  test('without a password tries the stored one, and says what a fault means for shoppers now', async () => {
    const { oneStockAccounts, site, clock } = await connectedShop();
    const typed = { ...site.account, password: '' };
    expect((await oneStockAccounts.testAccount(SHOP, typed))._unsafeUnwrap().state).toBe('works');

    await site.control({ failure: 'reset' });
    clock.time = new Date(clock.time.getTime() + 2_000);
    const found = (await oneStockAccounts.testAccount(SHOP, typed))._unsafeUnwrap();
    expect(found).toMatchObject({ state: 'fails', inUse: true });
  });

  test.each<Partial<AccountInput>>([
    { siteId: 's200' },
    { userId: 'another' },
    { host: 'https://api.onestock-retail.com' },
  ])('never sends a stored password elsewhere: %o asks for it', async (change) => {
    const { oneStockAccounts, site } = await connectedShop();
    const refused = await oneStockAccounts.testAccount(SHOP, { ...site.account, password: '', ...change });
    expect(refused._unsafeUnwrapErr()).toMatchObject({ fields: { password: 'password_needed_again' } });
  });

  test('refuses a host in a private network at its field, without calling it', async () => {
    const { oneStockAccounts } = await shopBesideSite();
    for (const host of ['http://10.0.0.5', 'https://169.254.169.254', 'https://[::1]']) {
      const refused = await oneStockAccounts.testAccount(SHOP, { ...ACCOUNT, host });
      expect(refused._unsafeUnwrapErr()).toMatchObject({ fields: { host: 'host_refused' } });
    }
  });
});
