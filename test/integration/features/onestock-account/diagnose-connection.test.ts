import { describe, expect, test } from 'vitest';
import { RESOURCES } from '#app/gateways/onestock/index.ts';
import { sendJson, startFakeSiteWithLogin } from '#test/unit/gateways/onestock/fake-site.ts';
import { diagnose, gatewayTo, simulatedSite, untrustedServer } from './diagnosis-under-test.ts';

const NOWHERE = 'https://nowhere.invalid';

describe('an account that works', () => {
  test('is told as such, with the one resource that cannot be tried harmlessly', async () => {
    const { gateway, account } = await simulatedSite();
    expect(await diagnose(gateway, account)).toEqual({
      state: 'works',
      step: null,
      fault: null,
      refused: [],
      notChecked: ['stock_export'],
      retryable: false,
      inUse: true,
      details: {},
      latencyMs: expect.any(Number),
    });
  });

  test('works with a token that has expired, too', async () => {
    const { gateway, account, control } = await simulatedSite();
    await diagnose(gateway, account);
    await control({ tokenExpired: true });
    expect(await diagnose(gateway, account)).toMatchObject({ state: 'works' });
  });

  test.each(['', 'v2', 'v4'] as const)('works in API version “%s”', async (apiVersion) => {
    const { gateway, account } = await simulatedSite();
    expect(await diagnose(gateway, { ...account, apiVersion })).toMatchObject({ state: 'works' });
  });
});

describe('a host that is not reached', () => {
  async function failureOf(host: string, gateway = gatewayTo(host)) {
    const account = { siteId: 's100', host, apiVersion: 'v3', userId: 'api_user', password: 'x' } as const;
    const found = await diagnose(gateway, account);
    expect(found).toMatchObject({ state: 'fails', refused: [], notChecked: [...RESOURCES] });
    return found;
  }

  test('because its name is unknown, fails at the DNS', async () => {
    const found = await failureOf(NOWHERE);
    expect(found).toMatchObject({
      step: 'dns',
      fault: 'name_unknown',
      details: { networkCode: 'ENOTFOUND' },
    });
  });

  test('because its certificate cannot be trusted, fails at TLS', async () => {
    const found = await failureOf(await untrustedServer());
    expect(found).toMatchObject({ step: 'tls', fault: 'certificate_untrusted' });
  });

  test('because it speaks no TLS, fails at TLS', async () => {
    const { account } = await simulatedSite();
    expect(await failureOf(account.host.replace('http:', 'https:'))).toMatchObject({ step: 'tls' });
  });

  test('because its name leads to a private address, fails at the host without being called', async () => {
    const origin = await untrustedServer();
    const found = await failureOf(origin, gatewayTo(origin, { allowPrivateAddresses: false }));
    expect(found).toMatchObject({
      step: 'host',
      retryable: false,
      fault: 'private_address',
    });
  });

  test('because it is none of OneStock’s, fails at the host', async () => {
    expect(await failureOf('https://example.org', gatewayTo(NOWHERE))).toMatchObject({ step: 'host' });
  });

  test('because nothing listens there, fails at the connection, and may work later', async () => {
    const { account, close } = await simulatedSite();
    await close();
    expect(await failureOf(account.host)).toMatchObject({
      step: 'connection',
      retryable: true,
      fault: 'unreachable',
      details: { networkCode: 'ECONNREFUSED' },
    });
  });
});

describe('a site that answers badly', () => {
  test.each([
    ['hang', 'connection'],
    ['reset', 'connection'],
    ['500', 'connection'],
    ['429', 'connection'],
    ['foreign', 'host'],
    ['malformed', 'host'],
  ])('by %s fails at the %s, in bounded time', async (failure, step) => {
    const { gateway, account, control } = await simulatedSite();
    await control({ failure });
    const found = await diagnose(gateway, account, 300);
    expect(found).toMatchObject({ state: 'fails', step, inUse: true });
  });

  test('is given up in time when it stops answering after the login', async () => {
    const site = await startFakeSiteWithLogin(({ path }, response) => {
      if (path === '/v3/check') sendJson(response, {});
    });
    const account = {
      siteId: 's1',
      host: site.origin,
      apiVersion: 'v3',
      userId: 'u',
      password: 'p',
    } as const;
    expect(await diagnose(gatewayTo(site.origin), account, 300)).toMatchObject({
      state: 'fails',
      step: 'connection',
      retryable: true,
    });
  });

  test.each([
    ['delivery_promises', 'fails'],
    ['endpoints', 'limited'],
  ])('to %s in another form than the app reads has the wrong API version: it %s', async (route, state) => {
    const site = await startFakeSiteWithLogin(({ path }, response) => {
      if (path === `/v3/${route}`) response.writeHead(404).end('no such route');
      else sendJson(response, { delivery_options: [], endpoints: [] });
    });
    const account = {
      siteId: 's1',
      host: site.origin,
      apiVersion: 'v3',
      userId: 'u',
      password: 'p',
    } as const;
    const found = await diagnose(gatewayTo(site.origin), account);
    expect(found).toMatchObject({ state, step: 'host', refused: [] });
    expect(found).toMatchObject({ fault: 'foreign_answer', details: { resource: route } });
    expect(found.notChecked).toContain(route);
  });
});

describe('credentials that are wrong', () => {
  test.each([400, 401, 403])(
    'by the password, answered %i, fail at the credentials',
    async (wrongPasswordStatus) => {
      const { gateway, account, control } = await simulatedSite();
      await control({ wrongPasswordStatus });
      const found = await diagnose(gateway, { ...account, password: 'wrong' });
      expect(found).toMatchObject({ state: 'fails', step: 'credentials', retryable: false });
      expect(found.fault).toBe('user_refused');
    },
  );

  test.each([
    [401, 'credentials', 'user_refused'],
    [404, 'credentials', 'site_unknown'],
    [530, 'host', 'no_site_at_host'],
  ])('by the site, answered %i, fail at the %s: %s', async (unknownSiteStatus, step, fault) => {
    const { gateway, account, control } = await simulatedSite();
    await control({ unknownSiteStatus });
    const found = await diagnose(gateway, { ...account, siteId: 's999' });
    expect(found).toMatchObject({ state: 'fails', step, fault });
  });
});

describe('an access policy', () => {
  test.each([401, 403])(
    'that refuses resources by %i is told with each of them',
    async (policyRefusalStatus) => {
      const { gateway, account, control } = await simulatedSite();
      const refused = ['orders', 'check', 'translators', 'webhooks'];
      await control({ refusedResources: refused, policyRefusalStatus });
      const found = await diagnose(gateway, account);
      expect(found).toMatchObject({ state: 'limited', step: 'policy', notChecked: ['stock_export'] });
      expect([...found.refused].sort()).toEqual([...refused].sort());
      expect(found.fault).toBe('policy');
    },
  );

  test('that refuses delivery promises leaves nothing of use to shoppers', async () => {
    const { gateway, account, control } = await simulatedSite();
    await control({ refusedResources: ['delivery_promises'] });
    const found = await diagnose(gateway, account);
    expect(found).toMatchObject({ state: 'fails', step: 'policy', refused: ['delivery_promises'] });
    expect(found).toMatchObject({ fault: 'policy', inUse: true });
  });

  test('that refuses everything is no matter of credentials', async () => {
    const { gateway, account, control } = await simulatedSite();
    await control({ refusedResources: RESOURCES });
    expect(await diagnose(gateway, account)).toMatchObject({
      state: 'fails',
      step: 'policy',
      refused: RESOURCES.filter((resource) => resource !== 'stock_export'),
    });
  });
});
