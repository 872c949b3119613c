import { ok } from 'neverthrow';
import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Found } from './find.ts';
import { areThere, otherPieces, type Pieces, takeOff } from './quantities.ts';
import { type Refusable, refuse, wrongQuantity } from './refusal.ts';

export interface Split {
  fulfillmentOrder: FulfillmentOrder;
  /** The new one, which has the pieces that were named. */
  remaining: FulfillmentOrder;
}

/**
 * Parts pieces from a fulfillment order (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderSplit). That the new one has
 * those that were named is as recorded by https://github.com/airhorns/shopify-draft-proxy (docs/endpoints/shipping-fulfillments.md); that a
 * held one, and one that nothing would be left of, cannot be split is inferred, where Shopify may replace it.
 */
export function splitFulfillmentOrder(
  store: Store,
  { order, fulfillmentOrder }: Found,
  pieces: Pieces[],
  field: string[],
): Refusable<Split> {
  if (pieces.length === 0) {
    return refuse(
      field,
      'The fulfillment order must have at least one line item input to split.',
      'NO_LINE_ITEMS_PROVIDED_TO_SPLIT',
    );
  }
  if (pieces.some(({ quantity }) => quantity <= 0)) {
    return refuse(field, 'The fulfillment order line item quantity must be greater than 0.', 'GREATER_THAN');
  }
  const canBe = fulfillmentOrder.status === 'OPEN' || fulfillmentOrder.status === 'IN_PROGRESS';
  if (!canBe || !areThere(fulfillmentOrder, pieces) || otherPieces(fulfillmentOrder, pieces).length === 0) {
    return refuse(field, wrongQuantity, 'INVALID_LINE_ITEM_QUANTITY');
  }
  const remaining = takeOff(store, order, fulfillmentOrder, pieces);
  fulfillmentOrder.updatedAt = store.now();
  touchOrder(store, order, fulfillmentOrder.updatedAt);
  store.events.emit('fulfillmentOrderSplit', order, { fulfillmentOrder, remaining, pieces });
  return ok({ fulfillmentOrder, remaining });
}
