import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { listen } from '#sandbox/admin/listen.ts';

const asked: string[] = [];
const simulator = await listen(
  createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['x-sandbox-shop']}`);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"access_token":"t","scope":"","expires_in":3600,"data":{"shop":{"name":"Demo"}}}');
  }),
  0,
);
afterAll(() => simulator.close());

/** Runs a module in a process of the app's kind, with the stand-in preloaded. */
function runPreloaded(module: string) {
  const preload = ['--import', './sandbox/shopify/stand-in.ts', '--input-type=module', '--eval', module];
  const env = { ...process.env, SANDBOX_SHOPIFY_URL: simulator.url };
  return promisify(execFile)(process.execPath, preload, { env });
}

test('what the app’s gateway and Shopify’s library send to a shop goes to the simulated Shopify, with the shop’s name', async () => {
  await runPreloaded(`
    import { createShopifyApi } from '#app/gateways/shopify/api.ts';
    import { createShopifyApp } from '#app/gateways/shopify/app.ts';
    import { postToAdmin } from '#app/gateways/shopify/admin-transport.ts';
    const config = { appUrl: 'https://app.example.com', shopify: { apiKey: 'i', apiSecret: 's', scopes: [] } };
    const log = { warn() {}, error() {} };
    createShopifyApp({ config, log, sessionStorage: {}, afterInstall: async () => {} });
    const api = createShopifyApi(config, log);
    await api.auth.refreshToken({ shop: 'demo.myshopify.com', refreshToken: 'r' });
    await postToAdmin({ shop: 'demo.myshopify.com', accessToken: 't', document: '{shop{name}}', variables: {}, timeoutMs: 5000 });
  `);
  expect(asked).toEqual([
    'POST /admin/oauth/access_token demo.myshopify.com',
    'POST /admin/api/2026-10/graphql.json demo.myshopify.com',
  ]);
});
