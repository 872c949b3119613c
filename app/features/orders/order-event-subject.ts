import { z } from 'zod';
import {
  type FulfillmentOrderId,
  type OrderId,
  parseFulfillmentOrderId,
  parseOrderId,
} from '#app/gateways/shopify/ids.ts';

/** The events that tell of an order whose promise is to be written. */
export const ORDER_TOPICS = ['orders/create', 'fulfillment_orders/order_routing_complete'] as const;
export type OrderTopic = (typeof ORDER_TOPICS)[number];

/** The events that tell of a change to an order that may be in OneStock. */
export const ORDER_CHANGE_TOPICS = [
  'orders/paid',
  'orders/cancelled',
  'orders/edited',
  'refunds/create',
] as const;
export type OrderChangeTopic = (typeof ORDER_CHANGE_TOPICS)[number];

const number = z.union([z.number(), z.string()]).optional();
const orderCreated = z.object({
  admin_graphql_api_id: z.string().optional(),
  id: number,
});
const orderEdited = z.object({ order_edit: z.object({ order_id: number }) });
const refundCreated = z.object({ order_id: number });
const orderRouted = z.object({ fulfillment_order: z.object({ id: z.union([z.number(), z.string()]) }) });

/**
 * The id that an event is about, from its parsed body: the order's for `orders/create`. The other topic names the fulfillment order
 * alone, `{fulfillment_order: {id, status}}`, so its subject is that one
 * (https://community.shopify.com/t/recommended-way-to-fetch-newly-created-fulfillmentorders/233340). An edit and a refund name their order
 * by its number. Null when the body names neither.
 */
export function orderEventSubject(
  topic: OrderTopic | OrderChangeTopic,
  body: unknown,
): OrderId | FulfillmentOrderId | null {
  if (topic === 'orders/edited') {
    const { data } = orderEdited.safeParse(body);
    return parseOrderId(globalId('Order', data?.order_edit.order_id));
  }
  if (topic === 'refunds/create') {
    const { data } = refundCreated.safeParse(body);
    return parseOrderId(globalId('Order', data?.order_id));
  }
  if (topic !== 'fulfillment_orders/order_routing_complete') {
    const { data } = orderCreated.safeParse(body);
    return parseOrderId(data?.admin_graphql_api_id) ?? parseOrderId(globalId('Order', data?.id));
  }
  const { data } = orderRouted.safeParse(body);
  return parseFulfillmentOrderId(globalId('FulfillmentOrder', data?.fulfillment_order.id));
}

/** Numbers and global ids both occur in the bodies of events. */
function globalId(type: string, id: number | string | undefined): string {
  return typeof id === 'string' && id.startsWith('gid:') ? id : `gid://shopify/${type}/${id}`;
}
