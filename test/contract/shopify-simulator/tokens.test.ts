import '@shopify/shopify-api/adapters/node';
import {
  ApiVersion,
  HttpResponseError,
  RequestedTokenType,
  type Session,
  type Shopify,
  shopifyApi,
} from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { API_KEY, API_SECRET, startShop } from './shop-harness.ts';

const shop = await startShop();
const { domain } = shop.shopify.store.shop;
let shopify: Shopify;

beforeAll(() => {
  shopify = shopifyApi({
    apiKey: API_KEY,
    apiSecretKey: API_SECRET,
    apiVersion: ApiVersion.October26,
    hostName: 'app.example.com',
    isEmbeddedApp: true,
    logger: { level: 0 },
  });
  setAbstractFetchFunc((input, init) => {
    const { pathname, hostname } = new URL(String(input));
    const headers = new Headers(init?.headers);
    headers.set('X-Sandbox-Shop', hostname);
    return fetch(`${shop.shopify.url}${pathname}`, { ...init, headers });
  });
});

async function exchange(change: Record<string, unknown> = {}): Promise<Session> {
  const { session } = await shopify.auth.tokenExchange({
    shop: domain,
    sessionToken: await shop.idToken(),
    requestedTokenType: RequestedTokenType.OfflineAccessToken,
    expiring: true,
    ...change,
  });
  return session;
}

/** The error code of a refused call of the library. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error = await call.then(
    () => null,
    (reason) => reason,
  );
  if (!(error instanceof HttpResponseError)) throw new Error(`not refused by HTTP: ${error}`);
  return { status: error.response.code, error: (error.response.body as { error: string }).error };
}

async function works(accessToken: string | undefined): Promise<boolean> {
  return (await shop.graphql('{ shop { id } }', {}, accessToken ?? '')).status === 200;
}

describe("through Shopify's own library", () => {
  it('exchanges an id token for an expiring offline token that the Admin API honours', async () => {
    const session = await exchange();
    expect(session).toMatchObject({ id: `offline_${domain}`, isOnline: false });
    expect(session.scope?.split(',')).toContain('write_shipping');
    expect(session.accessToken).toMatch(/^shpat_/);
    expect(session.refreshToken).toBeTruthy();
    const inAnHour = Date.now() + 3600 * 1000;
    expect(Math.abs(Number(session.expires) - inAnHour)).toBeLessThan(60_000);

    const client = new shopify.clients.Graphql({ session });
    const { data } = await client.request('{ shop { myshopifyDomain } }');
    expect(data).toEqual({ shop: { myshopifyDomain: domain } });
  });

  it('exchanges for a lasting offline token when none that expires is asked for', async () => {
    const session = await exchange({ expiring: false });
    expect(session.expires).toBeUndefined();
    expect(session.refreshToken).toBeUndefined();
    shop.advance(90 * 24 * 3600 * 1000);
    expect(await works(session.accessToken)).toBe(true);
    shop.advance(-90 * 24 * 3600 * 1000);
  });

  it('exchanges for an online token, which names its user', async () => {
    const session = await exchange({
      requestedTokenType: RequestedTokenType.OnlineAccessToken,
      expiring: false,
    });
    expect(session.isOnline).toBe(true);
    expect(session.accessToken).toMatch(/^shpua_/);
    expect(session.onlineAccessInfo?.associated_user.id).toBe(7);
  });

  it('refreshes, and lets the used refresh token recover a lost answer until its replacement is used', async () => {
    const first = await exchange();
    const refresh = async (refreshToken = '') =>
      (await shopify.auth.refreshToken({ shop: domain, refreshToken })).session;
    const second = await refresh(first.refreshToken);
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);

    const recovered = await refresh(first.refreshToken);
    expect(await works(recovered.accessToken)).toBe(true);
    await refresh(recovered.refreshToken);
    expect(await refusal(refresh(first.refreshToken))).toEqual({ status: 400, error: 'invalid_grant' });
  });

  it('refuses a refresh token past its 90 days, and one of nowhere', async () => {
    const { refreshToken = '' } = await exchange();
    shop.advance(91 * 24 * 3600 * 1000);
    const refused = { status: 400, error: 'invalid_grant' };
    expect(await refusal(shopify.auth.refreshToken({ shop: domain, refreshToken }))).toEqual(refused);
    expect(await refusal(shopify.auth.refreshToken({ shop: domain, refreshToken: 'none' }))).toEqual(refused);
    shop.advance(-91 * 24 * 3600 * 1000);
  });

  it('refuses an id token of another shop', async () => {
    const sessionToken = await shop.idToken({ dest: 'https://other.myshopify.com' });
    expect(await refusal(exchange({ sessionToken }))).toEqual({
      status: 400,
      error: 'invalid_subject_token',
    });
  });
});

describe('what the library would not even send', () => {
  const send = (change: Record<string, unknown>) =>
    shop.call('POST', '/admin/oauth/access_token', {
      client_id: API_KEY,
      client_secret: API_SECRET,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      ...change,
    });

  it('refuses id tokens that are expired, for another app, or signed by another', async () => {
    const expired = await shop.idToken({ exp: Math.floor(shop.now().getTime() / 1000) - 60 });
    const foreign = await shop.idToken({ aud: 'another app' });
    const forged = await new SignJWT({ aud: API_KEY, dest: `https://${domain}` })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('another secret'));
    for (const subject_token of [expired, foreign, forged, 'no token']) {
      expect(await send({ subject_token })).toMatchObject({
        status: 400,
        body: { error: 'invalid_subject_token' },
      });
    }
  });

  it('refuses a wrong client secret, and a grant that it does not know', async () => {
    const subject_token = await shop.idToken();
    const wrongSecret = await send({ subject_token, client_secret: 'wrong' });
    expect(wrongSecret).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    const unknownGrant = await send({ subject_token, grant_type: 'password' });
    expect(unknownGrant).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
  });
});

describe('the end of a token', () => {
  it('comes after the life that the control door gives it', async () => {
    await shop.control({ tokenLifetimeSeconds: 60 });
    const { accessToken, expires } = await exchange();
    expect(Number(expires) - Date.now()).toBeLessThan(61_000);
    expect(await works(accessToken)).toBe(true);
    shop.advance(61_000);
    expect(await works(accessToken)).toBe(false);
    shop.advance(-61_000);
  });

  it('comes at once when the control door expires it, while its refresh token stays good', async () => {
    const { accessToken, refreshToken = '' } = await exchange();
    await shop.control({ tokenExpired: true });
    expect(await works(accessToken)).toBe(false);
    const { session } = await shopify.auth.refreshToken({ shop: domain, refreshToken });
    expect(await works(session.accessToken)).toBe(true);
    expect((await shop.call('GET', '/_control')).body.settings.tokenExpired).toBe(false);
    expect(await works(accessToken)).toBe(false);
  });

  it('comes with uninstallation, for both kinds; the fixed token for people stays', async () => {
    const { accessToken, refreshToken = '' } = await exchange();
    await shop.call('POST', '/_control/uninstall', {});
    expect(await works(accessToken)).toBe(false);
    const refused = { status: 400, error: 'invalid_grant' };
    expect(await refusal(shopify.auth.refreshToken({ shop: domain, refreshToken }))).toEqual(refused);
    expect(await works(shop.shopify.accessToken)).toBe(true);
    expect(await works((await exchange()).accessToken)).toBe(true);
  });
});
