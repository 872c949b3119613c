import { describe, expect, it } from 'vitest';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { call, graphql, control } = shop;

describe('settings', () => {
  it('merge, and are refused whole when one is unknown or impossible', async () => {
    await control({ latencyMs: 1, jitterMs: 1 });
    expect((await call('GET', '/_control')).body.settings).toMatchObject({
      latencyMs: 1,
      jitterMs: 1,
      failure: 'none',
    });

    const unknown = await call('POST', '/_control', { latencyMs: 9, latency: 9 });
    expect(unknown).toMatchObject({ status: 400, body: { error: expect.stringContaining('latency') } });
    expect((await call('POST', '/_control', { failure: 'sometimes' })).status).toBe(400);
    expect((await call('GET', '/_control')).body.settings.latencyMs).toBe(1);
  });

  it('and counts are forgotten on request', async () => {
    await control({ throttleNext: 3 });
    await graphql('query Counted { shop { id } }');
    const { body } = await call('GET', '/_control');
    expect(body.requests).toEqual({ 'POST /admin/api/2026-10/graphql.json': 1, 'graphql Counted': 1 });
    await call('DELETE', '/_control');
    expect((await call('GET', '/_control')).body).toMatchObject({
      requests: {},
      settings: { throttleNext: 0 },
    });
  });
});

describe('failures of the Admin API', () => {
  it.each([
    ['500', 500],
    ['429', 429],
  ])('%s is an answer in JSON', async (failure, status) => {
    await control({ failure });
    expect(await graphql('{ shop { id } }')).toMatchObject({ status, body: { errors: expect.any(String) } });
  });

  it('malformed is a 200 that is no JSON', async () => {
    await control({ failure: 'malformed' });
    await expect(graphql('{ shop { id } }')).rejects.toThrow(SyntaxError);
  });

  it('reset cuts the connection', async () => {
    await control({ failure: 'reset' });
    await expect(graphql('{ shop { id } }')).rejects.toThrow('fetch failed');
  });

  it('hang answers nothing for as long as the caller waits', async () => {
    await control({ failure: 'hang' });
    const waiting = fetch(`${shop.shopify.url}/admin/api/2026-10/graphql.json`, {
      method: 'POST',
      body: '{}',
      signal: AbortSignal.timeout(200),
    });
    await expect(waiting).rejects.toThrow('timeout');
  });

  it('strike token calls too, and never the control door', async () => {
    await control({ failure: '500' });
    expect((await call('POST', '/admin/oauth/access_token', {})).status).toBe(500);
    expect((await call('GET', '/_control')).status).toBe(200);
  });
});

describe('orders without a checkout', () => {
  it('are shown with their metafields, by number', async () => {
    const id = await shop.placeOrder({ locale: 'fr', email: 'elise@example.com' });
    shop.shopify.store.metafields.write({
      ownerId: id,
      namespace: 'onestock',
      key: 'endpoint_id',
      type: 'json',
      value: '1',
    });
    const { status, body } = await call('GET', `/_control/orders/${id.split('/').at(-1)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      name: expect.stringMatching(/^#\d+$/),
      locale: 'fr',
      sourceName: 'web',
      metafields: [{ namespace: 'onestock', key: 'endpoint_id', value: '1' }],
    });
    expect((await call('GET', '/_control/orders/1')).status).toBe(404);
  });

  it('may come from a draft, and from an earlier day', async () => {
    const createdAt = '2026-01-31T10:00:00.000Z';
    const id = await shop.placeOrder({ draft: true, createdAt });
    expect(shop.shopify.store.orders.get(id)).toMatchObject({
      sourceName: 'shopify_draft_order',
      createdAt: new Date(createdAt),
    });
  });

  it.each([
    ['an unknown SKU', { lines: [{ sku: 'SKU-999' }] }, 422],
    ['a custom line without a price', { lines: [{ title: 'Engraving' }] }, 422],
    [
      'an unknown location',
      { deliveries: [{ locationId: 'gid://shopify/Location/1', lines: [], deliveryMethod: {} }] },
      422,
    ],
    ['no lines', { lines: [] }, 400],
    ['an unknown key', { gift: true }, 400],
  ])('are refused for %s', async (_what, change, status) => {
    const answer = await call('POST', '/_control/orders', { lines: [{ sku: 'SKU-001' }], ...change });
    expect(answer).toMatchObject({ status, body: { error: expect.any(String) } });
  });
});

describe('further shops', () => {
  it('have their own facts, orders and tokens, and no way into each other', async () => {
    const domain = 'other-shop.myshopify.com';
    const opened = await call('POST', '/_control/shops', {
      domain,
      currency: 'GBP',
      country: 'GB',
      timezone: 'Europe/London',
    });
    expect(opened.status).toBe(201);
    const { accessToken } = opened.body;
    const placed = await call('POST', `/_control/orders?shop=${domain}`, { lines: [{ sku: 'SKU-001' }] });
    const query = 'query Read($id: ID!) { shop { myshopifyDomain currencyCode } order(id: $id) { id } }';
    const read = (named: string, token: string) => {
      const headers = { 'X-Sandbox-Shop': named, 'X-Shopify-Access-Token': token };
      return call(
        'POST',
        '/admin/api/2026-10/graphql.json',
        { query, variables: { id: placed.body.orderId } },
        headers,
      );
    };
    expect((await read(domain, accessToken)).body.data).toEqual({
      shop: { myshopifyDomain: domain, currencyCode: 'GBP' },
      order: { id: placed.body.orderId },
    });
    expect((await read(shop.shopify.shop, shop.shopify.accessToken)).body.data.order).toBeNull();
    expect((await read(domain, shop.shopify.accessToken)).status).toBe(401);
    expect((await read(shop.shopify.shop, accessToken)).status).toBe(401);
    expect((await read('unknown.myshopify.com', accessToken)).status).toBe(401);
  });

  it('are refused when there is one already, or the domain is none of Shopify', async () => {
    expect((await call('POST', '/_control/shops', { domain: shop.shopify.shop })).status).toBe(422);
    expect((await call('POST', '/_control/shops', { domain: 'example.com' })).status).toBe(400);
  });
});
