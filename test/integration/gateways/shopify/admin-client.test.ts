import { randomBytes } from 'node:crypto';
import { Session } from '@shopify/shopify-api';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type AdminClient, createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import { postToAdmin } from '#app/gateways/shopify/admin-transport.ts';
import { createShopifyApi } from '#app/gateways/shopify/api.ts';
import { METAFIELDS_SET } from '#app/gateways/shopify/operations/metafields.ts';
import { SHOP_FACTS } from '#app/gateways/shopify/operations/shop.ts';
import { createSessionStorage } from '#app/gateways/shopify/session-storage.ts';
import { sealer } from '#app/platform/crypto/index.ts';
import { openDatabase } from '#app/platform/database/client.ts';
import { createLogger } from '#app/platform/log.ts';
import { freshDatabase } from '#test/support/database.ts';
import { startFakeAdminApi } from '#test/support/fake-admin-api.ts';

const { database, url } = await freshDatabase();
const shopify = await startFakeAdminApi();
const other = openDatabase(url, { poolSize: 3 });
afterAll(async () => {
  await shopify.close();
  await other.close();
});

const SHOP = 'example.myshopify.com';
const MINUTE_MS = 60_000;
const log = createLogger('silent');
const seal = sealer([{ id: 'test', key: randomBytes(32) }]);
const clock = { now: () => new Date() };
const config = {
  appUrl: 'https://app.example.com',
  shopify: { apiKey: 'id', apiSecret: 'secret', scopes: [] },
};
const api = createShopifyApi(config, log);
const sessionStorage = createSessionStorage(database, seal, log);

/** What one process would build, on its own connections. */
const processOn = ({ prisma, pool }: typeof database) =>
  createAdminClients({
    api,
    sessionStorage: createSessionStorage({ prisma, pool }, seal, log),
    pool,
    clock,
    log,
  });
const clients = processOn(database);

const facts = { body: { data: { shop: { name: 'Example' }, shopLocales: [] } } };
const renewed = (token: string) => ({
  body: {
    access_token: token,
    scope: '',
    expires_in: 3600,
    refresh_token: `${token}-refresh`,
    refresh_token_expires_in: 7_776_000,
  },
});
const throttled = (currentlyAvailable: number) => ({
  body: {
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: {
      cost: {
        requestedQueryCost: 12,
        throttleStatus: { maximumAvailable: 2000, currentlyAvailable, restoreRate: 100 },
      },
    },
  },
});

/** GIVEN an installed shop whose token has so long to live. */
async function install(lifeMs: number, changes: Partial<Session> = {}): Promise<void> {
  await sessionStorage.storeSession(
    new Session({
      id: `offline_${SHOP}`,
      shop: SHOP,
      state: '',
      isOnline: false,
      accessToken: 'first',
      expires: new Date(Date.now() + lifeMs),
      refreshToken: 'first-refresh',
      ...changes,
    }),
  );
}

async function client(): Promise<AdminClient> {
  return (await clients.forShop(SHOP))._unsafeUnwrap();
}

const setNothing = async () => (await client()).request(METAFIELDS_SET, { metafields: [] });

beforeEach(async () => {
  await database.prisma.session.deleteMany();
  Object.assign(shopify, { graphql: [facts], tokens: [renewed('second')], usedTokens: [], refreshes: [] });
});

describe('the access token', () => {
  test('is used as it is while it has more than ten minutes to live', async () => {
    await install(11 * MINUTE_MS);
    const answer = await (await client()).request(SHOP_FACTS, {});
    expect(answer._unsafeUnwrap().shop.name).toBe('Example');
    expect(shopify.usedTokens).toEqual(['first']);
    expect(shopify.refreshes).toEqual([]);
  });

  test('is refreshed from ten minutes before its end, and the new one is kept', async () => {
    await install(9 * MINUTE_MS);
    await (await client()).request(SHOP_FACTS, {});
    expect(shopify.usedTokens).toEqual(['second']);
    const kept = await sessionStorage.loadSession(`offline_${SHOP}`);
    expect(kept?.refreshToken).toBe('second-refresh');
  });

  test('is refreshed once, however many processes and requests need it at the same time', async () => {
    await install(MINUTE_MS);
    const inOther = processOn(other);
    const asked = [clients, inOther, clients, inOther, clients].map((process) => process.forShop(SHOP));
    const opened = await Promise.all(asked);
    await Promise.all(opened.map((result) => result._unsafeUnwrap().request(SHOP_FACTS, {})));
    expect(shopify.refreshes).toEqual(['first-refresh']);
    expect(new Set(shopify.usedTokens)).toEqual(new Set(['second']));
  });

  test('goes on being used until its end when Shopify cannot refresh it now', async () => {
    shopify.tokens = [{ status: 503, body: {} }];
    await install(5 * MINUTE_MS);
    expect((await (await client()).request(SHOP_FACTS, {})).isOk()).toBe(true);
    expect(shopify.usedTokens).toEqual(['first']);
  });

  test.each([
    ['refused', { status: 400, body: { error: 'invalid_grant' } }, 'shopify_unauthorized', false],
    ['out of order', { status: 500, body: {} }, 'shopify_failed', true],
    ['not there', { connection: 'reset' } as const, 'shopify_unreachable', true],
  ])('that has ended and whose refresh is %s gives an error', async (_name, answer, code, retryable) => {
    shopify.tokens = [answer];
    await install(-MINUTE_MS);
    const error = (await clients.forShop(SHOP))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code, retryable });
  });

  test('of a shop without the app is an error of its own', async () => {
    expect((await clients.forShop(SHOP))._unsafeUnwrapErr().code).toBe('shopify_not_installed');
  });

  test('that Shopify refuses is refreshed once and the request repeated', async () => {
    shopify.graphql = [{ status: 401, body: { errors: 'Invalid API key or access token' } }, facts];
    await install(30 * MINUTE_MS);
    expect((await (await client()).request(SHOP_FACTS, {})).isOk()).toBe(true);
    expect(shopify.usedTokens).toEqual(['first', 'second']);
  });

  test('that another process has renewed meanwhile is taken over, not refreshed again', async () => {
    shopify.graphql = [{ status: 401, body: {} }, facts];
    await install(30 * MINUTE_MS);
    const opened = await client();
    await install(60 * MINUTE_MS, { accessToken: 'from-another' });
    expect((await opened.request(SHOP_FACTS, {})).isOk()).toBe(true);
    expect(shopify.usedTokens).toEqual(['first', 'from-another']);
    expect(shopify.refreshes).toEqual([]);
  });

  test('that Shopify refuses even when it is new is given up', async () => {
    shopify.graphql = [{ status: 401, body: {} }];
    await install(30 * MINUTE_MS);
    const error = (await (await client()).request(SHOP_FACTS, {}))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'shopify_unauthorized', retryable: false });
    expect(shopify.usedTokens).toEqual(['first', 'second']);
  });
});

