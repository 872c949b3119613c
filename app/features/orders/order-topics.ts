import type { EventHandler } from '#app/features/inbox/index.ts';
import type { ShopifyTopic, ShopifyTopics } from '#app/features/shops/index.ts';
import type { OrderExports } from './export/order-exports.ts';
import {
  ORDER_CHANGE_TOPICS,
  ORDER_TOPICS,
  type OrderChangeTopic,
  type OrderTopic,
  orderEventSubject,
} from './order-event-subject.ts';
import type { OrderPromises } from './promise/index.ts';

/**
 * Shopify's events about orders, and about what of them the app may read. Of each only its order is kept, or its fulfillment order: what happened is read
 * again at Shopify.
 */
export function orderTopics(orders: {
  promise: Pick<OrderPromises, 'handleOrderEvent'>;
  export: Pick<OrderExports, 'handleOrderChange' | 'handleScopesUpdate'>;
}): ShopifyTopics {
  const topicsOf = (topics: readonly (OrderTopic | OrderChangeTopic)[], handle: EventHandler) =>
    topics.map((topic) => {
      const read = (body: object) => ({ subject: orderEventSubject(topic, body), facts: {} });
      return [topic, { read, handle }] as const;
    });
  return Object.fromEntries<ShopifyTopic>([
    ['app/scopes_update', { handle: orders.export.handleScopesUpdate }],
    ...topicsOf(ORDER_TOPICS, orders.promise.handleOrderEvent),
    ...topicsOf(ORDER_CHANGE_TOPICS, orders.export.handleOrderChange),
  ]);
}
