/** Rate requests straight to a web process, signed as Shopify signs them, and what the app recorded of its answers. */

import type pg from 'pg';
import { vi } from 'vitest';
import type { Rate, Rung } from '#app/features/promise/types.ts';
import { CONFIGURATION_CHANGED } from '#app/platform/database/listen.ts';
import { sendCallback } from '#sandbox/shopify/checkout/callback.ts';
import type { ReadyFacts } from '#sandbox/start.ts';
import { rateItemJson, rateRequestJson } from './rate-requests.ts';

/** Shopify's shortest limit, that of a busy shop (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService). */
const SHOPIFY_WAITS_MS = 3_000;

/** Recovery must need no hand, and no longer than this. */
export const RECOVERY = { timeout: 30_000, interval: 250 };

/** What is shown is written soon after the answer, or when the database takes it again. */
const WRITTEN = { timeout: RECOVERY.timeout, interval: 20 };

/** The shop's soft deadline, and what a busy machine may add to it. */
export const LATEST_ANSWER_MS = 350 + 150;

export interface Basket {
  sku: string;
  quantity: number;
}

let baskets = 0;

/** A basket that nobody asked about before. */
export function newBasket(): Basket {
  baskets += 1;
  return { sku: 'SKU-001', quantity: baskets };
}

/**
 * What a checkout in Toulouse is shown for the basket.
 * @param web the origin of the web process that is asked; the sandbox's own when left out
 * @throws where Shopify would show backup rates: no answer within its limit, or another one than a 200
 */
export async function askForRates(
  ready: ReadyFacts,
  basket: Basket,
  web: string = ready.web,
): Promise<Rate[]> {
  const answer = await sendCallback({
    url: `${web}${new URL(ready.carrierCallbackUrl).pathname}`,
    body: JSON.stringify(rateRequestJson({ items: [rateItemJson({ ...basket })] })),
    shopDomain: ready.shop,
    apiSecret: ready.apiSecret,
    timeLimitMs: SHOPIFY_WAITS_MS,
  });
  if (answer.isErr()) throw new Error(answer.error.problem);
  return JSON.parse(answer.value.text).rates;
}

/** One answer as the app's own records tell it. */
export interface Trace {
  rung: Rung;
  /** By the clock of the process that answered. */
  receivedAt: Date;
  durationMs: number;
  /** Why OneStock's word could not be used; null when it could. */
  failure: string | null;
}

/** The trace of an answer that showed `rates`. Waits until it is written, and each of the rates. */
export function traceOf(database: pg.Pool, rates: readonly Rate[]): Promise<Trace> {
  const quoteIds = rates.map(quoteIdOf);
  return vi.waitFor(async () => {
    const { rows } = await database.query<Trace & { shown: number }>(
      `select answer.rung, received_at as "receivedAt", duration_ms as "durationMs", failure->>'code' as failure, count(*)::int as shown
       from callback join rate_answer answer on answer.id = callback.answer_id
       join shown_rate using (answer_id) join showing on callback_id = callback.id
       where ${QUOTE_ID} = any($1::text[]) group by callback.id, answer.id`,
      [quoteIds],
    );
    const [trace, ...more] = rows;
    if (!trace || more.length > 0 || trace.shown !== quoteIds.length)
      throw new Error(`Of ${quoteIds.length} rates these are recorded: ${JSON.stringify(rows)}`);
    return trace;
  }, WRITTEN);
}

/** The quote id of a row of `shown_rate` as it was shown by one of `showing`, in SQL. */
export const QUOTE_ID = `(left(callback_id::text, -3) || lpad(to_hex(shown_rate.number::int), 3, '0'))`;

/**
 * Lets each request ask OneStock, whatever was said before, by the shop's own setting: from now on an answer is old from its first
 * moment. Waits until the web process goes by it.
 */
export async function ageAnswersAtOnce(database: pg.Pool, ready: ReadyFacts): Promise<void> {
  const settings = JSON.stringify({ checkout: { promiseLifeSeconds: 0 } });
  await database.query('update shop set settings = settings || $2 where domain = $1', [ready.shop, settings]);
  await database.query('select pg_notify($1, $2)', [CONFIGURATION_CHANGED, ready.shop]);
  await vi.waitFor(async () => {
    const basket = newBasket();
    await askForRates(ready, basket);
    const { rung } = await traceOf(database, await askForRates(ready, basket));
    if (rung !== 'onestock') throw new Error(`What was said is still believed: ${rung}`);
  }, RECOVERY);
}

/** What the shopper sees and what an order may rest on: everything but the ids, which no two answers share. */
export function withoutQuoteIds(rates: readonly Rate[]): unknown[] {
  return rates.map((rate) => ({
    ...rate,
    metafields: rate.metafields.filter(({ key }) => key !== 'quote_id'),
  }));
}

export function quoteIdOf(rate: Rate): string {
  const metafield = rate.metafields.find(({ key }) => key === 'quote_id');
  if (!metafield) throw new Error(`The rate ${rate.service_code} names no quote.`);
  return metafield.value;
}
