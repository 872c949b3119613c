import { InvalidInput } from '../../invalid-input.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import { isOver } from '../fulfillment/status.ts';
import type { Customer } from '../order-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';

export type OrderDetails = Partial<
  Pick<Order, 'shippingAddress' | 'billingAddress' | 'email' | 'phone' | 'note' | 'tags' | 'customAttributes'>
> & { customer?: Omit<Customer, 'id'> };

/**
 * Corrects where an order goes and whom it is for, as staff do in the admin; only `orders/updated` tells of it
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/orderUpdate).
 * @throws {InvalidInput} for a cancelled order, which is inferred
 */
export function changeDetails(
  store: Store,
  order: Order,
  { customer, ...details }: OrderDetails,
  { destinationsFollowAddress }: Pick<FulfillmentRules, 'destinationsFollowAddress'>,
): void {
  if (order.cancelledAt) throw new InvalidInput('The order is cancelled.');
  const now = store.now();
  Object.assign(order, details);
  if (customer) order.customer = { id: order.customer?.id ?? store.nextId('Customer'), ...customer };
  if (details.shippingAddress !== undefined && destinationsFollowAddress) {
    for (const fulfillmentOrder of order.fulfillmentOrders) {
      if (isOver(fulfillmentOrder) || fulfillmentOrder.deliveryMethod?.methodType === 'NONE') continue;
      fulfillmentOrder.destination = details.shippingAddress;
      fulfillmentOrder.updatedAt = now;
    }
  }
  touchOrder(store, order, now);
}
