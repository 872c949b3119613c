/** Rates as the checkout recorded them. */

import { randomUUID } from 'node:crypto';
import type { ShownRate } from '#app/features/promise/index.ts';
import { parseQuoteId, quotePlace, quotePrefix, toCallbackId } from '#app/features/promise/quote-id.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** OneStock's delivery option for a window that begins `days` after 24 November 2026. */
export function promiseOf(days: number): Record<string, unknown> {
  const start = Date.parse('2026-11-24T07:00:00Z') / 1000 + days * 86_400;
  return {
    delivery_method: 'standard',
    status: 'valid',
    destination: { location: { country: 'FR', zip_code: '31000' } },
    cutoff: Date.parse('2026-11-21T15:00:00Z') / 1000 + days * 86_400,
    eta_start: start,
    eta_end: start + 86_400,
  };
}

/** The window of a promise, as it is sent and kept. */
export function datesOf(promise: Record<string, unknown>): { min: Date; max: Date } {
  return { min: new Date(Number(promise.eta_start) * 1000), max: new Date(Number(promise.eta_end) * 1000) };
}

/** A STANDARD rate with the promise of day 0, shown at ten o'clock. A given promise brings its dates. */
export function shownRate(change: Partial<ShownRate> = {}): ShownRate {
  const promise = change.promise === undefined ? promiseOf(0) : change.promise;
  const dates = promise && datesOf(promise);
  const callbackId = toCallbackId(randomUUID());
  return {
    quoteId: quotePrefix(callbackId) + quotePlace(1),
    shop: 'test-shop.myshopify.com' as ShopDomain,
    callbackId,
    shownAt: new Date('2026-11-21T10:00:00Z'),
    basketFingerprint: 'basket',
    destinationFingerprint: 'destination',
    country: 'FR',
    postalPrefix: '31',
    code: 'STANDARD',
    name: 'Standard delivery',
    price: 490,
    currency: 'EUR',
    minDate: dates?.min ?? null,
    maxDate: dates?.max ?? null,
    locale: 'en',
    rung: promise ? 'onestock' : 'fallback',
    endpointId: null,
    ...change,
    promise,
  };
}

/** Puts rates where the checkout leaves them, each as an answer of its own. */
export async function keepShownRates({ prisma }: Database, rates: readonly ShownRate[]): Promise<void> {
  for (const { quoteId, callbackId, shownAt, promise, ...rate } of rates) {
    const { shop } = rate;
    const number = parseQuoteId(quoteId)?.number ?? 1;
    await prisma.showing.create({ data: { callbackId, shop, answerId: callbackId, shownAt } });
    const kept = promise === null ? Prisma.DbNull : (promise as Prisma.InputJsonObject);
    await prisma.shownRate.create({
      data: { ...rate, answerId: callbackId, number, composedAt: shownAt, promise: kept },
    });
  }
}
