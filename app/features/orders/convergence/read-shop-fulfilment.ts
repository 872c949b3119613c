import { err, ok, type Result } from 'neverthrow';
import type { FulfillmentQuery, OrderToFulfilQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import {
  FULFILLMENT,
  MORE_FULFILLED_LINES,
  MORE_ORDERED_LINES,
  ORDER_TO_FULFIL,
} from '#app/gateways/shopify/operations/fulfilment.ts';
import { onlyRateOf } from '../deliveries/choice.ts';
import { remainingNodes } from '../remaining-nodes.ts';
import { type OrderError, orderError } from '../shape.ts';
import { methodTypeOf, readFulfillmentOrders } from './read-fulfillment-orders.ts';
import type { Fulfillment, ShopFulfilment } from './types.ts';

type FulfillmentNode = NonNullable<FulfillmentQuery['fulfillment']>;

/** States in which a fulfilment fulfils nothing. */
const OFF = ['CANCELLED', 'ERROR', 'FAILURE'];

/**
 * Reads what is left to fulfil of an order, page by page where it is long, and the fulfilments that are not known by `claimed`. Null
 * when the shop has no such order.
 *
 * @param claimed ids of fulfilments that need not be read, being known, but for the tracking of those that are `outdated` as well
 * @returns an error that no retry can help when the order has more fulfilments than Shopify tells: of one that cannot be seen, none knows
 * that it was made
 */
export async function readShopFulfilment(
  client: AdminClient,
  id: OrderId,
  { claimed, outdated }: { claimed: ReadonlySet<string>; outdated: ReadonlySet<string> },
): Promise<Result<ShopFulfilment | null, OrderError>> {
  const answer = await client.request(ORDER_TO_FULFIL, { id });
  if (answer.isErr()) return err(answer.error);
  const { order } = answer.value;
  if (order === null) return ok(null);
  const { name: orderName, fulfillments, fulfillmentsCount } = order;
  if (fulfillmentsCount && fulfillmentsCount.count > fulfillments.length)
    return err(tooManyFulfillments(orderName, fulfillmentsCount.count, fulfillments.length));
  const fulfillmentOrders = await readFulfillmentOrders(
    client,
    id,
    order.fulfillmentOrders,
    onlyRateOf(order.shippingLines.nodes),
  );
  if (fulfillmentOrders.isErr()) return err(fulfillmentOrders.error);
  const lines = await readLines(client, id, order);
  if (lines.isErr()) return err(lines.error);
  const found: ShopFulfilment = {
    orderName,
    lines: lines.value,
    fulfillmentOrders: fulfillmentOrders.value,
    unclaimed: [],
    claimed: [],
  };
  for (const each of fulfillments) {
    const isClaimed = claimed.has(each.id);
    if (isClaimed && !outdated.has(each.id)) {
      found.claimed.push({ id: each.id, isCancelled: OFF.includes(each.status), tracking: null });
      continue;
    }
    const fulfillment = await readFulfillment(client, each.id);
    if (fulfillment.isErr()) return err(fulfillment.error);
    if (fulfillment.value) found[isClaimed ? 'claimed' : 'unclaimed'].push(fulfillment.value);
  }
  return ok(found);
}

async function readLines(
  client: AdminClient,
  id: OrderId,
  { cancelledAt, lineItems }: NonNullable<OrderToFulfilQuery['order']>,
): Promise<Result<ShopFulfilment['lines'], ShopifyError>> {
  const lines = await remainingNodes(lineItems, (after) =>
    client.request(MORE_ORDERED_LINES, { id, after }).map((data) => data.order?.lineItems),
  );
  return lines.map((all) =>
    all.map(({ id: lineId, quantity, currentQuantity }) => ({
      id: lineId,
      ordered: quantity,
      quantity: cancelledAt === null ? currentQuantity : 0,
    })),
  );
}

async function readFulfillment(
  client: AdminClient,
  id: string,
): Promise<Result<Fulfillment | null, ShopifyError>> {
  const answer = await client.request(FULFILLMENT, { id });
  if (answer.isErr()) return err(answer.error);
  const { fulfillment } = answer.value;
  if (fulfillment === null) return ok(null);
  const lines = await remainingNodes(fulfillment.fulfillmentLineItems, (after) =>
    client.request(MORE_FULFILLED_LINES, { id, after }).map((data) => data.fulfillment?.fulfillmentLineItems),
  );
  return lines.map((all) => toFulfillment(fulfillment, all));
}

function toFulfillment(
  { id, status, createdAt, location, fulfillmentOrders, trackingInfo }: FulfillmentNode,
  lines: FulfillmentNode['fulfillmentLineItems']['nodes'],
): Fulfillment {
  const [fulfillmentOrder] = fulfillmentOrders.nodes;
  return {
    id,
    createdAt: new Date(createdAt),
    isCancelled: OFF.includes(status),
    locationId: location?.id ?? null,
    methodType: fulfillmentOrder ? methodTypeOf(fulfillmentOrder) : null,
    tracking: trackingInfo.map(({ number, url, company }) => ({ number, url, company })),
    lines: lines.map(({ quantity, lineItem }) => ({ lineItemId: lineItem.id, quantity: quantity ?? 0 })),
  };
}

function tooManyFulfillments(order: string, count: number, told: number): OrderError {
  return orderError({ code: 'order_too_large', params: { order, count, told } });
}
