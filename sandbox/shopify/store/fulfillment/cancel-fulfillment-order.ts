import { ok } from 'neverthrow';
import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Found } from './find.ts';
import { allPieces, takeOff } from './quantities.ts';
import { type Refusable, refuse } from './refusal.ts';
import { isOver } from './status.ts';

/**
 * Cancels a fulfillment order, of which the pieces stay to be fulfilled: by a new one that replaces it
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderCancel). The words of the refusal are inferred.
 */
export function cancelFulfillmentOrder(
  store: Store,
  { order, fulfillmentOrder }: Found,
): Refusable<{ cancelled: FulfillmentOrder; replacement: FulfillmentOrder }> {
  if (isOver(fulfillmentOrder)) return refuse(['id'], 'The fulfillment order is not in an open state.');
  const replacement = takeOff(store, order, fulfillmentOrder, allPieces(fulfillmentOrder));
  fulfillmentOrder.status = 'CANCELLED';
  fulfillmentOrder.holds = [];
  fulfillmentOrder.updatedAt = store.now();
  touchOrder(store, order, fulfillmentOrder.updatedAt);
  store.events.emit('fulfillmentOrderCancelled', order, fulfillmentOrder, replacement);
  return ok({ cancelled: fulfillmentOrder, replacement });
}
