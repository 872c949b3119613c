import { describe, expect, it, vi } from 'vitest';
import {
  channels,
  connectionTo,
  gatewayFor,
  movableClock,
  PASSWORD,
  sendJson,
  startFakeSite,
  startFakeSiteWithLogin,
} from '../fake-site.ts';

const AUTH_ERROR = { error: 'auth_error', message: 'invalid token' };

/** A site that honours only the newest `honoured` token; each login makes the next. */
async function startSiteThatExpiresTokens() {
  const state = { logins: 0, expiredUpTo: 0 };
  const site = await startFakeSite(({ path, body }, response) => {
    if (path === '/v3/login') return sendJson(response, { token: `token-${++state.logins}` });
    const number = Number(String(body.token).replace('token-', ''));
    if (number > state.expiredUpTo) sendJson(response, channels);
    else sendJson(response, AUTH_ERROR, 401);
  });
  return { site, state };
}

describe('a token', () => {
  it('comes from one login and serves the following calls', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, channels));
    const { gateway } = gatewayFor([site.host]);
    await gateway.salesChannels(connectionTo(site.origin));
    await gateway.salesChannels(connectionTo(site.origin));
    expect(site.received.map(({ path }) => path)).toEqual([
      '/v3/login',
      '/v3/sales_channels',
      '/v3/sales_channels',
    ]);
    expect(site.received[0]?.body).toEqual({ site_id: 's100', user_id: 'api_user', password: PASSWORD });
    expect(site.received[0]?.headers).not.toHaveProperty('x-http-method-override');
    expect(site.received[2]?.body).toMatchObject({ site_id: 's100', token: 'token-1' });
  });

  it('is made ready ahead of the calls that need it, once', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, channels));
    const { gateway } = gatewayFor([site.host]);
    const connection = connectionTo(site.origin);
    expect((await gateway.logIn(connection)).isOk()).toBe(true);
    await gateway.logIn(connection);
    await gateway.salesChannels(connection);
    expect(site.received.map(({ path }) => path)).toEqual(['/v3/login', '/v3/sales_channels']);
  });

  it('is fetched once for calls that begin together', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, channels));
    const { gateway } = gatewayFor([site.host]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => gateway.salesChannels(connectionTo(site.origin))),
    );
    expect(answers.every((answer) => answer.isOk())).toBe(true);
    expect(site.countOf('/v3/login')).toBe(1);
  });

  it('is renewed after fifty minutes', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, channels));
    const clock = movableClock('2026-03-02T09:00:00Z');
    const { gateway } = gatewayFor([site.host], { clock });
    await gateway.salesChannels(connectionTo(site.origin));
    clock.move(49 * 60_000);
    await gateway.salesChannels(connectionTo(site.origin));
    expect(site.countOf('/v3/login')).toBe(1);
    clock.move(60_000);
    await gateway.salesChannels(connectionTo(site.origin));
    expect(site.countOf('/v3/login')).toBe(2);
  });

  it.each([
    ['password', { password: 'another' }],
    ['user', { userId: 'another' }],
    ['site', { siteId: 's200' }],
  ])('is never used for another %s', async (_, changes) => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, channels));
    const { gateway } = gatewayFor([site.host]);
    await gateway.salesChannels(connectionTo(site.origin));
    await gateway.salesChannels(connectionTo(site.origin, changes));
    expect(site.received.at(-1)?.body.token).toBe('token-2');
  });
});

