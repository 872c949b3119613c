import { describe, expect, it } from 'vitest';
import { PROBED_RESOURCES, RESOURCES } from '#app/gateways/onestock/index.ts';
import { connectionTo, gatewayFor, sendJson, startFakeSite, startFakeSiteWithLogin } from '../fake-site.ts';

async function probeAnswered(status: number, body: unknown) {
  const site = await startFakeSiteWithLogin((_, response) => sendJson(response, body, status));
  const { gateway, logLines } = gatewayFor([site.host]);
  return { answer: await gateway.probe(connectionTo(site.origin), 'orders'), site, logLines };
}

describe('trying a resource', () => {
  it('is a read of something that does not exist, for every resource but the export, which would reset counters', async () => {
    const site = await startFakeSiteWithLogin((_, response) => sendJson(response, {}));
    const { gateway } = gatewayFor([site.host]);
    for (const resource of PROBED_RESOURCES) await gateway.probe(connectionTo(site.origin), resource);

    const asked = site.received.filter(({ path }) => path !== '/v3/login');
    expect(asked.every(({ headers }) => headers['x-http-method-override'] === 'GET')).toBe(true);
    expect(asked.map(({ path }) => path)).toContain('/v3/orders/000000000000000000000000');
    expect(RESOURCES.filter((resource) => !(PROBED_RESOURCES as string[]).includes(resource))).toEqual([
      'check',
      'stock_export',
    ]);
  });

  it.each([
    [200, {}],
    [404, { error: 'not_found', params: { entity: 'order', id: '0' } }],
  ])(
    'finds it allowed when OneStock answers %i %j, and leaves no warning in the log',
    async (status, body) => {
      const { answer, logLines } = await probeAnswered(status, body);
      expect(answer.isOk()).toBe(true);
      expect(logLines.every(({ level }) => level === 'info')).toBe(true);
    },
  );

  it.each([
    [403, { error: 'forbidden' }],
    [401, { error: 'auth_error' }],
  ])('finds it refused when OneStock answers %i %j after a login that it took', async (status, body) => {
    const { answer } = await probeAnswered(status, body);
    expect(answer._unsafeUnwrapErr()).toMatchObject({
      code: 'onestock_forbidden',
      status,
      retryable: false,
      route: expect.any(String),
    });
  });

  it.each([
    [400, { error: 'invalid_parameter' }, 'onestock_refused'],
    [500, { error: 'internal' }, 'onestock_failed'],
  ])('finds nothing out when OneStock answers %i %j', async (status, body, code) => {
    expect((await probeAnswered(status, body)).answer._unsafeUnwrapErr().code).toBe(code);
  });

  it.each(['delivery_promises', 'endpoints'] as const)(
    'of %s reads the answer too, whose form is public',
    async (resource) => {
      const site = await startFakeSite((_, response) => sendJson(response, { token: 'token-1' }));
      const { gateway } = gatewayFor([site.host]);
      const answer = await gateway.probe(connectionTo(site.origin), resource);
      expect(answer._unsafeUnwrapErr().code).toBe('onestock_unreadable');
    },
  );
});

it('a check that the policy refuses is told from wrong credentials, whichever status it has', async () => {
  const site = await startFakeSiteWithLogin((_, response) =>
    sendJson(response, { error: 'auth_error' }, 401),
  );
  const { gateway } = gatewayFor([site.host]);
  const error = (await gateway.check(connectionTo(site.origin)))._unsafeUnwrapErr();
  expect(error).toMatchObject({ code: 'onestock_forbidden', status: 401 });
});
