import { ok } from 'neverthrow';
import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import type { Found } from './find.ts';
import { addPieces } from './quantities.ts';
import { type Refusable, refuse } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { isBegun, settleStatus } from './status.ts';

/**
 * Lifts holds of a fulfillment order: those of `holdIds` that are on it, or without ids all of them
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderReleaseHold). Of live shops
 * https://github.com/airhorns/shopify-draft-proxy (docs/endpoints/shipping-fulfillments.md) recorded that holds of another app are refused by
 * id and stay without ids, which contradicts the schema and is a rule here; and that the last release gives the fulfillment order back the
 * pieces that a partial hold had left over, whose fulfillment order closes. That this last one stays as it is once something of it is fulfilled or held
 * is inferred.
 * @param app who releases; null for the app that calls the Admin API
 */
export function releaseHolds(
  store: Store,
  { order, fulfillmentOrder }: Found,
  { app, holdIds }: { app: string | null; holdIds: readonly string[] | null },
  rules: FulfillmentRules,
): Refusable<FulfillmentOrder> {
  const { holds } = fulfillmentOrder;
  const isMeant = ({ id, app: holder }: (typeof holds)[number]) =>
    holdIds ? holdIds.includes(id) : rules.releaseWithoutIds === 'all' || holder === app;
  const released = holds.filter(isMeant);
  if (holdIds && released.some((hold) => hold.app !== app)) {
    return refuse(
      ['holdIds'],
      "The app doesn't have access to release the fulfillment hold.",
      'INVALID_ACCESS',
    );
  }
  if (released.length === 0) return ok(fulfillmentOrder);

  fulfillmentOrder.holds = holds.filter((hold) => !isMeant(hold));
  if (fulfillmentOrder.holds.length === 0 && rules.mergeReleasedHolds) {
    takeBackRemainders(store, order, fulfillmentOrder);
  }
  const now = store.now();
  settleStatus(fulfillmentOrder, now, rules);
  touchOrder(store, order, now);
  if (fulfillmentOrder.holds.length === 0) {
    store.events.emit('fulfillmentOrderReleased', order, fulfillmentOrder);
  }
  return ok(fulfillmentOrder);
}

function takeBackRemainders(store: Store, order: Order, fulfillmentOrder: FulfillmentOrder): void {
  for (const remainder of order.fulfillmentOrders) {
    if (remainder.remainderOf !== fulfillmentOrder.id) continue;
    if (remainder.locationId !== fulfillmentOrder.locationId) continue;
    if (remainder.status !== 'OPEN' || isBegun(remainder)) continue;
    for (const line of remainder.lines) {
      addPieces(store, fulfillmentOrder, line.orderLineId, line.remainingQuantity);
      line.totalQuantity = 0;
      line.remainingQuantity = 0;
    }
    remainder.status = 'CLOSED';
    remainder.updatedAt = store.now();
  }
}
