import { randomUUID } from 'node:crypto';
import type { ServerBuild } from '@remix-run/server-runtime';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entryKey } from '#app/features/health/shape.ts';
import type { PageServices } from '#app/load-context.ts';
import { loadConfig } from '#app/platform/config/index.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createServices } from '#app/services.ts';
import { mintIdToken } from '#sandbox/admin/id-token.ts';
import { DEMO_OPTIONS } from '#sandbox/demo-options.ts';
import { USER_AGENT } from '#test/support/browser.ts';
import { freshDatabase } from '#test/support/database.ts';
import { API_KEY, API_SECRET, SHOP as SHOP_NAME, startEmbeddedApp } from '#test/support/embedded-app.ts';
import { keepEvent } from '#test/support/inbox.ts';
import { keepCallback } from '#test/support/kept-activity.ts';
import { keepOrder } from '#test/support/kept-orders.ts';

const SHOP = SHOP_NAME as ShopDomain;
const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
const PASSWORD = 'a password that nobody may see';

const { database, url } = await freshDatabase();
const config = loadConfig(
  {
    NODE_ENV: 'test',
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: API_SECRET,
    SHOPIFY_APP_URL: 'https://app.example.com',
    DATABASE_URL: url,
    ENCRYPTION_KEYS: `one:${Buffer.alloc(32, 1).toString('base64')}`,
    // Where nobody listens.
    ONESTOCK_ALLOWED_HOSTS: '127.0.0.1:1',
    ONESTOCK_ALLOW_PRIVATE_ADDRESSES: '1',
    ONESTOCK_ALLOW_HTTP: '1',
  },
  { role: 'web' },
)._unsafeUnwrap();
const services = createServices(config, { databaseUrl: url, poolSize: 5, log: createLogger('silent') });
const { oneStockAccounts, shops, deliveryOptions } = services;

/** Which features were asked anything, since a test began. */
const asked: PropertyKey[] = [];
const observed = new Proxy(services, {
  get: (target, name) => {
    asked.push(name);
    return target[name as keyof PageServices];
  },
});
const app = await startEmbeddedApp(observed);
afterAll(async () => {
  await app.close();
  await services.close();
});

interface Door {
  id: string;
  path: string;
  method: 'GET' | 'POST';
}

