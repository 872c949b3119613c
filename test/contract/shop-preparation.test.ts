import { Session } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type ShopifySimulator, startShopify } from '#sandbox/shopify/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { tiesUnderTest } from '#test/support/ties-under-test.ts';

const { database } = await freshDatabase();

const APP_URL = 'https://app.example.com';
let shopify: ShopifySimulator;
let shop: ShopDomain;

beforeAll(async () => {
  shopify = await startShopify({ apiKey: 'key', apiSecret: 'secret', appUrl: () => APP_URL });
  shop = shopify.shop as ShopDomain;
  setAbstractFetchFunc((input, init) => {
    const { pathname, hostname } = new URL(String(input));
    const headers = new Headers(init?.headers);
    headers.set('X-Sandbox-Shop', hostname);
    return fetch(`${shopify.url}${pathname}`, { ...init, headers });
  });
});

afterAll(() => shopify.close());

beforeEach(async () => {
  await fetch(`${shopify.url}/_control`, { method: 'DELETE' });
  await database.pool.query('delete from shop; delete from obstacle');
  shopify.store.carrierServices.clear();
});

/** The connection feature, whose Admin client speaks to the simulated Shopify with the demo shop's fixed token. */
async function installedShop(appUrl = APP_URL) {
  const session = new Session({ id: `offline_${shop}`, shop, state: '', isOnline: false });
  session.accessToken = shopify.accessToken;
  const adminClients = createAdminClients({
    api: { session: { getOfflineId: () => session.id } } as never,
    sessionStorage: { loadSession: async () => session } as never,
    pool: database.pool,
    clock: systemClock,
    log: createLogger('silent'),
  });
  const world = tiesUnderTest(database, { adminClients, appUrl });
  await world.shops.install(shop);
  return world;
}

describe('a shop prepared over the official Admin API schema', () => {
  test('has its facts, the order metafield definitions and one active carrier service', async () => {
    const { shops, obstacles } = await installedShop();

    expect((await shops.prepareShop(shop))._unsafeUnwrap()).toBeUndefined();
    expect((await shops.prepareShop(shop)).isOk()).toBe(true);

    expect(await obstacles.list(shop)).toEqual([]);
    expect(await shops.shop(shop)).toMatchObject({
      currency: 'EUR',
      timezone: 'Europe/Paris',
      mainOrigin: { country: 'FR' },
    });
    const definitions = shopify.store.metafields.definitions.filter(
      ({ namespace }) => namespace === 'onestock',
    );
    expect(
      definitions.map(({ key, type, cartToOrderCopyable }) => [key, type, cartToOrderCopyable]).sort(),
    ).toEqual([
      ['deliveries', 'json', false],
      ['delivery_promise', 'json', false],
      ['delivery_promise_source', 'single_line_text_field', false],
      ['endpoint_id', 'single_line_text_field', false],
      ['quote_id', 'single_line_text_field', true],
    ]);
    expect([...shopify.store.carrierServices.values()]).toEqual([
      {
        id: (await shops.shop(shop))?.carrierServiceId,
        name: 'OneStock',
        active: true,
        supportsServiceDiscovery: true,
        callbackUrl: expect.stringMatching(`^${APP_URL}/carrier-rates/[\\w-]{43}$`),
      },
    ]);
  });

  test('keeps its carrier service, which follows the app to another address', async () => {
    await (await installedShop()).shops.prepareShop(shop);
    const [before] = shopify.store.carrierServices.values();

    const { shops } = await installedShop('https://elsewhere.example.com');
    await shops.prepareShop(shop);

    const after = [...shopify.store.carrierServices.values()];
    expect(after).toEqual([
      { ...before, callbackUrl: before?.callbackUrl.replace(APP_URL, 'https://elsewhere.example.com') },
    ]);
  });

  test('without carrier-calculated rates in its plan shows Shopify’s own words to the merchant', async () => {
    await fetch(`${shopify.url}/_control`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ carrierCalculatedRates: false }),
    });
    const { shops, obstacles } = await installedShop();

    expect((await shops.prepareShop(shop))._unsafeUnwrapErr().retryable).toBe(false);

    const [obstacle] = await obstacles.list(shop);
    expect(obstacle).toMatchObject({ source: 'carrier_service', severity: 'critical' });
    expect(JSON.stringify(obstacle?.causes)).toContain(
      'Carrier Calculated Shipping must be enabled for your store',
    );
  });
});
