import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type Checkout,
  type OrderMetafields,
  type RunningSandbox,
  startSandboxProcess,
} from '#test/support/sandbox.ts';

/** What must come by itself after a process was lost: within a minute, with no hand on the database. */
const WITHIN = { timeout: 60_000, interval: 200 };

const TOULOUSE = { country: 'FR', zip: '31000', city: 'Toulouse', latitude: 43.6045, longitude: 1.444 };

let sandbox: RunningSandbox;
let database: pg.Client;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  database = new pg.Client({ connectionString: sandbox.ready.databaseUrl });
  await database.connect();
}, 60_000);

afterAll(async () => {
  await database?.end();
  await sandbox?.stop();
});

/** Each test has an item of its own, so that no test is answered from another's rates. */
function checkoutOf(sku: string): Promise<Checkout> {
  return sandbox.checkout({ lines: [{ sku, quantity: 1 }], address: TOULOUSE, locale: 'fr' });
}

function rateOf(checkout: Checkout, code: string) {
  const rate = checkout.rates.find((each) => each.code === code);
  if (!rate)
    throw new Error(
      `The checkout shows no ${code}: ${JSON.stringify(checkout.rates.map((each) => each.code))}`,
    );
  const promise = rate.metafields.find(({ key }) => key === 'delivery_promise')?.value ?? 'null';
  return { handle: rate.handle, promise: JSON.parse(promise) as unknown };
}

function resolved(orderId: string): Promise<OrderMetafields> {
  return vi.waitFor(async () => {
    const metafields = await sandbox.metafields(orderId);
    expect(metafields).toHaveProperty('delivery_promise_source');
    return metafields;
  }, WITHIN);
}

function expectPromise(metafields: OrderMetafields, promise: unknown): void {
  expect(promise).not.toBeNull();
  expect(metafields.delivery_promise_source).toBe('checkout');
  expect(JSON.parse(metafields.delivery_promise ?? 'null')).toEqual([promise]);
}

/** How often any order's metafields were written so far. */
async function metafieldWrites(): Promise<number> {
  const response = await fetch(sandbox.ready.shopify.control);
  const { requests } = (await response.json()) as { requests: Record<string, number> };
  return requests['graphql MetafieldsSet'] ?? 0;
}

/** Ends the web process and waits until its successor answers. */
async function endWeb(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  process.kill(pidOf('server.ts'), signal);
  await vi.waitFor(async () => {
    const response = await fetch(`${sandbox.ready.web}/healthz`);
    expect(response.status).toBe(200);
  }, WITHIN);
}

/** The app's processes are the sandbox's children; after a restart under another id. */
function pidOf(script: 'server.ts' | 'worker.ts'): number {
  const children = execFileSync('pgrep', ['-P', String(sandbox.process.pid), '-f', script], {
    encoding: 'utf8',
  });
  return Number(children.trim().split('\n')[0]);
}

describe('an order after a lost process', () => {
  afterEach(async () => {
    await sandbox.controlOneStock({ failure: 'none' });
    await sandbox.controlShopify({ holdWebhooks: false, latencyMs: 0, timeScale: 1 });
  });

  it('placed from a rate that Shopify had cached, after a restart of the web process and with OneStock down, still gets the promise the shopper saw', async () => {
    await checkoutOf('SKU-011');
    await endWeb('SIGTERM');
    await sandbox.controlOneStock({ failure: 'reset' });
    const checkout = await checkoutOf('SKU-011');
    expect(checkout.source).toBe('cache');
    const rate = rateOf(checkout, 'COLLECT:store_toulouse_capitole');
    const { orderId } = await sandbox.complete(checkout.id, { handle: rate.handle });
    const metafields = await resolved(orderId);
    expectPromise(metafields, rate.promise);
    expect(metafields.endpoint_id).toBe('store_toulouse_capitole');
  });

  it('keeps its promise when the web process is killed 200 ms after the rate', async () => {
    const checkout = await checkoutOf('SKU-012');
    const rate = rateOf(checkout, 'STANDARD');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await endWeb('SIGKILL');
    const { orderId } = await sandbox.complete(checkout.id, { handle: rate.handle });
    expectPromise(await resolved(orderId), rate.promise);
  });

  it('is written once when the worker is killed between webhook and metafields', async () => {
    const checkout = await checkoutOf('SKU-013');
    const rate = rateOf(checkout, 'EXPRESS');
    // Each of the worker's questions to Shopify takes long enough to be killed in.
    await sandbox.controlShopify({ latencyMs: 3000 });
    const writesBefore = await metafieldWrites();
    const { orderId } = await sandbox.complete(checkout.id, { handle: rate.handle });
    await vi.waitFor(async () => {
      const { rows } = await database.query(
        `select 1 from graphile_worker._private_jobs jobs
         join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
         where identifier = 'resolve-order' and locked_at is not null and payload->>'orderId' = $1`,
        [orderId],
      );
      expect(rows).toHaveLength(1);
    }, WITHIN);
    process.kill(pidOf('worker.ts'), 'SIGKILL');
    expect(await sandbox.metafields(orderId)).toEqual({});
    await sandbox.controlShopify({ latencyMs: 0 });
    expectPromise(await resolved(orderId), rate.promise);
    expect(await metafieldWrites()).toBe(writesBefore + 1);
  });

  it('is resolved when its webhooks met no web process: Shopify sends them again', async () => {
    const checkout = await checkoutOf('SKU-014');
    const rate = rateOf(checkout, 'STANDARD');
    // Shopify's four hours pass in twelve seconds, of which the new process needs some to start.
    await sandbox.controlShopify({ holdWebhooks: true, timeScale: 1200 });
    const { orderId } = await sandbox.complete(checkout.id, { handle: rate.handle });
    process.kill(pidOf('server.ts'), 'SIGKILL');
    await sandbox.controlShopify({ holdWebhooks: false });
    expectPromise(await resolved(orderId), rate.promise);
  });
});

describe('the end of the sandbox', () => {
  it('leaves no process behind', async () => {
    const family = execFileSync('pgrep', ['-P', String(sandbox.process.pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
    expect(family.length).toBeGreaterThanOrEqual(2);
    await database.end();
    expect(await sandbox.stop()).toBe(0);
    await vi.waitFor(() => {
      for (const pid of family) expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    });
  });
});
