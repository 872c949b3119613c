import { isDeepStrictEqual } from 'node:util';
import type { ShownRate } from '#app/features/promise/index.ts';
import type { DeliveryGroup, KeptRate } from './types.ts';

export interface Narrowed {
  /** The candidates that agree best with what Shopify kept, newest first. Never empty when there were any. */
  rates: ShownRate[];
  /**
   * `proved`: these carry the dates that Shopify kept. `contradicted`: it kept dates, and no candidate carries them.
   * `unknown`: it kept none to compare.
   */
  dates: 'proved' | 'contradicted' | 'unknown';
  /** Whether these still count for the order. Else none that agrees so well does. */
  count: boolean;
  /** Whether these were shown before the order. Else all that agree so well, and count, were shown after it. */
  isInTime: boolean;
  /** Whether the shopper can have chosen no other promise than that of these, whatever counts by now. */
  isOnePromise: boolean;
}

/**
 * Keeps the candidates that agree with what Shopify kept of the chosen rate: by its dates, then by the basket that was asked for, the
 * name and the price; then those that still count for the order; last those that were shown before it. Each step keeps those that agree if
 * any does, and is skipped where Shopify kept nothing.
 *
 * The age comes after what Shopify kept: a rate of last week that carries its dates is the one that was chosen, and no rate of today
 * takes its place.
 *
 * @param rates newest first
 * @param placedBefore when the order was placed at the latest: what was shown later was chosen only if two clocks differ
 * @param counts whether a rate still counts for the order
 */
export function narrowCandidates(
  rates: readonly ShownRate[],
  { kept, baskets }: Pick<DeliveryGroup, 'kept' | 'baskets'>,
  placedBefore: Date,
  counts: (rate: ShownRate) => boolean,
): Narrowed {
  const { window, name, price } = kept;
  const dated = window ? rates.filter((rate) => hasDates(rate, window)) : [];
  const keptDates = window !== null && (window.min !== null || window.max !== null);
  const dates = !keptDates ? 'unknown' : dated.length > 0 ? 'proved' : 'contradicted';
  let remaining = dated.length > 0 ? dated : [...rates];
  remaining = prefer(remaining, (rate) => baskets.includes(rate.basketFingerprint));
  if (name !== null) remaining = prefer(remaining, (rate) => rate.name === name);
  if (price) {
    remaining = prefer(remaining, (rate) => rate.price === price.amount && rate.currency === price.currency);
  }
  const isBefore = ({ shownAt }: ShownRate) => shownAt <= placedBefore;
  const counting = remaining.filter(counts);
  const best = prefer(counting.length > 0 ? counting : remaining, isBefore);
  // Without dates nothing tells those that count from those of long ago.
  const rivals = dates === 'proved' ? [] : remaining.filter(isBefore);
  return {
    rates: best,
    dates,
    count: counting.length > 0,
    isInTime: best.some(isBefore),
    isOnePromise: haveOnePromise([...best, ...rivals]),
  };
}

function haveOnePromise([first, ...others]: readonly ShownRate[]): boolean {
  return others.every(({ promise }) => isDeepStrictEqual(promise, first?.promise));
}

/** A rate agrees with every end that Shopify kept. Where it kept neither, the chosen rate had no dates. */
function hasDates(rate: ShownRate, { min, max }: NonNullable<KeptRate['window']>): boolean {
  if (min === null && max === null) return rate.minDate === null && rate.maxDate === null;
  return (
    (min === null || isSameSecond(rate.minDate, min)) && (max === null || isSameSecond(rate.maxDate, max))
  );
}

/** Instants, not texts: the rate is sent with the destination's offset and comes back in UTC. Rates are dated to the second. */
function isSameSecond(a: Date | null, b: Date): boolean {
  return a !== null && Math.floor(a.getTime() / 1000) === Math.floor(b.getTime() / 1000);
}

function prefer(rates: ShownRate[], agrees: (rate: ShownRate) => boolean): ShownRate[] {
  const agreeing = rates.filter(agrees);
  return agreeing.length > 0 ? agreeing : rates;
}
