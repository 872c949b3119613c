import { Session } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { SignJWT } from 'jose';
import { afterAll, beforeEach } from 'vitest';
import type { CarrierService } from '#app/features/carrier-service/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import { type AdminClient, createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type ShopifySimulator, startShopify } from '#sandbox/shopify/index.ts';
import { detachEverywhere } from '#sandbox/shopify/store/attach-everywhere.ts';
import type { DeliveryZone, Market, MethodDefinition } from '#sandbox/shopify/store/shipping.ts';
import { freshDatabase } from '#test/support/database.ts';
import { tiesUnderTest } from '#test/support/ties-under-test.ts';

const API_KEY = 'key';
const API_SECRET = 'secret';

/** A request to the Admin API, and what a test may put in its place. */
export type AdminRequest = AdminClient['request'];

/** What a shop is tied by that is installed and prepared. */
export interface PreparedShop extends CarrierService, Pick<Shops, 'prepareShop' | 'shopifyLocations'> {
  placeId(name: string): Promise<string>;
  /** The state of each place, by its name. */
  states(): Promise<Record<string, string>>;
  /** From now on the app holds these scopes only. */
  holding(scopes: string): Promise<void>;
}

export interface AttachmentWorld {
  shopify: ShopifySimulator;
  shop: ShopDomain;
  /** @param through what stands between the feature and Shopify */
  prepared(through?: (request: AdminRequest) => AdminRequest): Promise<PreparedShop>;
  control(changes: object): Promise<void>;
  zone(name: string): DeliveryZone;
  /** The carriers' rates in a zone. */
  carrierRates(zone: string): MethodDefinition[];
  market(name: string): Market;
  /** Whether the checkout asks a carrier for rates to that country. */
  asksFor(country: string): Promise<boolean>;
}

/** The feature over a real database and the simulated Shopify; every test begins with a carrier service that is attached nowhere. */
export async function attachmentWorld(): Promise<AttachmentWorld> {
  const { database } = await freshDatabase();
  const shopify = await startShopify({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appUrl: () => 'https://app.example.com',
  });
  const shop = shopify.shop as ShopDomain;
  const { store } = shopify;
  setAbstractFetchFunc((input, init) => {
    const { pathname, hostname } = new URL(String(input));
    const headers = new Headers(init?.headers);
    headers.set('X-Sandbox-Shop', hostname);
    return fetch(`${shopify.url}${pathname}`, { ...init, headers });
  });
  afterAll(async () => {
    setAbstractFetchFunc(fetch);
    await shopify.close();
  });
  beforeEach(async () => {
    await fetch(`${shopify.url}/_control`, { method: 'DELETE' });
    await database.pool.query('delete from shop; delete from obstacle');
    store.carrierServices.clear();
    detachEverywhere(store);
    for (const market of store.markets) market.shipping = { isEnabled: true, options: [] };
  });
  const control = async (changes: object) => {
    const answer = await fetch(`${shopify.url}/_control`, { method: 'POST', body: JSON.stringify(changes) });
    if (!answer.ok) throw new Error(await answer.text());
  };
  const zone = (name: string) => named(store.deliveryProfiles[0]?.locationGroups[0]?.zones, name);
  return {
    shopify,
    shop,
    control,
    zone,
    carrierRates: (name) =>
      zone(name).methods.filter(({ rateProvider }) => rateProvider.kind === 'participant'),
    market: (name) => named(store.markets, name),
    async asksFor(country) {
      const answer = await fetch(`${shopify.url}/_control/checkouts`, {
        method: 'POST',
        body: JSON.stringify({ lines: [{ sku: 'SKU-001' }], address: { country }, useCache: false }),
      });
      return ((await answer.json()) as { callbacks: unknown[] }).callbacks.length > 0;
    },
    async prepared(through = (request) => request) {
      const session = new Session({ id: `offline_${shop}`, shop, state: '', isOnline: false });
      session.accessToken = shopify.accessToken;
      const clients = createAdminClients({
        api: { session: { getOfflineId: () => session.id } } as never,
        sessionStorage: { loadSession: async () => session } as never,
        pool: database.pool,
        clock: systemClock,
        log: createLogger('silent'),
      });
      const { carrierService, shops } = tiesUnderTest(database, {
        adminClients: {
          forShop: async (domain) =>
            (await clients.forShop(domain)).map((client) => ({
              ...client,
              request: through(client.request),
            })),
        },
      });
      await shops.install(shop);
      (await shops.prepareShop(shop))._unsafeUnwrap();
      const places = async () => (await carrierService.readAttachment(shop))._unsafeUnwrap().places;
      return {
        ...carrierService,
        prepareShop: shops.prepareShop,
        shopifyLocations: shops.shopifyLocations,
        placeId: async (name) => named(await places(), name).id,
        states: async () => Object.fromEntries((await places()).map((place) => [place.name, place.state])),
        async holding(scopes) {
          await control({ grantedScopes: scopes });
          session.accessToken = await exchangedToken(shopify);
        },
      };
    },
  };
}

function named<Item extends { name: string }>(items: readonly Item[] | undefined, name: string): Item {
  const found = items?.find((item) => item.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

/** An offline token with the scopes that the control door grants now. */
async function exchangedToken({ url, shop }: ShopifySimulator): Promise<string> {
  const idToken = await new SignJWT({ dest: `https://${shop}`, aud: API_KEY, sub: '7' })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1m')
    .sign(new TextEncoder().encode(API_SECRET));
  const answer = await fetch(`${url}/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      client_id: API_KEY,
      client_secret: API_SECRET,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: idToken,
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
    }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
}
