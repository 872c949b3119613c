import { describe, expect, it } from 'vitest';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import { connectionTo, gatewayFor, movableClock, sendJson, startFakeSiteWithLogin } from '../fake-site.ts';

async function errorFor(status: number, body: unknown, headers = {}): Promise<OneStockError> {
  const site = await startFakeSiteWithLogin((_, response) => {
    if (typeof body === 'string')
      response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(body);
    else sendJson(response, body, status, headers);
  });
  const { gateway } = gatewayFor([site.host], { clock: movableClock('2026-03-02T09:00:00Z') });
  return (await gateway.salesChannels(connectionTo(site.origin)))._unsafeUnwrapErr();
}

describe('an error of OneStock', () => {
  it.each([
    [{ error: 'already_exists', params: { entity: 'order', id: '2222', request: 'orders' } }],
    [{ code: 409, name: 'already_exists', params: { entity: 'order', id: '2222' } }],
  ])('is understood in both shapes: %j', async (body) => {
    const error = await errorFor(409, body, { 'request-id': '65f0a1b2c3d4e5f6a7b8c9d0' });
    expect(error).toMatchObject({
      code: 'onestock_conflict',
      retryable: false,
      status: 409,
      vendorCode: 'already_exists',
      vendorMessage: 'order 2222',
      requestId: '65f0a1b2c3d4e5f6a7b8c9d0',
    });
  });

  it('that is a JSON 404 means that the thing does not exist', async () => {
    expect(await errorFor(404, { error: 'not_found', params: { entity: 'order', id: '1' } })).toMatchObject({
      code: 'onestock_not_found',
      retryable: false,
      vendorCode: 'not_found',
    });
  });

  it.each(['  __\n /  \\  nothing here', '<html>Not found</html>', ''])(
    'that is a 404 without JSON means that version or host are wrong: %j',
    async (page) => {
      const error = await errorFor(404, page);
      expect(error).toMatchObject({ code: 'onestock_route_unknown', retryable: false, status: 404 });
    },
  );

  it.each([
    [400, { error: 'invalid_json', message: 'parser message' }, 'onestock_refused', false],
    [403, { error: 'forbidden' }, 'onestock_forbidden', false],
    [422, {}, 'onestock_refused', false],
    [500, { error: 'internal' }, 'onestock_failed', true],
    [503, 'come back later', 'onestock_failed', true],
    [530, '<html></html>', 'onestock_unreachable', true],
  ])('with status %i and body %j is %s', async (status, body, code, retryable) => {
    expect(await errorFor(status, body)).toMatchObject({ code, retryable, status });
  });

  it('carries what was asked and what OneStock said', async () => {
    const error = await errorFor(500, { error: 'internal', message: 'database is away.' });
    expect(error).toMatchObject({
      code: 'onestock_failed',
      route: 'sales_channels',
      status: 500,
      vendorCode: 'internal',
      vendorMessage: 'database is away.',
    });
  });

  it('quotes no more of a long text than a person would read', async () => {
    const error = await errorFor(500, { error: 'x'.repeat(10_000), message: 'y'.repeat(10_000) });
    expect(error.vendorCode).toHaveLength(300);
    expect(error.vendorMessage).toHaveLength(300);
  });

  it('with values of other kinds than expected is still an error, not a crash', async () => {
    const error = await errorFor(409, { error: { deep: true }, message: ['a'], params: 'none' });
    expect(error).toMatchObject({ code: 'onestock_conflict', status: 409 });
    expect(error.vendorCode).toBeUndefined();
  });
});

describe('a rate limit', () => {
  it.each([
    [undefined, undefined],
    ['7', 7_000],
    ['0', 0],
    ['Mon, 02 Mar 2026 09:00:30 GMT', 30_000],
    ['Mon, 02 Mar 2026 08:00:00 GMT', 0],
    ['soon', undefined],
  ])('with Retry-After %s asks to wait %s ms', async (header, retryAfterMs) => {
    const error = await errorFor(
      429,
      { error: 'too_many_requests' },
      header === undefined ? {} : { 'retry-after': header },
    );
    expect(error).toMatchObject({ code: 'onestock_rate_limited', retryable: true, status: 429 });
    expect(error.retryAfterMs).toBe(retryAfterMs);
  });
});

describe('an accepted answer', () => {
  it('that is not JSON is unreadable, and a retry may help', async () => {
    expect(await errorFor(200, '{"sales_channels": [')).toMatchObject({
      code: 'onestock_unreadable',
      retryable: true,
    });
  });

  it.each([
    [{ something: 'else' }],
    [[1, 2]],
    [null],
    [{ sales_channels: {} }],
    [{ sales_channels: [{ name: 'no id' }] }],
  ])('of a foreign shape is unreadable, and a retry does not help: %j', async (body) => {
    expect(await errorFor(200, body)).toMatchObject({
      code: 'onestock_unreadable',
      retryable: false,
      status: 200,
    });
  });
});
