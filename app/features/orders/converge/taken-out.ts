import { amountsOf, leftOf } from './shelves.ts';
import type { Situation } from './types.ts';

/**
 * Pieces of each line that are no longer in Shopify's order, refunded, cancelled or edited away, and that no fulfilled parcel is known to
 * lack: so a merchant resolves a hold, or changes an order that OneStock runs already.
 */
export function takenOut({
  items,
  shop,
  intents,
}: Pick<Situation, 'items' | 'shop' | 'intents'>): Map<string, number> {
  const standing = new Set(shop.claimed.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id));
  const known = amountsOf([
    ...shop.unclaimed.filter(({ isCancelled }) => !isCancelled).flatMap(({ lines }) => lines),
    ...intents
      .filter(({ fulfillmentId }) => fulfillmentId !== null && standing.has(fulfillmentId))
      .flatMap(({ lines }) => lines),
    ...intents.flatMap(({ missing }) => missing),
  ]);
  const left = leftOf(shop);
  return new Map(
    items.map(({ lineItemId, quantity }) => [
      lineItemId,
      Math.max(0, quantity - (known.get(lineItemId) ?? 0) - (left.get(lineItemId) ?? 0)),
    ]),
  );
}