/** Every loader and action of the app that the build has, with an address that leads to it. */
const doors: Door[] = [];
beforeAll(async () => {
  const built = new URL('../../build/server/index.js', import.meta.url).href;
  const { routes } = (await import(/* @vite-ignore */ built)) as Pick<ServerBuild, 'routes'>;
  const pathOf = (id: string): string => {
    const route = routes[id];
    const own = (route?.path ?? '').replace(/:\w+/g, randomUUID()).replace('*', 'nothing');
    return route?.parentId ? `${pathOf(route.parentId)}/${own}` : own;
  };
  for (const [id, route] of Object.entries(routes)) {
    if (!route || !/^routes\/(app|api)\b/.test(id)) continue;
    const path =
      `/${pathOf(id)}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1') + (route.index ? '?index' : '');
    if (route.module.loader) doors.push({ id, path, method: 'GET' });
    if (route.module.action) doors.push({ id, path, method: 'POST' });
  }
});

let callbackId: string;
let eventId: string;
let optionId: string;
const ORDER_ID = 'gid://shopify/Order/1';

beforeEach(async () => {
  await database.pool.query(
    'delete from shop; delete from callback; delete from rate_answer; delete from inbox_event; delete from order_promise; delete from obstacle',
  );
  for (const shop of [SHOP, OTHER_SHOP]) await shops.install(shop);
  const receivedAt = new Date();
  callbackId = await keepCallback(database, { shop: OTHER_SHOP, receivedAt });
  eventId = await keepEvent(database, { shop: OTHER_SHOP, state: 'needs_attention' });
  await keepOrder(database, {
    ...{ shop: OTHER_SHOP, number: 1, seenAt: receivedAt, promiseState: 'waiting' },
    obstacles: [{ source: 'promise', causes: [{ code: 'shopify_refused' }], remedies: ['retry', 'dismiss'] }],
  });
  const [option] = DEMO_OPTIONS as [(typeof DEMO_OPTIONS)[number]];
  optionId = (await deliveryOptions.create(OTHER_SHOP, option))._unsafeUnwrap().id;
  asked.length = 0;
});

function token(apiSecret: string, now = new Date()): string {
  return mintIdToken({ shop: SHOP, apiKey: API_KEY, apiSecret, userId: '1', sessionId: '1', now });
}

function knock({ id, path, method }: Door, authorization: string | null, body: unknown = {}) {
  const address = new URL(path, app.target);
  address.searchParams.set('_data', id);
  const headers: Record<string, string> = { 'User-Agent': USER_AGENT };
  if (authorization !== null) headers.Authorization = `Bearer ${authorization}`;
  if (method === 'GET') return fetch(address, { headers, redirect: 'manual' });
  headers['Content-Type'] = 'application/json';
  return fetch(address, { method, headers, redirect: 'manual', body: JSON.stringify(body) });
}

describe('whoever does not come from the shop’s admin', () => {
  const anHourAgo = new Date(Date.now() - 3_600_000);
  test.each([
    ['without a token', () => null],
    ['with a token that somebody else signed', () => token('another secret')],
    ['with a token that is past', () => token(API_SECRET, anHourAgo)],
  ])('%s is shown nothing, and has nothing done, by any loader or action', async (_, tokenOf) => {
    expect(doors.length).toBeGreaterThan(20);
    for (const door of doors) {
      const answer = await knock(door, tokenOf());
      // A refusal, or the way to the admin, which has no body.
      const shown = answer.ok ? await answer.text() : '';
      expect([door.id, shown]).toEqual([door.id, '']);
    }
    expect(asked).toEqual([]);
  });
});

describe('what is another shop’s', () => {
  const post = (id: string, path: string, body: unknown): [Door, unknown] => [
    { id, path, method: 'POST' },
    body,
  ];
  const get = (id: string, path: string): [Door, unknown] => [{ id, path, method: 'GET' }, null];

  test('is not found by its id, and stays as it was', async () => {
    const before = await everythingOfOthers();
    const list = (body: object) => post('routes/app.options._index', '/app/options?index', body);
    const text = { [`en/names:${optionId}`]: { text: 'Mine', was: '' } };
    const preview = `/app/translations/preview?id=names:${optionId}&language=en&text=x`;
    const attempts = [
      get('routes/app.activity.callbacks.$id', `/app/activity/callbacks/${callbackId}`),
      get('routes/app.activity.events.$id', `/app/activity/events/${eventId}`),
      get('routes/app.options.$id', `/app/options/${optionId}`),
      post('routes/app.options.$id', `/app/options/${optionId}`, {}),
      ...['activate', 'deactivate', 'duplicate', 'archive', 'restore'].map((intent) =>
        list({ intent, id: optionId }),
      ),
      list({ intent: 'reorder', ids: [optionId] }),
      post('routes/app.translations', '/app/translations', { intent: 'save', ...text }),
      get('routes/app.translations_.preview', preview),
    ];
    for (const [door, body] of attempts) {
      const answer = await knock(door, token(API_SECRET), body);
      expect([door.method, door.path, body, answer.status]).toEqual([door.method, door.path, body, 404]);
    }
    expect(await everythingOfOthers()).toEqual(before);
  });

  test('is neither tried again nor dismissed with what is the shop’s own', async () => {
    const theirs = [
      { subject: { kind: 'event', id: eventId }, source: 'event' },
      { subject: { kind: 'order', id: ORDER_ID }, source: 'promise' },
    ];
    const kept = await database.prisma.obstacle.findMany({ where: { shop: OTHER_SHOP } });
    const asKeys = kept.map(({ subjectKind, subjectId, source }) =>
      entryKey({ subject: { kind: subjectKind, id: subjectId }, source }),
    );
    expect(asKeys.sort()).toEqual(theirs.map(entryKey).sort());
    expect(kept.map(({ remedies }) => remedies)).toEqual(theirs.map(() => ['retry', 'dismiss']));
    const before = await everythingOfOthers();
    for (const intent of ['retry', 'dismiss']) {
      const body = { intent, keys: theirs.map(entryKey) };
      const [door] = post('routes/app.activity._index', '/app/activity?index', body);
      const answer = await knock(door, token(API_SECRET), body);
      expect(await answer.json()).toEqual({ intent, count: 0 });
    }
    expect(await everythingOfOthers()).toEqual(before);
  });
});

test('no page hands a secret of the shop to the browser', async () => {
  const account = { siteId: 'acme', host: 'http://127.0.0.1:1', apiVersion: 'v3', userId: 'app' };
  (await oneStockAccounts.saveAccount(SHOP, { ...account, password: PASSWORD }))._unsafeUnwrap();
  const { rows } = await database.pool.query(
    `select carrier_token, carrier_token_hash, fingerprint_salt, password from shop join onestock_connection on shop = domain`,
  );
  const secrets = [PASSWORD, 'offline-token', 'refresh-token', API_SECRET, ...Object.values(rows[0])];
  const preview = {
    lines: [{ sku: 'SKU-001', quantity: '1' }],
    country: 'FR',
    locale: 'fr',
    mode: 'new',
  };
  const paths = new Map([
    ['routes/app.try', `/app/try?preview=${encodeURIComponent(JSON.stringify(preview))}`],
  ]);
  for (const door of doors.filter(({ method }) => method === 'GET')) {
    const answer = await knock({ ...door, path: paths.get(door.id) ?? door.path }, token(API_SECRET));
    const text = await answer.text();
    const shown = secrets.filter((secret) => text.includes(String(secret)));
    expect([door.id, answer.status < 500, shown]).toEqual([door.id, true, []]);
  }
});

/** Whatever the other shop has, whatever its state. */
async function everythingOfOthers(): Promise<unknown> {
  const tables = ['delivery_option', 'shop_text', 'inbox_event', 'obstacle', 'order_promise', 'callback'];
  const kept = tables.map((table) =>
    database.pool.query(`select * from ${table} where shop = $1`, [OTHER_SHOP]).then(({ rows }) => rows),
  );
  const jobs = database.pool.query('select task_identifier, key from graphile_worker.jobs order by id');
  return [...(await Promise.all(kept)), (await jobs).rows];
}