describe('a request', () => {
  beforeEach(() => install(30 * MINUTE_MS));

  test('that is throttled is asked again, a mutation too, for nothing was done', async () => {
    shopify.graphql = [
      throttled(0),
      { body: { data: { metafieldsSet: { metafields: [], userErrors: [] } } } },
    ];
    expect((await setNothing()).isOk()).toBe(true);
    expect(shopify.usedTokens).toHaveLength(2);
  });

  test('that is throttled for good is given up after four attempts', async () => {
    shopify.graphql = [throttled(11)];
    const error = (await setNothing())._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'shopify_throttled', retryable: true });
    expect(shopify.usedTokens).toHaveLength(4);
  });

  test.each([
    ['a 429', { status: 429, body: {}, headers: { 'retry-after': '0.1' } }],
    ['a 502 that is no JSON', { status: 502, body: '<html>Bad gateway</html>' }],
    ['a lost connection', { connection: 'reset' } as const],
    ['an answer that is no GraphQL', { body: 'not json' }],
    [
      'an error of Shopify’s own',
      { body: { errors: [{ message: 'x', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] } },
    ],
  ])('for data is repeated after %s', async (_name, answer) => {
    shopify.graphql = [answer, facts];
    expect((await (await client()).request(SHOP_FACTS, {})).isOk()).toBe(true);
    expect(shopify.usedTokens).toHaveLength(2);
  });

  test.each([
    ['a lost connection', { connection: 'reset' } as const, 'shopify_unreachable'],
    ['a 500', { status: 500, body: {} }, 'shopify_failed'],
  ])('that changes something is not repeated after %s: it may have happened', async (_name, answer, code) => {
    shopify.graphql = [answer];
    expect((await setNothing())._unsafeUnwrapErr()).toMatchObject({ code, retryable: true });
    expect(shopify.usedTokens).toHaveLength(1);
  });

  test.each([
    [
      'an invalid query',
      { body: { errors: [{ message: "Field 'x' doesn't exist" }] } },
      "Field 'x' doesn't exist",
    ],
    ['a missing scope', { body: { data: null, errors: [{ message: 'Access denied' }] } }, 'Access denied'],
    ['a closed shop', { status: 404, body: { errors: 'Not Found' } }, '{"errors":"Not Found"}'],
  ])(
    'that Shopify refuses for %s is not repeated, and keeps Shopify’s words',
    async (_name, answer, detail) => {
      shopify.graphql = [answer];
      const error = (await (await client()).request(SHOP_FACTS, {}))._unsafeUnwrapErr();
      expect(error).toMatchObject({ code: 'shopify_refused', retryable: false, detail });
      expect(shopify.usedTokens).toHaveLength(1);
    },
  );

  test('that is not answered is cut off', async () => {
    shopify.graphql = [{ connection: 'hang' }];
    const request = { shop: SHOP, accessToken: 'first', document: SHOP_FACTS, variables: {}, timeoutMs: 50 };
    expect((await postToAdmin(request))._unsafeUnwrapErr().error.code).toBe('shopify_timeout');
  });

  test('waits until Shopify’s points are restored, or as long as Shopify asks', async () => {
    const request = {
      shop: SHOP,
      accessToken: 'first',
      document: SHOP_FACTS,
      variables: {},
      timeoutMs: 5000,
    };
    shopify.graphql = [throttled(2), { status: 429, body: {}, headers: { 'retry-after': '2.0' } }];
    expect((await postToAdmin(request))._unsafeUnwrapErr().waitMs).toBe(100);
    expect((await postToAdmin(request))._unsafeUnwrapErr().waitMs).toBe(2000);
  });
});
