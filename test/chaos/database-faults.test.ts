import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Rate } from '#app/features/promise/types.ts';
import { openPool } from '#app/platform/database/client.ts';
import {
  ageAnswersAtOnce,
  askForRates,
  type Basket,
  LATEST_ANSWER_MS,
  newBasket,
  RECOVERY,
  traceOf,
  withoutQuoteIds,
} from '#test/support/asked-rates.ts';
import { type Checkout, type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';
import { findSandboxPostgres, type SandboxPostgres } from '#test/support/sandbox-postgres.ts';
import { startWebBeside, type WebBeside } from '#test/support/web-beside.ts';

const FREEZE_MS = 30_000;
const ASK_EVERY_MS = 500;

const TOULOUSE = { country: 'FR', zip: '31000', city: 'Toulouse', latitude: 43.6045, longitude: 1.444 };

let sandbox: RunningSandbox;
let postgres: SandboxPostgres;
let database: pg.Pool;
/** Nobody has asked it for rates yet. */
let newcomer: WebBeside;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  database = openPool(sandbox.ready.databaseUrl, { poolSize: 2 });
  postgres = await findSandboxPostgres(sandbox.ready.databaseUrl);
  newcomer = await startWebBeside(sandbox.ready);
});

afterAll(async () => {
  await database?.end();
  await newcomer?.stop();
  await postgres?.leave();
  await sandbox?.stop();
});

const ask = (basket: Basket) => askForRates(sandbox.ready, basket);

/** Each of the answers was in time, came from the rung, and is written down with every rate. */
async function expectRecorded(answers: readonly Rate[][], rung: string): Promise<void> {
  const traces = await Promise.all(answers.map((rates) => traceOf(database, rates)));
  for (const trace of traces) {
    expect(trace.rung).toBe(rung);
    expect(trace.durationMs).toBeLessThanOrEqual(LATEST_ANSWER_MS);
  }
}

function expectAlike(answers: readonly Rate[][], promised: readonly Rate[]): void {
  for (const rates of answers) expect(withoutQuoteIds(rates)).toEqual(withoutQuoteIds(promised));
}

function checkoutOf(sku: string): Promise<Checkout> {
  return sandbox.checkout({ lines: [{ sku, quantity: 1 }], address: TOULOUSE, locale: 'fr' });
}

/** Places the order of a checkout, and expects on it the promise that was shown there. */
async function expectPromiseOnOrder(checkout: Checkout): Promise<void> {
  const standard = checkout.rates.find(({ code }) => code === 'STANDARD');
  const promise = standard?.metafields.find(({ key }) => key === 'delivery_promise')?.value;
  if (!standard || !promise) throw new Error(`No promise was shown: ${JSON.stringify(checkout.rates)}`);
  const { orderId } = await sandbox.complete(checkout.id, { handle: standard.handle });
  await vi.waitFor(async () => {
    const metafields = await sandbox.metafields(orderId);
    expect(metafields.delivery_promise_source).toBe('checkout');
    expect(JSON.parse(metafields.delivery_promise ?? 'null')).toEqual([JSON.parse(promise)]);
  }, RECOVERY);
}

it('a database that stands still for thirty seconds delays no answer and loses none', async () => {
  // GIVEN a basket whose promise is known
  const known = newBasket();
  const promised = await ask(known);
  // WHEN the database stands still, and shoppers go on asking
  const thaw = postgres.freeze();
  const again: Rate[][] = [];
  const others: Rate[][] = [];
  const thawAt = performance.now() + FREEZE_MS;
  let checkout: Checkout;
  try {
    // THEN a process that does not know the shop leaves it to Shopify's backup rates, in time
    await expect(askForRates(sandbox.ready, newBasket(), newcomer.url)).rejects.toThrow('HTTP 503');
    checkout = await checkoutOf('SKU-031');
    while (performance.now() < thawAt) {
      again.push(await ask(known));
      others.push(await ask(newBasket()));
      await pause(ASK_EVERY_MS);
    }
  } finally {
    thaw();
  }
  // THEN the one basket kept its promise, the others got theirs from OneStock, and every answer is written when the database goes on
  expectAlike(again, promised);
  for (const rates of others) expect(rates.map((rate) => rate.service_code)).toContain('EXPRESS');
  await expectRecorded([promised, ...others], 'onestock');
  await expectRecorded(again, 'memory');
  // THEN an order from one of these answers has its promise, and the process that knew nothing answers
  await expectPromiseOnOrder(checkout);
  await vi.waitFor(async () => {
    expect(await askForRates(sandbox.ready, known, newcomer.url)).not.toEqual([]);
  }, RECOVERY);
});

it('a database that restarts delays no answer, loses none, and is used again by itself', async () => {
  const known = newBasket();
  const promised = await ask(known);
  const checkout = await checkoutOf('SKU-032');
  // GIVEN the checkout's rates are written: what stood before the restart is there after it
  await expectRecorded([promised], 'onestock');
  // WHEN the database is gone
  await postgres.end();
  const again = await Promise.all(Array.from({ length: 20 }, () => ask(known)));
  const others = await Promise.all(Array.from({ length: 20 }, () => ask(newBasket())));
  // WHEN it is there again
  await postgres.start();
  // THEN every answer that was given meanwhile is written
  expectAlike(again, promised);
  await expectRecorded(again, 'memory');
  await expectRecorded(others, 'onestock');
  // THEN orders get their promises, and a changed setting reaches the answers
  await expectPromiseOnOrder(checkout);
  await ageAnswersAtOnce(database, sandbox.ready);
});
