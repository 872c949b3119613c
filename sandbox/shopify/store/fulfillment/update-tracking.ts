import { ok } from 'neverthrow';
import type { Fulfillment, Tracking } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import { findFulfillment } from './find.ts';
import { type Refusable, refuse } from './refusal.ts';

/**
 * Replaces the tracking of a fulfillment
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentTrackingInfoUpdate). The words of the refusal are inferred.
 */
export function updateTracking(
  store: Store,
  id: string,
  tracking: Tracking[],
  notifiesCustomer: boolean,
): Refusable<{ order: Order; fulfillment: Fulfillment }> {
  const found = findFulfillment(store, id);
  if (!found) return refuse(['fulfillmentId'], 'Fulfillment does not exist.');
  const { order, fulfillment } = found;
  fulfillment.tracking = tracking;
  if (notifiesCustomer) fulfillment.customerNotifications += 1;
  fulfillment.updatedAt = store.now();
  touchOrder(store, order, fulfillment.updatedAt);
  store.events.emit('fulfillmentUpdated', order, fulfillment);
  return ok(found);
}
