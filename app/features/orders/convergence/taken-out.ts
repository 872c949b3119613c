import { amountIn, amountsOf, type LineAmounts } from '../deliveries/line-amounts.ts';
import { fulfilledOfNeverAsked } from '../deliveries/never-asked.ts';
import { fulfilledByOthers, openLinesOf } from './open-lines.ts';
import type { Situation } from './types.ts';

/**
 * Pieces of each line that are no longer in Shopify's order, refunded, cancelled or edited away, and that no fulfilled parcel is known to
 * lack: so a merchant resolves a hold, or changes an order that OneStock runs already. What the order still counts is not gone where the
 * app is shown nothing to fulfil: another fulfillment service may have it
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/objects/FulfillmentOrder).
 */
export function takenOut(
  situation: Pick<Situation, 'deliveries' | 'shop' | 'intents' | 'settings'>,
): Map<string, number> {
  const { deliveries, shop, intents } = situation;
  const asked = amountsOf(
    deliveries.flatMap(({ items, removed }) => [
      ...items,
      ...removed.map(({ lineItemId, quantity }) => ({ lineItemId, quantity: -quantity })),
    ]),
  );
  const present = new Set(shop.claimed.filter(({ isCancelled }) => !isCancelled).map(({ id }) => id));
  const byOthers = fulfilledByOthers(shop);
  const known = amountsOf([
    ...intents
      .filter(({ fulfillmentId }) => fulfillmentId !== null && present.has(fulfillmentId))
      .flatMap(({ lines }) => lines),
    ...intents.flatMap(({ missing }) => missing),
  ]);
  const { openLines, neverAsked, aside } = openLinesOf(situation);
  const left = amountsOf(openLines.map(({ lineItemId, left: quantity }) => ({ lineItemId, quantity })));
  const counted = new Map(shop.lines.map(({ id, quantity }) => [id, quantity]));
  return new Map(
    [...asked].map(([lineItemId, quantity]) => {
      const of = (amounts: LineAmounts) => amountIn(amounts, lineItemId);
      const theirs = fulfilledOfNeverAsked(of(neverAsked), of(aside), of(byOthers));
      const accounted = of(known) + of(byOthers) - theirs + of(left);
      const gone = Math.min(quantity - accounted, quantity - (of(counted) - of(aside) - theirs));
      return [lineItemId, Math.max(0, gone)];
    }),
  );
}
