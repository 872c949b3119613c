import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import {
  ORDER_DELIVERIES_FOR_EXPORT,
  ORDER_FOR_EXPORT,
  ORDER_LINES_FOR_EXPORT,
} from '#app/gateways/shopify/operations/order-export.ts';
import { readFulfillmentOrderLines } from '../promise/read-order.ts';
import { toOrder } from '../promise/to-order.ts';
import type { Order } from '../promise/types.ts';
import { remainingNodes } from '../remaining-nodes.ts';
import { toShopOrder } from './to-shop-order.ts';
import type { ShopOrder } from './types.ts';

/**
 * Reads an order whole, page by page where it is long: once for the resolution of its promise and for its export. Null when the shop has
 * no such order.
 */
export async function readShopOrder(
  client: AdminClient,
  id: OrderId,
): Promise<Result<{ order: Order; shopOrder: ShopOrder } | null, ShopifyError>> {
  const answer = await client.request(ORDER_FOR_EXPORT, { id });
  if (answer.isErr()) return err(answer.error);
  const { order } = answer.value;
  if (order === null) return ok(null);
  const lines = await remainingNodes(order.lineItems, (after) =>
    client.request(ORDER_LINES_FOR_EXPORT, { id, after }).map((data) => data.order?.lineItems),
  );
  if (lines.isErr()) return err(lines.error);
  const deliveries = await remainingNodes(order.fulfillmentOrders, (after) =>
    client.request(ORDER_DELIVERIES_FOR_EXPORT, { id, after }).map((data) => data.order?.fulfillmentOrders),
  );
  if (deliveries.isErr()) return err(deliveries.error);
  const whole = await readFulfillmentOrderLines(client, deliveries.value);
  return whole.map((fulfillmentOrders) => ({
    order: toOrder(order, lines.value, fulfillmentOrders),
    shopOrder: toShopOrder(order, { lines: lines.value, fulfillmentOrders }),
  }));
}
