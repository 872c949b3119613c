import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { priceOf } from '#app/features/delivery-options/index.ts';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { formatRateDate } from './dates.ts';
import type { RateRequest } from './rate-request.ts';
import { rateTexts, type Window } from './rate-texts.ts';
import { type Candidate, isMainOrigin } from './screen-options.ts';
import { destinationTimezone } from './timezone.ts';
import type { Rate, ShopSnapshot } from './types.ts';

/** A rate ready to be sent, and its window in instants for the record. */
export interface ComposedRate {
  rate: Rate;
  price: number;
  window: { start: Date; end: Date } | null;
}

export interface Circumstances {
  snapshot: ShopSnapshot;
  request: RateRequest;
  now: Date;
}

/** Stands where a rate's quote id belongs until the rate is sent. Drawn anew by each process: no text of OneStock's can hold it. */
export const QUOTE_ID_PLACEHOLDER = randomUUID();

/** The rate of a candidate with OneStock's promise; or why it cannot be shown. */
export function composePromised(
  candidate: Candidate,
  promise: DeliveryPromise,
  circumstances: Circumstances,
): ComposedRate | { dropped: string } {
  const { start, end } = windowOf(promise);
  const timezone = zoneOf(candidate, circumstances, promise.timezone ?? null);
  return compose(candidate, circumstances, { start, end, timezone }, promise);
}

/** The rate of a candidate as its fallback policy says; or why it is not shown. */
export function composeFallback(
  candidate: Candidate,
  circumstances: Circumstances,
): ComposedRate | { dropped: string } {
  const { fallback } = candidate.option;
  if (fallback.policy === 'hide') return { dropped: 'fallback_hides' };
  if (fallback.policy === 'without_date') return compose(candidate, circumstances, null, null);
  const timezone = zoneOf(candidate, circumstances, null);
  const window = leadTimeWindow(fallback.minDays, fallback.maxDays, circumstances.now, timezone);
  return compose(candidate, circumstances, window, null);
}

/**
 * The rate of a candidate that OneStock was not asked about because of what is in the basket: without a date, whatever the fallback policy,
 * which is for what OneStock fails to answer. Shopify adds up the rates of several origins by their names, so the option must be there
 * for each. No store is known to have the goods, so nothing can be collected.
 */
export function composeUndated(
  candidate: Candidate,
  circumstances: Circumstances,
): ComposedRate | { dropped: string } {
  return candidate.store === null
    ? compose(candidate, circumstances, null, null)
    : { dropped: 'store_unknown' };
}

function compose(
  candidate: Candidate,
  { snapshot, request }: Circumstances,
  window: Window | null,
  promise: DeliveryPromise | null,
): ComposedRate | { dropped: string } {
  const { option, store, code } = candidate;
  const price = priceOf(option, {
    basketTotal: request.basketTotal,
    oneStockCost: promise?.cost ?? null,
    isMainOrigin: isMainOrigin(request.origin, snapshot.shop.mainOrigin),
  });
  if (typeof price === 'string') return { dropped: price };
  const words = rateTexts({
    option,
    store,
    texts: snapshot.texts,
    locale: request.locale,
    primaryLocale: snapshot.shop.primaryLocale,
    window,
    promise,
  });
  const rate: Rate = {
    service_name: words.name,
    service_code: code,
    description: words.description,
    currency: option.currency,
    total_price: String(price),
    metafields: [
      { namespace: 'onestock', key: 'quote_id', type: 'single_line_text_field', value: QUOTE_ID_PLACEHOLDER },
    ],
  };
  if (window) {
    rate.min_delivery_date = formatRateDate(window.start, window.timezone);
    rate.max_delivery_date = formatRateDate(window.end, window.timezone);
  }
  if (promise) {
    rate.metafields.push({
      namespace: 'onestock',
      key: 'delivery_promise',
      type: 'json',
      value: JSON.stringify(promise.option),
    });
  }
  return { rate, price, window: window && { start: window.start, end: window.end } };
}

/** A collection is read in the zone of its store, a delivery in that of its destination. */
function zoneOf({ store }: Candidate, { snapshot, request }: Circumstances, oneStock: string | null): string {
  const { timezone } = snapshot.shop;
  if (store === null) return destinationTimezone(request.destination, oneStock, timezone);
  const place = { ...store, country: store.country ?? request.destination.country, region: null };
  return destinationTimezone(place, store.timezone ?? oneStock, timezone);
}

function windowOf(promise: DeliveryPromise): { start: Date; end: Date } {
  const start = promise.etaStart ?? promise.etaEnd;
  const end = promise.etaEnd ?? promise.etaStart;
  if (!start || !end)
    throw new Error('A promise without dates cannot be shown; judgePromise lets none through.');
  return start <= end ? { start, end } : { start: end, end: start };
}

/** From the first moment of the earliest day to the last second of the latest, counted from today at the destination. */
function leadTimeWindow(minDays: number, maxDays: number, now: Date, timezone: string): Window {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timezone)
    .toPlainDate();
  const startOf = (days: number) => today.add({ days }).toZonedDateTime(timezone).epochMilliseconds;
  return { start: new Date(startOf(minDays)), end: new Date(startOf(maxDays + 1) - 1000), timezone };
}
