import { ok } from 'neverthrow';
import { type Refusable, refuse } from '../fulfillment/refusal.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import { discountedShare, refundedOf, taxShare, totalsOf } from '../order-totals.ts';
import type { Refund, RefundLine } from '../order-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import { takeUnfulfilled, unfulfilledOf } from './unfulfilled.ts';

export interface NewRefund {
  note: string | null;
  shipping: number;
  /** What is given back of duties, additional fees and tips: all of it with a cancellation, which is inferred. */
  charges?: number;
  returnId?: string;
  lines: Pick<RefundLine, 'orderLineId' | 'quantity' | 'restockType' | 'locationId'>[];
}

/**
 * Refunds pieces of an order, all or nothing (https://shopify.dev/docs/api/admin-graphql/latest/mutations/refundCreate). Those that are cancelled
 * are no longer to be fulfilled; the other kinds leave what is to be fulfilled as it is
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/refund, `restock_type`). The words of too many pieces are as recorded by
 * https://github.com/airhorns/shopify-draft-proxy; that no more can be cancelled than is unfulfilled is inferred. Money goes back at the price
 * after discounts, with its taxes.
 */
export function refundOrder(
  store: Store,
  order: Order,
  { note, shipping, charges = 0, returnId, lines }: NewRefund,
  rules: FulfillmentRules,
): Refusable<Refund> {
  for (const [index, { orderLineId, quantity, restockType }] of lines.entries()) {
    const line = order.lines.find(({ id }) => id === orderLineId);
    if (!line) return refuse(['refundLineItems', String(index), 'lineItemId'], 'Line item not found');
    const asked = lines
      .filter((each) => each.orderLineId === orderLineId)
      .reduce((total, each) => total + each.quantity, 0);
    if (quantity <= 0 || asked > line.currentQuantity) {
      return refuse(
        ['refundLineItems', String(index), 'quantity'],
        'Quantity cannot refund more items than were purchased',
      );
    }
    if (restockType === 'CANCEL' && quantity > unfulfilledOf(order, orderLineId)) {
      return refuse(
        ['refundLineItems', String(index), 'quantity'],
        'Quantity cannot cancel more items than are unfulfilled',
      );
    }
  }
  const refund: Refund = {
    id: store.nextId('Refund'),
    createdAt: store.now(),
    note,
    shipping,
    charges,
    returnId: returnId ?? null,
    lines: lines.map((line) => refundLine(store, order, line)),
  };
  for (const { orderLineId, quantity, restockType } of lines) {
    if (restockType === 'CANCEL') takeUnfulfilled(store, order, { orderLineId, quantity }, rules);
    const line = order.lines.find(({ id }) => id === orderLineId);
    if (line) line.currentQuantity -= quantity;
  }
  order.refunds.push(refund);
  const isAll = refundedOf(order) >= totalsOf(order).total;
  if (order.paidAt) order.financialStatus = isAll ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
  touchOrder(store, order, refund.createdAt);
  store.events.emit('refundCreated', order, refund);
  return ok(refund);
}

function refundLine(store: Store, order: Order, asked: NewRefund['lines'][number]): RefundLine {
  const line = order.lines.find(({ id }) => id === asked.orderLineId);
  return {
    id: store.nextId('RefundLineItem'),
    ...asked,
    subtotal: line ? discountedShare(line, asked.quantity) : 0,
    tax: line ? taxShare(line, asked.quantity) : 0,
  };
}
