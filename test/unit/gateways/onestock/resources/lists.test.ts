import { describe, expect, it } from 'vitest';
import { connectionTo, gatewayFor, sendJson, startFakeSite, startFakeSiteWithLogin } from '../fake-site.ts';

const paris = {
  id: 'store_paris',
  name: 'Paris Marais',
  timezone: 'Europe/Paris',
  open: true,
  modules: { ckc: true, ffs: true },
  address: {
    lines: ['12 rue de Turenne'],
    city: 'Paris',
    zip_code: '75004',
    regions: { country: { code: 'FR', name: 'France' } },
    coordinates: { lat: 48.8555, lon: 2.3642 },
  },
  classification: { endpoint_type: ['store'] },
};

interface Pagination {
  limit: number;
  start: number;
}

/** A site that lists `all`, never more than `granted` a page whatever is asked. */
async function siteWithEndpoints(all: unknown[], granted = 1_000) {
  const site = await startFakeSiteWithLogin(({ body }, response) => {
    const { limit, start } = body.pagination as Pagination;
    sendJson(response, { endpoints: all.slice(start, start + Math.min(limit, granted)) });
  });
  return { site, gateway: gatewayFor([site.host]).gateway };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `store_${index}` }));

describe('endpoints', () => {
  it('are read with address, place and what they do', async () => {
    const { site, gateway } = await siteWithEndpoints([paris]);
    expect((await gateway.endpoints(connectionTo(site.origin)))._unsafeUnwrap()).toEqual([
      {
        id: 'store_paris',
        name: 'Paris Marais',
        country: 'FR',
        zipCode: '75004',
        city: 'Paris',
        lines: ['12 rue de Turenne'],
        latitude: 48.8555,
        longitude: 2.3642,
        timezone: 'Europe/Paris',
        collects: true,
        open: true,
        isStore: true,
      },
    ]);
  });

  it('need no more than an id', async () => {
    const { site, gateway } = await siteWithEndpoints([
      { id: 7, address: null, modules: [], classification: 'store' },
    ]);
    expect((await gateway.endpoints(connectionTo(site.origin)))._unsafeUnwrap()).toEqual([
      { id: '7', name: '7', collects: false, open: true, isStore: false },
    ]);
  });

  it.each([0, 1, 100, 250])('are all read, page by page, when there are %i', async (count) => {
    const { site, gateway } = await siteWithEndpoints(numbered(count));
    expect((await gateway.endpoints(connectionTo(site.origin)))._unsafeUnwrap()).toHaveLength(count);
  });

  it('are all read when the site grants smaller pages than asked for', async () => {
    const { site, gateway } = await siteWithEndpoints(numbered(95), 30);
    expect((await gateway.endpoints(connectionTo(site.origin)))._unsafeUnwrap()).toHaveLength(95);
  });

  it('are read once when the site ignores the page asked for', async () => {
    const site = await startFakeSiteWithLogin((_, response) =>
      sendJson(response, { endpoints: numbered(3) }),
    );
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway.endpoints(connectionTo(site.origin)))._unsafeUnwrap()).toHaveLength(3);
    expect(site.countOf('/v3/endpoints')).toBe(2);
  });

  it('are not half read: a page that fails fails the whole', async () => {
    const site = await startFakeSiteWithLogin(({ body }, response) => {
      const { start } = body.pagination as Pagination;
      if (start === 0) sendJson(response, { endpoints: numbered(100) });
      else sendJson(response, {}, 500);
    });
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway.endpoints(connectionTo(site.origin)))._unsafeUnwrapErr().code).toBe(
      'onestock_failed',
    );
  });

  it('end a reading that would go on for ever', async () => {
    let served = 0;
    const site = await startFakeSiteWithLogin((_, response) => {
      const endpoints = Array.from({ length: 5_000 }, () => ({ id: `store_${served++}` }));
      sendJson(response, { endpoints });
    });
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.endpoints(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_unreadable', retryable: false });
    expect(site.countOf('/v3/endpoints')).toBeLessThan(10);
  });
});

describe.each([
  ['delivery_configs', 'deliveryConfigs'],
  ['sales_channels', 'salesChannels'],
  ['ruleset_chainings', 'rulesetChainings'],
] as const)('%s', (route, verb) => {
  it.each([
    ['under their name', { [route]: [{ id: 'a', name: 'Name of a', more: 1 }, { id: 'b' }] }],
    [
      'at the root',
      [
        { id: 'a', name: 'Name of a' },
        { id: 'b', name: null },
      ],
    ],
  ])('are read when they come %s', async (_, answer) => {
    const site = await startFakeSiteWithLogin((_received, response) => sendJson(response, answer));
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway[verb](connectionTo(site.origin)))._unsafeUnwrap()).toEqual([
      { id: 'a', name: 'Name of a' },
      { id: 'b', name: 'b' },
    ]);
    expect(site.countOf(`/v3/${route}`)).toBe(1);
  });
});

describe('checking a connection', () => {
  it('logs in anew and asks OneStock', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, {}));
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway.check(connectionTo(site.origin))).isOk()).toBe(true);
    expect((await gateway.check(connectionTo(site.origin))).isOk()).toBe(true);
    expect(site.received.map(({ path }) => path)).toEqual([
      '/v3/login',
      '/v3/check',
      '/v3/login',
      '/v3/check',
    ]);
  });

  it('does not depend on a form of the answer, which is not published', async () => {
    const site = await startFakeSiteWithLogin((_, response) => response.writeHead(200).end('OK'));
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway.check(connectionTo(site.origin))).isOk()).toBe(true);
  });

  it('succeeds with a login on a site that has no such route', async () => {
    const site = await startFakeSiteWithLogin((_, response) => response.writeHead(404).end('nothing here'));
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway.check(connectionTo(site.origin))).isOk()).toBe(true);
  });

  it('fails when the login is refused, although a token is at hand', async () => {
    let refusing = false;
    const site = await startFakeSite(({ path }, response) => {
      if (path === '/v3/login' && refusing) sendJson(response, { error: 'auth_error' }, 401);
      else sendJson(response, { token: 'token-1' });
    });
    const { gateway } = gatewayFor([site.host]);
    await gateway.check(connectionTo(site.origin));
    refusing = true;
    const error = (await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error.code).toBe('onestock_credentials_refused');
  });

  it('fails when the login route does not exist: version or host are wrong', async () => {
    const site = await startFakeSite((_, response) => response.writeHead(404).end('nothing here'));
    const { gateway } = gatewayFor([site.host]);
    const error = (await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr();
    expect(error.code).toBe('onestock_route_unknown');
  });

  it('passes on what OneStock answers otherwise', async () => {
    const site = await startFakeSiteWithLogin((_, response) =>
      sendJson(response, { error: 'forbidden' }, 403),
    );
    const { gateway } = gatewayFor([site.host]);
    expect((await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr().code).toBe(
      'onestock_forbidden',
    );
  });
});
