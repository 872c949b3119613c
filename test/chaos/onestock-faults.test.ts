import type pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import type { Rate } from '#app/features/promise/types.ts';
import { openPool } from '#app/platform/database/client.ts';
import {
  ageAnswersAtOnce,
  askForRates,
  type Basket,
  LATEST_ANSWER_MS,
  newBasket,
  RECOVERY,
  type Trace,
  traceOf,
  withoutQuoteIds,
} from '#test/support/asked-rates.ts';
import { type RunningSandbox, startSandboxProcess } from '#test/support/sandbox.ts';

const HEALTHY = { failure: 'none', retryAfterSeconds: null };

let sandbox: RunningSandbox;
let database: pg.Pool;

beforeAll(async () => {
  sandbox = await startSandboxProcess();
  database = openPool(sandbox.ready.databaseUrl, { poolSize: 2 });
  await ageAnswersAtOnce(database, sandbox.ready);
});

// A test that failed half-way is tried again from the same beginning.
afterEach(() => sandbox.controlOneStock({ ...HEALTHY, latencyMs: 0 }));

afterAll(async () => {
  await database?.end();
  await sandbox?.stop();
});

interface Answer {
  rates: Rate[];
  trace: Trace;
}

/** Asks as Shopify does, and expects the answer in time. */
async function ask(basket: Basket): Promise<Answer> {
  const rates = await askForRates(sandbox.ready, basket);
  const trace = await traceOf(database, rates);
  expect(trace.durationMs).toBeLessThanOrEqual(LATEST_ANSWER_MS);
  return { rates, trace };
}

/** The answer in which OneStock's word reaches shoppers again. */
function askUntilPromised(basket: Basket): Promise<Answer> {
  return vi.waitFor(async () => {
    const answer = await ask(basket);
    expect(answer.trace).toMatchObject({ rung: 'onestock', failure: null });
    expect(answer.rates.map((rate) => rate.service_code)).toContain('EXPRESS');
    return answer;
  }, RECOVERY);
}

function expectOnlyStandardWithoutDate({ rates, trace }: Answer): void {
  expect(trace.rung).toBe('fallback');
  expect(rates.map((rate) => rate.service_code)).toEqual(['STANDARD']);
  expect(rates[0]).not.toHaveProperty('min_delivery_date');
  expect(rates[0]?.metafields.map(({ key }) => key)).not.toContain('delivery_promise');
}

async function oneStockRequests(): Promise<Record<string, number>> {
  const response = await fetch(sandbox.ready.onestock.control);
  return ((await response.json()) as { requests: Record<string, number> }).requests;
}

it.each([
  { fault: 'resets connections', settings: { failure: 'reset' }, code: 'onestock_unreachable' },
  { fault: 'answers 429', settings: { failure: '429' }, code: 'onestock_rate_limited' },
  { fault: 'answers 500', settings: { failure: '500' }, code: 'onestock_failed' },
  { fault: 'sends broken JSON', settings: { failure: 'malformed' }, code: 'onestock_unreadable' },
  { fault: 'sends a foreign shape', settings: { failure: 'foreign' }, code: 'onestock_unreadable' },
  { fault: 'is absent', settings: { absentForSeconds: 3 }, code: 'onestock_unreachable' },
  { fault: 'hangs', settings: { failure: 'hang' }, code: 'onestock_late' },
  { fault: 'drips bytes', settings: { failure: 'drip' }, code: 'onestock_late' },
])(
  'while OneStock $fault, shoppers see the older promise or an option without a date, in time, and promises return by themselves',
  async ({ settings, code }) => {
    // GIVEN a basket with a promise whose cut-off is ahead
    const known = newBasket();
    const promised = await askUntilPromised(known);
    // WHEN the fault begins
    await sandbox.controlOneStock(settings);
    const [older, ...others] = await Promise.all([ask(known), ask(newBasket()), ask(newBasket())]);
    // THEN that promise is still shown, and other baskets get what needs no promise
    expect(older.trace.rung).toBe('stale');
    expect(withoutQuoteIds(older.rates)).toEqual(withoutQuoteIds(promised.rates));
    for (const other of others) expectOnlyStandardWithoutDate(other);
    // THEN the record says why
    const failures = [older, ...others].map(({ trace }) => trace.failure);
    expect(failures).toContain(code);
    // WHEN the fault ends
    if (!('absentForSeconds' in settings)) await sandbox.controlOneStock(HEALTHY);
    // THEN promises return
    await askUntilPromised(newBasket());
  },
);

it('OneStock is left alone for as long as its 429 asks, while shoppers see options, and is asked again afterwards', async () => {
  const known = newBasket();
  const promised = await askUntilPromised(known);
  await sandbox.controlOneStock({ failure: '429', retryAfterSeconds: 3 });
  await ask(known);
  await sandbox.controlOneStock(HEALTHY);
  const before = await oneStockRequests();
  const older = await ask(known);
  expect(older.trace).toMatchObject({ rung: 'stale', failure: 'onestock_rate_limited' });
  expect(withoutQuoteIds(older.rates)).toEqual(withoutQuoteIds(promised.rates));
  expectOnlyStandardWithoutDate(await ask(newBasket()));
  expect(await oneStockRequests()).toEqual(before);
  await askUntilPromised(newBasket());
});

it('a token that expires in the middle of a burst costs one login, and no shopper a promise', async () => {
  await askUntilPromised(newBasket());
  // Slow enough that many calls of the burst are under way when the first of them is refused.
  await sandbox.controlOneStock({ tokenExpired: true, latencyMs: 50 });
  const before = await oneStockRequests();
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(newBasket())));
  for (const { trace } of answers) expect(trace).toMatchObject({ rung: 'onestock', failure: null });
  const after = await oneStockRequests();
  const asked = (route: string) => (after[route] ?? 0) - (before[route] ?? 0);
  expect(asked('POST /v3/delivery_promises')).toBeGreaterThan(answers.length + 1);
  expect(asked('POST /v3/login')).toBe(1);
});

it('a sale in which OneStock falls silent: every shopper is answered in time, and promises return by themselves', async () => {
  await askUntilPromised(newBasket());
  await sandbox.controlOneStock({ failure: 'hang' });
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(newBasket())));
  for (const answer of answers) expectOnlyStandardWithoutDate(answer);
  await sandbox.controlOneStock(HEALTHY);
  await askUntilPromised(newBasket());
});
