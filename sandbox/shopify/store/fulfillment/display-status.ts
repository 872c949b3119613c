import type { Order } from '../types.ts';
import { isOver, remainingOf } from './status.ts';

/**
 * `Order.displayFulfillmentStatus`, as its values are described
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFulfillmentStatus). Which one an order shows that fits several is
 * inferred.
 */
export function displayFulfillmentStatus({ fulfillments, fulfillmentOrders }: Order): string {
  const waiting = fulfillmentOrders.filter(
    (fulfillmentOrder) => !isOver(fulfillmentOrder) && remainingOf(fulfillmentOrder) > 0,
  );
  const isShipped = fulfillments.some(({ status }) => status === 'SUCCESS');
  if (waiting.length === 0) return isShipped ? 'FULFILLED' : 'UNFULFILLED';
  if (waiting.every(({ status }) => status === 'ON_HOLD')) return 'ON_HOLD';
  if (waiting.every(({ status }) => status === 'SCHEDULED')) return 'SCHEDULED';
  if (isShipped) return 'PARTIALLY_FULFILLED';
  return waiting.every(({ status }) => status === 'IN_PROGRESS') ? 'IN_PROGRESS' : 'UNFULFILLED';
}