describe('a refused token', () => {
  it('is replaced, and the call repeated, without the caller noticing', async () => {
    const { site, state } = await startSiteThatExpiresTokens();
    const { gateway } = gatewayFor([site.host]);
    await gateway.salesChannels(connectionTo(site.origin));
    state.expiredUpTo = 1;
    const answer = await gateway.salesChannels(connectionTo(site.origin));
    expect(answer._unsafeUnwrap()).toEqual([{ id: 'web', name: 'Web' }]);
    expect(state.logins).toBe(2);
  });

  it('makes a burst of calls log in once', async () => {
    const { site, state } = await startSiteThatExpiresTokens();
    const { gateway } = gatewayFor([site.host]);
    await gateway.salesChannels(connectionTo(site.origin));
    state.expiredUpTo = 1;
    const burst = await Promise.all(
      Array.from({ length: 30 }, () => gateway.salesChannels(connectionTo(site.origin))),
    );
    expect(burst.every((answer) => answer.isOk())).toBe(true);
    expect(state.logins).toBe(2);
  });

  it('that another call has replaced meanwhile does not throw the new one away', async () => {
    // GIVEN two calls under way with the first token, of which one is refused late
    const late: (() => void)[] = [];
    let logins = 0;
    const site = await startFakeSite(({ path, body }, response) => {
      if (path === '/v3/login') return sendJson(response, { token: `token-${++logins}` });
      if (body.token === 'token-2') return sendJson(response, channels);
      if (late.length === 0 && path === '/v3/delivery_configs')
        late.push(() => sendJson(response, AUTH_ERROR, 401));
      else sendJson(response, AUTH_ERROR, 401);
    });
    const { gateway } = gatewayFor([site.host]);
    const slow = gateway.deliveryConfigs(connectionTo(site.origin));
    await vi.waitUntil(() => late.length === 1);
    // WHEN the other has renewed the token before the late refusal arrives
    await gateway.salesChannels(connectionTo(site.origin));
    late[0]?.();
    await slow;
    // THEN nobody logs in a third time
    expect(logins).toBe(2);
  });

  it('is refused to the caller when the new one is refused too, after exactly one repetition', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, AUTH_ERROR, 401));
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_credentials_refused', retryable: false, status: 401 });
    expect(site.countOf('/v3/sales_channels')).toBe(2);
    expect(site.countOf('/v3/login')).toBe(2);
  });
});

describe('a login', () => {
  it.each([
    [401, { error: 'auth_error', message: 'wrong password' }],
    [401, 'no JSON'],
    [400, { error: 'auth_error' }],
    [403, { error: 'forbidden' }],
    [404, { code: 404, name: 'not_found', params: { entity: 'user', id: 'api_user' } }],
  ])('that is refused with %i says that the credentials are wrong', async (status, body) => {
    const site = await startFakeSite((_, response) => sendJson(response, body, status));
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_credentials_refused', retryable: false, status });
    expect(error.route).toBe('login');
    expect(site.countOf('/v3/login')).toBe(1);
  });

  it('that failed is not remembered', async () => {
    let failing = true;
    const site = await startFakeSite(({ path }, response) => {
      if (path !== '/v3/login') sendJson(response, channels);
      else if (failing) sendJson(response, {}, 500);
      else sendJson(response, { token: 'token-1' });
    });
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr().code).toBe(
      'onestock_failed',
    );
    failing = false;
    expect((await gateway.salesChannels(connectionTo(site.origin))).isOk()).toBe(true);
  });

  it('without a token in its answer is unreadable', async () => {
    const site = await startFakeSite((_, response) => sendJson(response, { id: 'something' }));
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreadable', retryable: false, status: 200 });
  });

  it('goes on for the others when the caller that began it gives up', async () => {
    const pending: (() => void)[] = [];
    const site = await startFakeSite(({ path }, response) => {
      if (path === '/v3/login') pending.push(() => sendJson(response, { token: 'token-1' }));
      else sendJson(response, channels);
    });
    const { gateway } = gatewayFor([site.host]);
    const hasty = new AbortController();
    const first = gateway.salesChannels(connectionTo(site.origin), { signal: hasty.signal });
    const second = gateway.salesChannels(connectionTo(site.origin));
    await vi.waitUntil(() => pending.length === 1);
    hasty.abort();
    expect((await first)._unsafeUnwrapErr().code).toBe('onestock_cancelled');
    pending[0]?.();
    expect((await second).isOk()).toBe(true);
    expect(site.countOf('/v3/login')).toBe(1);
  });
});
