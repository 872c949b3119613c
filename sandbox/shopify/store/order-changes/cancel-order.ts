import { ok } from 'neverthrow';
import { allPieces, removePieces } from '../fulfillment/quantities.ts';
import { type Refusable, refuse } from '../fulfillment/refusal.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import { isOver } from '../fulfillment/status.ts';
import { currentTotalsOf } from '../order-totals.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import { refundOrder } from './refund-order.ts';

export interface Cancellation {
  reason: NonNullable<Order['cancelReason']>;
  /** Gives back what was paid. */
  refunds: boolean;
}

/**
 * Cancels an order for good; refused when it is cancelled already or has a fulfillment
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/orderCancel). Shopify does it in a job; here it is done at once. The words of the
 * refusals, the status of the fulfillment orders, and that nothing is left of any line are inferred.
 */
export function cancelOrder(
  store: Store,
  order: Order,
  { reason, refunds }: Cancellation,
  rules: FulfillmentRules,
): Refusable<null> {
  if (order.cancelledAt) return refuse(['orderId'], 'Order has already been cancelled.', 'INVALID');
  if (order.fulfillments.some(({ status }) => status === 'SUCCESS')) {
    return refuse(['orderId'], 'Cannot cancel an order that has fulfillments.', 'INVALID');
  }
  const open = order.fulfillmentOrders.filter((fulfillmentOrder) => !isOver(fulfillmentOrder));
  if (refunds && order.financialStatus === 'PAID') {
    const left = order.lines.filter(({ currentQuantity, isTip }) => currentQuantity > 0 && !isTip);
    const lines = left.map(({ id, currentQuantity }) => ({
      orderLineId: id,
      quantity: currentQuantity,
      restockType: 'CANCEL' as const,
      locationId: null,
    }));
    const { shipping, charges } = currentTotalsOf(order);
    refundOrder(store, order, { note: null, shipping, charges, lines }, rules);
  }
  const now = store.now();
  for (const fulfillmentOrder of open) {
    removePieces(fulfillmentOrder, allPieces(fulfillmentOrder));
    fulfillmentOrder.status = rules.cancelledOrderStatus;
    fulfillmentOrder.holds = [];
    fulfillmentOrder.updatedAt = now;
  }
  for (const line of order.lines) line.currentQuantity = 0;
  if (order.financialStatus === 'PENDING' || order.financialStatus === 'AUTHORIZED') {
    order.financialStatus = 'VOIDED';
  }
  order.cancelledAt = now;
  order.cancelReason = reason;
  touchOrder(store, order, now);
  store.events.emit('orderCancelled', order);
  if (rules.cancelledOrderStatus === 'CANCELLED') {
    for (const each of open) store.events.emit('fulfillmentOrderCancelled', order, each, null);
  }
  return ok(null);
}
