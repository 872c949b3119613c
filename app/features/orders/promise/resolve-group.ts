import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import type { ShownRate } from '#app/features/promise/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OrderCause } from '../shape.ts';
import { type ChosenOption, chosenOption } from './chosen-option.ts';
import { promiseOfWindow } from './delivery-window.ts';
import { type Placement, whyNotCounted, whyWindowNotCounted } from './evidence-age.ts';
import { type Narrowed, narrowCandidates } from './narrow-candidates.ts';
import type { DeliveryGroup, GroupAnswer } from './types.ts';

/** What is known of the checkout, for one delivery group. Every list is newest first. */
export interface Evidence extends Placement {
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

/**
 * The answer, or the option that OneStock must be asked about again because nothing of the checkout is left that counts; `notCounted` is why
 * what was shown does not, where something was.
 */
export type Verdict = { answer: GroupAnswer } | { ask: ChosenOption; notCounted?: OrderCause };

const NOTHING: GroupAnswer = { source: 'none', quoteId: null, endpointId: null, promise: null };

/** The rate that the shopper chose, as far as can be known. */
interface Found {
  rate: ShownRate;
  source: 'cart' | 'checkout' | 'checkout_ambiguous';
  /** Whether it carries the dates that Shopify kept. */
  isProved: boolean;
}

/**
 * Finds the promise that the shopper saw for a delivery group. The first that answers:
 * 1. the rate that the order's quote id names, if shop, code, basket and destination agree: the browser wrote it, so it can be forged
 *    or stale. Stale it is too when the dates that Shopify kept are another shown rate's;
 * 2. the rates shown for the group's own basket, for the whole order's, then in the postal area whatever the basket, narrowed by what
 *    Shopify kept and by the time of the order. The newest is certain when all that remain carry one promise; in the area, only if the
 *    dates prove it. Rates of the basket that the dates contradict answer after all others, and not when those dates had passed; rates of
 *    the area that they contradict never;
 * 3. the window that Shopify keeps, when the code is a delivery option's, unless it is that of a rate which does not count.
 *
 * What was shown too long before the order, or could not be kept any more when it was placed, does not count; see {@link whyNotCounted}.
 * A rate that was shown without a promise ends the search: no promise is written that was not shown.
 */
export function resolveGroup(group: DeliveryGroup, evidence: Evidence): Verdict {
  if (group.code === null) return { answer: NOTHING };
  const found = findShown(group, evidence);
  const notCounted = found && whyNotCounted(found.rate, evidence);
  if (found && !notCounted) return { answer: answerOf(found) };
  const chosen = chosenOption(group.code, evidence.options);
  const because = notCounted && { notCounted };
  if (chosen === null)
    return { answer: { ...NOTHING, endpointId: found?.rate.endpointId ?? null, ...because } };
  const none: GroupAnswer = { ...NOTHING, endpointId: chosen.endpointId };
  if (chosen.option.fallbackOnly) {
    const hadPromise = found !== null && found.rate.promise !== null;
    return { answer: hadPromise ? { ...none, ...because } : { ...none, source: 'fallback' } };
  }
  const promise = found?.isProved ? null : promiseOfWindow(group, chosen);
  const hasPassed = promise && whyWindowNotCounted(group.kept.window, evidence);
  if (promise && !hasPassed) return { answer: { ...none, source: 'delivery_window', promise } };
  return { ask: chosen, ...(because ?? (hasPassed && { notCounted: hasPassed })) };
}

function findShown(group: DeliveryGroup, evidence: Evidence): Found | null {
  const counts = (rate: ShownRate) => whyNotCounted(rate, evidence) === null;
  const narrow = (rates: readonly ShownRate[]) =>
    narrowCandidates(rates, group, evidence.placedBefore, counts);
  const pools = evidence.byBasket.filter((rates) => rates.length > 0).map(narrow);
  const dated = pools.find(({ dates }) => dates === 'proved');
  const quoted = quotedRate(group, evidence);
  const isProved = quoted !== null && narrow([quoted]).dates === 'proved';
  const cart: Found | null =
    quoted && (isProved || !dated) ? { rate: quoted, source: 'cart', isProved } : null;
  if (cart && counts(cart.rate)) return cart;
  return (
    fromPools(pools, evidence.byArea.length > 0 ? narrow(evidence.byArea) : null, group, evidence) ?? cart
  );
}

function fromPools(
  pools: readonly Narrowed[],
  area: Narrowed | null,
  { kept }: DeliveryGroup,
  evidence: Evidence,
): Found | null {
  const plausible = best(pools.filter(({ dates }) => dates !== 'contradicted'));
  if (plausible) return newest(plausible, plausible.isOnePromise);
  if (area && area.dates !== 'contradicted')
    return newest(area, area.dates === 'proved' && area.isOnePromise);
  const [contradicted] = pools;
  // Dates that had passed are those of an older rate: no rate of that time was chosen.
  const isOlder = whyWindowNotCounted(kept.window, evidence) !== null;
  return contradicted && !isOlder ? newest(contradicted, false) : null;
}

/** Those that count before those that do not, those shown before the order before those shown after it. */
function best(pools: readonly Narrowed[]): Narrowed | undefined {
  const counting = pools.filter(({ count }) => count);
  const considered = counting.length > 0 ? counting : pools;
  return considered.find(({ isInTime }) => isInTime) ?? considered[0];
}

/** The rate that the order's quote id names, if it can be the one that was chosen. */
function quotedRate(
  { code, baskets, destinationFingerprint }: DeliveryGroup,
  { quoted, shop, shownBefore }: Evidence,
): ShownRate | null {
  const agrees =
    quoted?.shop === shop &&
    quoted.code === code &&
    baskets.includes(quoted.basketFingerprint) &&
    quoted.destinationFingerprint === destinationFingerprint &&
    quoted.shownAt <= shownBefore;
  return agrees ? quoted : null;
}

function newest({ rates: [rate], dates }: Narrowed, isCertain: boolean): Found | null {
  const source = isCertain ? 'checkout' : 'checkout_ambiguous';
  return rate ? { rate, source, isProved: dates === 'proved' } : null;
}

function answerOf({ rate: { quoteId, endpointId, promise }, source }: Found): GroupAnswer {
  return { source: promise === null ? 'fallback' : source, quoteId, endpointId, promise };
}
