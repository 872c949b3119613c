import { amountsOf } from '../deliveries/line-amounts.ts';
import { leftOf } from './open-lines.ts';
import type { Situation } from './types.ts';

/**
 * Pieces of each line that are no longer in Shopify's order, refunded, cancelled or edited away, and that no fulfilled parcel is known to
 * lack: so a merchant resolves a hold, or changes an order that OneStock runs already. What the order still counts is not gone where the
 * app is shown nothing to fulfil: another fulfillment service may have it
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/objects/FulfillmentOrder).
 */
export function takenOut({
  deliveries,
  shop,
  intents,
}: Pick<Situation, 'deliveries' | 'shop' | 'intents'>): Map<string, number> {
  const asked = amountsOf(
    deliveries.flatMap(({ items, removed }) => [
      ...items,
      ...removed.map(({ lineItemId, quantity }) => ({ lineItemId, quantity: -quantity })),
    ]),
  );
  const present = new Set(shop.claimed.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id));
  const known = amountsOf([
    ...shop.unclaimed.filter(({ isCancelled }) => !isCancelled).flatMap(({ lines }) => lines),
    ...intents
      .filter(({ fulfillmentId }) => fulfillmentId !== null && present.has(fulfillmentId))
      .flatMap(({ lines }) => lines),
    ...intents.flatMap(({ missing }) => missing),
  ]);
  const left = leftOf(shop);
  return new Map(
    [...asked].map(([lineItemId, quantity]) => {
      const of = (amounts: ReadonlyMap<string, number>) => amounts.get(lineItemId) ?? 0;
      const gone = Math.min(quantity - of(known) - of(left), quantity - of(shop.counted));
      return [lineItemId, Math.max(0, gone)];
    }),
  );
}
