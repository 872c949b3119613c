import { ok } from 'neverthrow';
import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import { addPieces, allPieces, type Pieces } from './quantities.ts';
import { type Refusable, refuse } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { isBegun, settleStatus } from './status.ts';

export interface Merged {
  fulfillmentOrder: FulfillmentOrder;
  /** What came from each. */
  intents: { fulfillmentOrderId: string; pieces: Pieces[] }[];
}

/**
 * Puts fulfillment orders together (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderMerge). In Shopify's sample of
 * `fulfillment_orders/merged` the first is what they become (https://shopify.dev/docs/api/webhooks/latest). Inferred: the others close, and only
 * open ones of one location and delivery method type, of which nothing is fulfilled, can be merged.
 */
export function mergeFulfillmentOrders(
  store: Store,
  order: Order,
  merged: readonly FulfillmentOrder[],
  rules: FulfillmentRules,
): Refusable<Merged> {
  const [first, ...others] = merged;
  if (!first || others.length === 0) return refuse(null, 'At least two fulfillment orders are needed.');
  const isAlike = (each: FulfillmentOrder) =>
    each.status === 'OPEN' &&
    !isBegun(each) &&
    each.locationId === first.locationId &&
    each.deliveryMethod?.methodType === first.deliveryMethod?.methodType;
  if (!merged.every(isAlike)) return refuse(null, 'The fulfillment orders cannot be merged.');

  const now = store.now();
  const intents = merged.map((each) => ({ fulfillmentOrderId: each.id, pieces: allPieces(each) }));
  for (const other of others) {
    for (const { orderLineId, remainingQuantity } of other.lines) {
      addPieces(store, first, orderLineId, remainingQuantity);
    }
    other.lines = [];
    settleStatus(other, now, rules);
  }
  settleStatus(first, now, rules);
  touchOrder(store, order, now);
  const done = { fulfillmentOrder: first, intents };
  store.events.emit('fulfillmentOrdersMerged', order, done);
  return ok(done);
}
