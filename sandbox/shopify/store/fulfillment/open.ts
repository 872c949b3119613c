import { ok } from 'neverthrow';
import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Found } from './find.ts';
import { type Refusable, refuse } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { isOver, settleStatus } from './status.ts';

/**
 * Opens a scheduled fulfillment order, before its time too
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderOpen). Inferred: the words of the refusal, that `fulfillAt` stays,
 * and that one which is held as well opens when its last hold goes.
 */
export function openFulfillmentOrder(
  store: Store,
  { order, fulfillmentOrder }: Found,
  rules: FulfillmentRules,
): Refusable<FulfillmentOrder> {
  if (!fulfillmentOrder.isScheduled || isOver(fulfillmentOrder)) {
    return refuse(['id'], 'The fulfillment order is not scheduled.');
  }
  const now = store.now();
  fulfillmentOrder.isScheduled = false;
  settleStatus(fulfillmentOrder, now, rules);
  touchOrder(store, order, now);
  return ok(fulfillmentOrder);
}

/**
 * Opens every scheduled fulfillment order whose time has come by `until`, as Shopify does by itself, and announces each
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentOrder, `fulfillAt`).
 */
export function openDueFulfillmentOrders(store: Store, until: Date, rules: FulfillmentRules): Found[] {
  const due = [...store.orders.values()].flatMap((order) =>
    order.fulfillmentOrders
      .filter((each) => each.isScheduled && !isOver(each))
      .filter(({ fulfillAt }) => fulfillAt !== null && fulfillAt <= until)
      .map((fulfillmentOrder) => ({ order, fulfillmentOrder })),
  );
  return due.filter((found) => openWhenDue(store, found, rules).isOk());
}

/** As the one above, whatever the time. */
export function openWhenDue(
  store: Store,
  found: Found,
  rules: FulfillmentRules,
): Refusable<FulfillmentOrder> {
  return openFulfillmentOrder(store, found, rules).map((opened) => {
    store.events.emit('fulfillmentOrderReady', found.order, opened);
    return opened;
  });
}
