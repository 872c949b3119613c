import type { Store } from './store.ts';
import type { Order } from './types.ts';

/**
 * Notes that something of an order has changed, after it has; whoever hears of it sees the order as it is now
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/WebhookSubscriptionTopic, `ORDERS_UPDATED`).
 */
export function touchOrder(store: Store, order: Order, at: Date = store.now()): void {
  order.updatedAt = at;
  store.events.emit('orderUpdated', order);
}
