import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { SignJWT } from 'jose';
import { afterAll, beforeEach } from 'vitest';
import { type ShopifySimulator, startShopify } from '#sandbox/shopify/index.ts';

export const API_KEY = 'key of the app';
export const API_SECRET = 'secret of the app';

export interface ReceivedWebhook {
  path: string;
  headers: IncomingHttpHeaders;
  raw: Buffer;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
  body: any;
}

/** The app's place: it records webhooks, and answers them as the test says. */
export interface Receiver {
  webhooks: ReceivedWebhook[];
  /** HTTP status of its answers; null lets a sender wait for ever. */
  status: number | null;
  /** Statuses of the next answers, before `status` is the rule. */
  next: number[];
}

// biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
type Json = any;

export interface Answer {
  status: number;
  body: Json;
}

export interface ShopHarness {
  shopify: ShopifySimulator;
  receiver: Receiver;
  /** Moves the simulator's clock, which otherwise is the machine's. */
  advance(milliseconds: number): void;
  now(): Date;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  control(changes: Record<string, unknown>): Promise<void>;
  /** A GraphQL call with the fixed token of the demo shop, or with `token`. */
  graphql(query: string, variables?: Record<string, unknown>, token?: string): Promise<Answer>;
  /** Places an order of one SKU-001 to Paris, with what the test wants otherwise; its global id. */
  placeOrder(change?: Record<string, unknown>): Promise<string>;
  /** Waits until the order has its fulfillment orders. */
  routed(orderId: string): Promise<void>;
  idToken(change?: Record<string, unknown>): Promise<string>;
  /** An offline token with these scopes only. */
  tokenWith(scopes: string): Promise<string>;
}

const paris = { country: 'FR', zip: '75011', city: 'Paris', address1: '12 rue de la Roquette' };

/**
 * Starts a simulator and a receiver of its webhooks, once for the file; every test begins with fresh settings.
 * @param topics what is subscribed to beside the topics of the app
 * @param without topics of the app that are not subscribed to
 */
export async function startShop({
  topics = [],
  without = [],
}: {
  topics?: string[];
  without?: string[];
} = {}): Promise<ShopHarness> {
  let offset = 0;
  const now = () => new Date(Date.now() + offset);
  const receiver: Receiver = { webhooks: [], status: 200, next: [] };
  const server = createServer(async (request, response) => {
    const raw = await buffer(request);
    const { headers, url = '' } = request;
    receiver.webhooks.push({ path: url, headers, raw, body: JSON.parse(raw.toString('utf8')) });
    const status = receiver.next.shift() ?? receiver.status;
    if (status !== null) response.writeHead(status, { Location: '/elsewhere' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const appUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const shopify = await startShopify({
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appUrl: () => appUrl,
    now,
    appTomlPath: await configurationWith(topics, without),
  });

  beforeEach(async () => {
    receiver.status = 200;
    receiver.next.length = 0;
    receiver.webhooks.length = 0;
    await fetch(`${shopify.url}/_control`, { method: 'DELETE' });
  });
  afterAll(async () => {
    await shopify.close();
    server.closeAllConnections();
    server.close();
  });
  return {
    shopify,
    receiver,
    now,
    advance(milliseconds) {
      offset += milliseconds;
    },
    ...calls(shopify, now),
  };
}

/** The app's configuration with more topics and without others, in a file of its own. */
async function configurationWith(topics: string[], without: string[]): Promise<string> {
  const own = await readFile('shopify.app.toml', 'utf8');
  const known = without.reduce((rest, topic) => rest.replace(`"${topic}",`, ''), own);
  const more = topics.filter((topic) => !known.includes(`"${topic}"`));
  const path = join(await mkdtemp(join(tmpdir(), 'shopify-app-')), 'shopify.app.toml');
  const subscription = `[[webhooks.subscriptions]]\nuri = "/webhooks/shopify"\ntopics = ${JSON.stringify(more)}\n`;
  await writeFile(path, `${known}\n${subscription}`);
  return path;
}

function calls(
  shopify: ShopifySimulator,
  now: () => Date,
): Omit<ShopHarness, 'shopify' | 'receiver' | 'now' | 'advance'> {
  const call: ShopHarness['call'] = async (method, path, body, headers = {}) => {
    const answer = await fetch(`${shopify.url}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json() };
  };
  const control: ShopHarness['control'] = async (changes) => {
    const answer = await call('POST', '/_control', changes);
    if (answer.status !== 200) throw new Error(answer.body.error);
  };
  const idToken: ShopHarness['idToken'] = (change = {}) => {
    const seconds = Math.floor(now().getTime() / 1000);
    const shop = `https://${shopify.shop}`;
    const claims = { iss: `${shop}/admin`, dest: shop, aud: API_KEY, sub: '7', sid: 's', jti: randomUUID() };
    return new SignJWT({ ...claims, iat: seconds, nbf: seconds, exp: seconds + 60, ...change })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(API_SECRET));
  };
  return {
    call,
    control,
    idToken,
    graphql: (query, variables = {}, token = shopify.accessToken) =>
      call(
        'POST',
        '/admin/api/2026-10/graphql.json',
        { query, variables },
        { 'X-Shopify-Access-Token': token },
      ),
    async placeOrder(change = {}) {
      const answer = await call('POST', '/_control/orders', {
        lines: [{ sku: 'SKU-001' }],
        address: paris,
        ...change,
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return answer.body.orderId;
    },
    async routed(orderId) {
      const order = shopify.store.orders.get(orderId);
      if (order && order.fulfillmentOrders.length > 0) return;
      await new Promise<void>((resolve) => {
        const { events } = shopify.store;
        events.on('orderRouted', function listener(each) {
          if (each.id !== orderId) return;
          events.off('orderRouted', listener);
          resolve();
        });
      });
    },
    async tokenWith(scopes) {
      await control({ grantedScopes: scopes });
      const answer = await call('POST', '/admin/oauth/access_token', {
        client_id: API_KEY,
        client_secret: API_SECRET,
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: await idToken(),
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      });
      return answer.body.access_token;
    },
  };
}
