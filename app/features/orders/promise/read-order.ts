import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import {
  FULFILLMENT_ORDER_LINE_ITEMS,
  ORDER,
  ORDER_FULFILLMENT_ORDERS,
  ORDER_LINE_ITEMS,
} from '#app/gateways/shopify/operations/orders.ts';
import { remainingNodes } from '../remaining-nodes.ts';
import { type FulfillmentOrderNode, toOrder } from './to-order.ts';
import type { Order } from './types.ts';

/** Reads an order whole, page by page where it is long. Null when the shop has no such order. */
export async function readOrder(
  client: AdminClient,
  id: OrderId,
): Promise<Result<Order | null, ShopifyError>> {
  const first = await client.request(ORDER, { id });
  if (first.isErr()) return err(first.error);
  const { order } = first.value;
  if (order === null) return ok(null);

  const lines = await remainingNodes(order.lineItems, (after) =>
    client.request(ORDER_LINE_ITEMS, { id, after }).map((data) => data.order?.lineItems),
  );
  if (lines.isErr()) return err(lines.error);

  const fulfillmentOrders = await remainingNodes(order.fulfillmentOrders, (after) =>
    client.request(ORDER_FULFILLMENT_ORDERS, { id, after }).map((data) => data.order?.fulfillmentOrders),
  );
  if (fulfillmentOrders.isErr()) return err(fulfillmentOrders.error);

  const whole = await readFulfillmentOrderLines(client, fulfillmentOrders.value);
  return whole.map((all) => toOrder(order, lines.value, all));
}

/** Completes fulfillment orders of which the first page of lines is at hand. */
export async function readFulfillmentOrderLines<Node extends Pick<FulfillmentOrderNode, 'id' | 'lineItems'>>(
  client: AdminClient,
  fulfillmentOrders: readonly Node[],
): Promise<Result<Node[], ShopifyError>> {
  const whole: Node[] = [];
  for (const fulfillmentOrder of fulfillmentOrders) {
    const own = await remainingNodes(fulfillmentOrder.lineItems, (after) =>
      client
        .request(FULFILLMENT_ORDER_LINE_ITEMS, { id: fulfillmentOrder.id, after })
        .map((data) => data.fulfillmentOrder?.lineItems),
    );
    if (own.isErr()) return err(own.error);
    whole.push({ ...fulfillmentOrder, lineItems: { ...fulfillmentOrder.lineItems, nodes: own.value } });
  }
  return ok(whole);
}
