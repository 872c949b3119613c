import { removePieces } from '../fulfillment/quantities.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import { isOver, settleStatus } from '../fulfillment/status.ts';
import { sum } from '../order-totals.ts';
import type { Store } from '../store.ts';
import type { Order } from '../types.ts';

/** How many pieces of an order line wait in its fulfillment orders. */
export function unfulfilledOf(order: Order, orderLineId: string): number {
  return sum(
    order.fulfillmentOrders
      .flatMap(({ lines }) => lines)
      .filter((line) => line.orderLineId === orderLineId)
      .map(({ remainingQuantity }) => remainingQuantity),
  );
}

/**
 * Takes up to `quantity` unfulfilled pieces of an order line out of its fulfillment orders, free ones before held ones: an order that Shopify
 * does not tell.
 */
export function takeUnfulfilled(
  store: Store,
  order: Order,
  { orderLineId, quantity }: { orderLineId: string; quantity: number },
  rules: FulfillmentRules,
): void {
  const byFreedom = order.fulfillmentOrders.toSorted((one, other) => one.holds.length - other.holds.length);
  let missing = quantity;
  for (const fulfillmentOrder of byFreedom) {
    if (isOver(fulfillmentOrder)) continue;
    const line = fulfillmentOrder.lines.find((each) => each.orderLineId === orderLineId);
    const taken = Math.min(missing, line?.remainingQuantity ?? 0);
    if (!line || taken === 0) continue;
    removePieces(fulfillmentOrder, [{ id: line.id, quantity: taken }]);
    settleStatus(fulfillmentOrder, store.now(), rules);
    missing -= taken;
  }
}
