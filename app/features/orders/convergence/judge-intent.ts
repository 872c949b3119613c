import { amountsOf } from '../deliveries/line-amounts.ts';
import { leftOf } from './open-lines.ts';
import { keeps } from './tracking.ts';
import type { Fulfillment, Intent, ShopFulfilment } from './types.ts';

/**
 * For so long after an intent was written the call may still be under way: the app gives a call up after ten seconds, and Shopify may carry
 * it out nevertheless. How long Shopify may take is inferred.
 */
const SETTLED_AFTER_MS = 60_000;

export type Judgement =
  | { kind: 'done'; fulfillmentId: string }
  | { kind: 'not_done' }
  | { kind: 'unsettled'; until: Date }
  | { kind: 'uncertain' };

/**
 * What became of an intent whose fulfilment was never recorded. A fulfilment carries no mark of ours
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/FulfillmentInput), so it is known by what it fulfils: exactly the
 * intended pieces, of the intended location and delivery method type, while exactly these are gone and the tracking is equal, or made since the intent. Where all pieces are still
 * there, nothing was made. Anything else is uncertain: never is a second fulfilment risked.
 */
export function judgeIntent(intent: Intent, shop: ShopFulfilment, now: Date): Judgement {
  const intended = amountsOf(intent.lines);
  const change = changeOf(intent, shop, intended);
  const made = shop.unclaimed.find(
    (fulfillment) =>
      isAlike(fulfillment, intent, intended) &&
      ((change === 'intended' && !fulfillment.isCancelled && keeps(fulfillment.tracking, intent.tracking)) ||
        (isNewer(fulfillment, intent) && (fulfillment.isCancelled || change !== 'none'))),
  );
  if (made) return { kind: 'done', fulfillmentId: made.id };
  const until = new Date(intent.intendedAt.getTime() + SETTLED_AFTER_MS);
  if (now < until) return { kind: 'unsettled', until };
  return { kind: change === 'none' ? 'not_done' : 'uncertain' };
}

/** How what is left of the intended lines has changed. */
function changeOf(
  { lines }: Intent,
  shop: ShopFulfilment,
  intended: ReadonlyMap<string, number>,
): 'none' | 'intended' | 'another' {
  const left = leftOf(shop);
  const gone = (line: Intent['lines'][number]) => line.remainingBefore - (left.get(line.lineItemId) ?? 0);
  if (lines.every((line) => gone(line) === 0)) return 'none';
  return lines.every((line) => gone(line) === intended.get(line.lineItemId)) ? 'intended' : 'another';
}

function isAlike(fulfillment: Fulfillment, intent: Intent, intended: ReadonlyMap<string, number>): boolean {
  if (fulfillment.locationId !== null && fulfillment.locationId !== intent.locationId) return false;
  if (!mayBeOfType(fulfillment, intent)) return false;
  const fulfilled = amountsOf(fulfillment.lines);
  return (
    fulfilled.size === intended.size &&
    [...fulfilled].every(([lineItemId, quantity]) => intended.get(lineItemId) === quantity)
  );
}

/** A type that is not known of both does not tell them apart. */
function mayBeOfType(fulfillment: Fulfillment, intent: Intent): boolean {
  const types = [fulfillment.methodType, intent.methodType].filter((type) => type !== null);
  return new Set(types).size < 2;
}

/** Shopify tells the second in which a fulfilment was made, no more. */
function isNewer({ createdAt }: Fulfillment, { intendedAt }: Intent): boolean {
  return createdAt.getTime() >= Math.floor(intendedAt.getTime() / 1000) * 1000;
}
