import { ok } from 'neverthrow';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Found } from './find.ts';
import { type Refusable, refuse } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { remainingOf, settleStatus } from './status.ts';

/**
 * Marks what the customer may collect
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderLineItemsPreparedForPickup). The refusal of what is no pickup is as
 * recorded by https://github.com/airhorns/shopify-draft-proxy; that a held or closed one has nothing to prepare, and that this puts it in
 * progress, is inferred.
 */
export function preparePickup(
  store: Store,
  { order, fulfillmentOrder }: Found,
  rules: FulfillmentRules,
): Refusable<null> {
  if (fulfillmentOrder.deliveryMethod?.methodType !== 'PICK_UP') {
    return refuse(['input'], 'Invalid fulfillment order ID provided.', 'FULFILLMENT_ORDER_INVALID');
  }
  const isReady = fulfillmentOrder.status === 'OPEN' || fulfillmentOrder.status === 'IN_PROGRESS';
  if (!isReady || remainingOf(fulfillmentOrder) === 0) {
    return refuse(
      ['input'],
      'The fulfillment order does not have any line items that can be prepared.',
      'NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER',
    );
  }
  fulfillmentOrder.preparedForPickupAt = store.now();
  settleStatus(fulfillmentOrder, fulfillmentOrder.preparedForPickupAt, rules);
  touchOrder(store, order, fulfillmentOrder.updatedAt);
  return ok(null);
}
