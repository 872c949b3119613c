import { InvalidInput } from '../../invalid-input.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import { orderLine } from '../new-lines.ts';
import type { NewOrderLine } from '../new-order.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order, OrderLine } from '../types.ts';
import { deliver } from './deliver-added.ts';
import { takeUnfulfilled, unfulfilledOf } from './unfulfilled.ts';

export interface OrderChanges {
  /** The pieces that a line is to have; 0 removes it. */
  quantities: { orderLineId: string; quantity: number }[];
  additions: NewOrderLine[];
  note: string | null;
  /**
   * False changes the order in silence, as an exchange or another app may: `edited` stays, and `orders/edited` is not sent. Whether Shopify does so
   * is unknown.
   */
  marksEdited?: boolean;
}

/** What one edit did, as `orders/edited` tells it: pieces by line. */
export interface OrderEdit {
  id: string;
  at: Date;
  note: string | null;
  additions: { orderLineId: string; delta: number }[];
  removals: { orderLineId: string; delta: number }[];
}

/**
 * Edits an order as a merchant does: pieces that are added are to be fulfilled, those that are removed no longer
 * (https://shopify.dev/docs/apps/build/orders-fulfillment/order-management-apps/edit-orders). In which fulfillment order added lines end up is
 * inferred, and a rule.
 * @throws {InvalidInput} for a cancelled order, an unknown line or variant, and removal of what is fulfilled
 */
export function editOrder(
  store: Store,
  order: Order,
  { quantities, additions, note, marksEdited = true }: OrderChanges,
  rules: FulfillmentRules,
): OrderEdit {
  if (order.cancelledAt) throw new InvalidInput('The order is cancelled.');
  const changes = quantities.map(({ orderLineId, quantity }) => change(order, orderLineId, quantity));
  const added = additions.map((line) => orderLine(store, line));
  const edit: OrderEdit = {
    id: store.nextId('OrderEdit'),
    at: store.now(),
    note,
    additions: [],
    removals: [],
  };
  for (const { line, delta } of changes) {
    if (delta === 0) continue;
    line.currentQuantity += delta;
    const pieces = { orderLineId: line.id, delta: Math.abs(delta) };
    if (delta < 0) {
      edit.removals.push(pieces);
      takeUnfulfilled(store, order, { orderLineId: line.id, quantity: -delta }, rules);
    } else {
      edit.additions.push(pieces);
      line.quantity += delta;
      deliver(store, order, { line, quantity: delta }, rules);
    }
  }
  for (const line of added) {
    order.lines.push(line);
    edit.additions.push({ orderLineId: line.id, delta: line.quantity });
    deliver(store, order, { line, quantity: line.quantity }, rules);
  }
  if (marksEdited) order.isEdited = true;
  touchOrder(store, order, edit.at);
  if (marksEdited) store.events.emit('orderEdited', order, edit);
  return edit;
}

function change(order: Order, orderLineId: string, quantity: number): { line: OrderLine; delta: number } {
  const line = order.lines.find(({ id }) => id === orderLineId);
  if (!line) throw new InvalidInput(`The order has no line ${orderLineId}.`);
  const delta = quantity - line.currentQuantity;
  if (-delta > unfulfilledOf(order, orderLineId)) {
    throw new InvalidInput('Pieces that are fulfilled cannot be removed.');
  }
  return { line, delta };
}
