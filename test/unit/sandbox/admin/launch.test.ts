import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api';
import '@shopify/shopify-api/adapters/node';
import { expect, test } from 'vitest';
import { mintIdToken } from '#sandbox/admin/id-token.ts';
import { launchUrl } from '#sandbox/admin/launch.ts';

const shopify = shopifyApi({
  apiKey: 'client-id',
  apiSecretKey: 'client-secret',
  hostName: 'app.example.com',
  apiVersion: ApiVersion.October26,
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});
const facts = {
  shop: 'demo.myshopify.com',
  apiKey: 'client-id',
  apiSecret: 'client-secret',
  userId: '7',
  sessionId: 'session',
  now: new Date(),
};

test('Shopify’s library takes the id token of the simulated admin', async () => {
  const payload = await shopify.session.decodeSessionToken(mintIdToken(facts));
  expect(payload).toMatchObject({ dest: 'https://demo.myshopify.com', aud: 'client-id', sub: '7' });
});

test.each([
  ['signed with another secret', { apiSecret: 'another' }],
  ['meant for another app', { apiKey: 'another' }],
  ['older than its minute', { now: new Date(Date.now() - 120_000) }],
])('and none that is %s', async (_name, changes) => {
  await expect(shopify.session.decodeSessionToken(mintIdToken({ ...facts, ...changes }))).rejects.toThrow();
});

test('a page is opened with a query that Shopify’s library finds signed, and with the page’s own', async () => {
  const url = new URL(
    launchUrl('https://app.example.com', '/app/orders?tab=open', { ...facts, locale: 'fr' }),
  );
  const query = Object.fromEntries(url.searchParams);
  expect(url.pathname).toBe('/app/orders');
  expect(query).toMatchObject({ tab: 'open', embedded: '1', shop: 'demo.myshopify.com', locale: 'fr' });
  expect(shopify.utils.sanitizeHost(query.host ?? '')).toBe(query.host);
  expect(await shopify.utils.validateHmac(query)).toBe(true);
  expect(await shopify.utils.validateHmac({ ...query, shop: 'other.myshopify.com' })).toBe(false);
});
