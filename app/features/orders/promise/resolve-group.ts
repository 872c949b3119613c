import { isDeepStrictEqual } from 'node:util';
import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import type { ShownRate } from '#app/features/promise/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type ChosenOption, chosenOption } from './chosen-option.ts';
import { promiseOfWindow } from './delivery-window.ts';
import { narrowCandidates } from './narrow-candidates.ts';
import type { DeliveryGroup, GroupAnswer } from './types.ts';

/** What is known of the checkout, for one delivery group. Every list is newest first. */
export interface Evidence {
  shop: ShopDomain;
  /** When the order was placed at the latest, by Shopify's clock. */
  placedBefore: Date;
  /** Nothing shown after this can have been chosen, however much our clock differs from Shopify's. */
  shownBefore: Date;
  /** The rate that the order's quote id names, whatever it is worth. */
  quoted: ShownRate | null;
  /** For each of the group's baskets, the rates shown for it, this destination and this code. */
  byBasket: ShownRate[][];
  /** The rates of this code shown in the destination's postal area. */
  byArea: ShownRate[];
  /** The shop's delivery options, the inactive ones too. */
  options: readonly DeliveryOption[];
}

/** The answer, or the option that OneStock must be asked about again because nothing of the checkout is left. */
export type Verdict = { answer: GroupAnswer } | { ask: ChosenOption };

const NOTHING: GroupAnswer = { source: 'none', quoteId: null, endpointId: null, promise: null };

/**
 * Finds the promise that the shopper saw for a delivery group. The first that answers:
 * 1. the rate that the order's quote id names, if shop, code, basket and destination agree: the browser wrote it, so it can be forged
 *    or stale. Stale it is too when the dates that Shopify kept are another shown rate's;
 * 2. the rates shown for the group's own basket, for the whole order's, then in the postal area whatever the basket, narrowed by what
 *    Shopify kept and by the time of the order. The newest is certain when all that remain carry one promise; in the area, only if the
 *    dates prove it. Rates of the basket that the dates contradict answer after all others, rates of the area that they contradict never;
 * 3. the window that Shopify keeps, when the code is a delivery option's.
 *
 * A rate that was shown without a promise ends the search: no promise is written that was not shown.
 */
export function resolveGroup(group: DeliveryGroup, evidence: Evidence): Verdict {
  const { code } = group;
  if (code === null) return { answer: NOTHING };
  const shown = answerOfShownRates(group, evidence);
  if (shown) return { answer: shown };
  const chosen = chosenOption(code, evidence.options);
  if (chosen === null) return { answer: NOTHING };
  const { endpointId } = chosen;
  if (chosen.option.fallbackOnly) {
    return { answer: { source: 'fallback', quoteId: null, endpointId, promise: null } };
  }
  const promise = promiseOfWindow(group, chosen);
  if (promise) return { answer: { source: 'delivery_window', quoteId: null, endpointId, promise } };
  return { ask: chosen };
}

function answerOfShownRates(group: DeliveryGroup, evidence: Evidence): GroupAnswer | null {
  const narrow = (rates: readonly ShownRate[]) => narrowCandidates(rates, group, evidence.placedBefore);
  const pools = evidence.byBasket.filter((rates) => rates.length > 0).map(narrow);
  const dated = pools.find(({ dates }) => dates === 'proved');
  const { quoted } = evidence;
  if (quoted && quoteCounts(quoted, group, evidence)) {
    const isStale = dated !== undefined && narrow([quoted]).dates !== 'proved';
    if (!isStale) return answerOf(quoted, 'cart');
  }
  const plausiblePools = pools.filter(({ dates }) => dates !== 'contradicted');
  const plausible = plausiblePools.find(({ isInTime }) => isInTime) ?? plausiblePools[0];
  if (plausible) return newest(plausible.rates, isOnePromise(plausible.rates));
  if (evidence.byArea.length > 0) {
    const area = narrow(evidence.byArea);
    if (area.dates !== 'contradicted') {
      return newest(area.rates, area.dates === 'proved' && isOnePromise(area.rates));
    }
  }
  const contradicted = pools[0];
  return contradicted ? newest(contradicted.rates, false) : null;
}

function quoteCounts(rate: ShownRate, group: DeliveryGroup, { shop, shownBefore }: Evidence): boolean {
  return (
    rate.shop === shop &&
    rate.code === group.code &&
    group.baskets.includes(rate.basketFingerprint) &&
    rate.destinationFingerprint === group.destinationFingerprint &&
    rate.shownAt <= shownBefore
  );
}

function isOnePromise([first, ...others]: readonly ShownRate[]): boolean {
  return others.every((rate) => isDeepStrictEqual(rate.promise, first?.promise));
}

function newest([rate]: readonly ShownRate[], isCertain: boolean): GroupAnswer | null {
  return rate ? answerOf(rate, isCertain ? 'checkout' : 'checkout_ambiguous') : null;
}

function answerOf(rate: ShownRate, source: GroupAnswer['source']): GroupAnswer {
  const { quoteId, endpointId, promise } = rate;
  return { source: promise === null ? 'fallback' : source, quoteId, endpointId, promise };
}
