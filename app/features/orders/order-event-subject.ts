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

/** What is to be prepared may be another by then. They name a fulfillment order, and not its order. */
const FULFILLMENT_ORDER_TOPICS = [
  'fulfillment_orders/placed_on_hold',
  'fulfillment_orders/hold_released',
  'fulfillment_orders/moved',
  'fulfillment_orders/cancelled',
  'fulfillment_orders/scheduled_fulfillment_order_ready',
] as const;

/** Also sent for whatever the app does to an order itself. */
export const ORDER_UPDATED = 'orders/updated';

/** The events that tell of a change to an order that may be in OneStock. */
export const ORDER_CHANGE_TOPICS = [
  'orders/paid',
  'orders/cancelled',
  'orders/edited',
  ORDER_UPDATED,
  'refunds/create',
  ...FULFILLMENT_ORDER_TOPICS,
] as const;
export type OrderChangeTopic = (typeof ORDER_CHANGE_TOPICS)[number];

const number = z.union([z.number(), z.string()]).optional();
const orderCreated = z.object({
  admin_graphql_api_id: z.string().optional(),
  id: number,
});
const orderEdited = z.object({ order_edit: z.object({ order_id: number }) });
const refundCreated = z.object({ order_id: number });
const named = z.object({ id: z.union([z.number(), z.string()]) }).optional();
const ofFulfillmentOrder = z.object({
  fulfillment_order: named,
  moved_fulfillment_order: named,
  original_fulfillment_order: named,
});

/**
 * The id that an event is about, from its parsed body: the order's for `orders/create`. The topics of fulfillment orders name the fulfillment
 * order alone, `{fulfillment_order: {id, status}}`, so their subject is that one
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
  if (!isOfFulfillmentOrder(topic)) {
    const { data } = orderCreated.safeParse(body);
    return parseOrderId(data?.admin_graphql_api_id) ?? parseOrderId(globalId('Order', data?.id));
  }
  const { data } = ofFulfillmentOrder.safeParse(body);
  const fulfillmentOrder =
    data?.fulfillment_order ?? data?.moved_fulfillment_order ?? data?.original_fulfillment_order;
  return parseFulfillmentOrderId(globalId('FulfillmentOrder', fulfillmentOrder?.id));
}

/** Whether an event of the topic names a fulfillment order, and not its order. */
export function isOfFulfillmentOrder(topic: string): boolean {
  return topic.startsWith('fulfillment_orders/');
}

/** Numbers and global ids both occur in the bodies of events. */
function globalId(type: string, id: number | string | undefined): string {
  return typeof id === 'string' && id.startsWith('gid:') ? id : `gid://shopify/${type}/${id}`;
}
