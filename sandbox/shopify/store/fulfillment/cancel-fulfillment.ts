import { ok } from 'neverthrow';
import type { Fulfillment, FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import { findFulfillment } from './find.ts';
import { type Refusable, refuse } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { isOver, settleStatus } from './status.ts';

/**
 * Cancels a fulfillment: the pieces of a fulfillment order that was entirely fulfilled go to a new one, those of another become its remaining
 * ones again (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentCancel). That the new one is at the same location, and the
 * words of the refusals, are inferred.
 */
export function cancelFulfillment(
  store: Store,
  id: string,
  rules: FulfillmentRules,
): Refusable<{ order: Order; fulfillment: Fulfillment }> {
  const found = findFulfillment(store, id);
  if (!found) return refuse(['id'], 'Fulfillment not found.');
  const { order, fulfillment } = found;
  if (fulfillment.status === 'CANCELLED') return refuse(['id'], 'Fulfillment is already cancelled.');

  const now = store.now();
  for (const fulfillmentOrder of [...order.fulfillmentOrders]) {
    const lines = fulfillment.lines.filter(
      ({ fulfillmentOrderId }) => fulfillmentOrderId === fulfillmentOrder.id,
    );
    if (lines.length === 0) continue;
    if (isOver(fulfillmentOrder)) {
      order.fulfillmentOrders.push(again(store, fulfillmentOrder, lines));
      continue;
    }
    for (const { fulfillmentOrderLineId, quantity } of lines) {
      const line = fulfillmentOrder.lines.find((each) => each.id === fulfillmentOrderLineId);
      if (line) line.remainingQuantity += quantity;
    }
    settleStatus(fulfillmentOrder, now, rules);
  }
  fulfillment.status = 'CANCELLED';
  fulfillment.updatedAt = now;
  touchOrder(store, order, now);
  store.events.emit('fulfillmentUpdated', order, fulfillment);
  return ok({ order, fulfillment });
}

function again(store: Store, closed: FulfillmentOrder, lines: Fulfillment['lines']): FulfillmentOrder {
  const createdAt = store.now();
  return {
    ...closed,
    id: store.nextId('FulfillmentOrder'),
    createdAt,
    updatedAt: createdAt,
    status: 'OPEN',
    isScheduled: false,
    holds: [],
    remainderOf: null,
    preparedForPickupAt: null,
    lines: lines.map(({ orderLineId, quantity }) => ({
      id: store.nextId('FulfillmentOrderLineItem'),
      orderLineId,
      totalQuantity: quantity,
      remainingQuantity: quantity,
    })),
  };
}
