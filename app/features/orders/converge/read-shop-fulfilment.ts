import { err, ok, type Result } from 'neverthrow';
import type { FulfillmentQuery, OrderToFulfilQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import {
  FULFILLMENT,
  MORE_COUNTED_LINES,
  MORE_FULFILLED_LINES,
  MORE_LINES_TO_FULFIL,
  MORE_TO_FULFIL,
  ORDER_TO_FULFIL,
} from '#app/gateways/shopify/operations/fulfilment.ts';
import { type Page, remainingNodes } from '../remaining-nodes.ts';
import type { OrderError } from '../types.ts';
import { HANDLE_PREFIX } from './plan-holds.ts';
import { leftOf } from './shelves.ts';
import type { Fulfillment, FulfillmentOrder, ShopFulfilment } from './types.ts';

type FulfillmentOrderNode = NonNullable<OrderToFulfilQuery['order']>['fulfillmentOrders']['nodes'][number];
type LineNode = FulfillmentOrderNode['lineItems']['nodes'][number];
type FulfillmentNode = NonNullable<FulfillmentQuery['fulfillment']>;

/** States in which a fulfilment fulfils nothing. */
const OFF = ['CANCELLED', 'ERROR', 'FAILURE'];

/**
 * Reads what is left to fulfil of an order, page by page where it is long, and the fulfilments that are not known by `claimed`. Null
 * when the shop has no such order.
 *
 * @param known ids of fulfilments: those that were `claimed` need not be read, but for the tracking of those that are `outdated`
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
  const fulfillmentOrders = await readFulfillmentOrders(client, id, order.fulfillmentOrders);
  if (fulfillmentOrders.isErr()) return err(fulfillmentOrders.error);
  const counted = await readCounted(client, id, order);
  if (counted.isErr()) return err(counted.error);
  const found: ShopFulfilment = {
    orderName,
    counted: counted.value,
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

/** How many pieces of each of an order's lines are left to fulfil. */
export async function readLeftToFulfil(
  client: AdminClient,
  id: OrderId,
): Promise<Result<Map<string, number>, ShopifyError>> {
  const answer = await client.request(ORDER_TO_FULFIL, { id });
  if (answer.isErr()) return err(answer.error);
  const { order } = answer.value;
  if (order === null) return ok(new Map());
  const fulfillmentOrders = await readFulfillmentOrders(client, id, order.fulfillmentOrders);
  return fulfillmentOrders.map((all) => leftOf({ fulfillmentOrders: all }));
}

/** Of an order that is cancelled nothing counts. */
async function readCounted(
  client: AdminClient,
  id: OrderId,
  { cancelledAt, lineItems }: NonNullable<OrderToFulfilQuery['order']>,
): Promise<Result<Map<string, number>, ShopifyError>> {
  if (cancelledAt !== null) return ok(new Map());
  const lines = await remainingNodes(lineItems, (after) =>
    client.request(MORE_COUNTED_LINES, { id, after }).map((data) => data.order?.lineItems),
  );
  return lines.map((all) => new Map(all.map((line) => [line.id, line.currentQuantity])));
}

/** What is left to fulfil of an order, given the first page of it. */
async function readFulfillmentOrders(
  client: AdminClient,
  id: OrderId,
  first: Page<FulfillmentOrderNode>,
): Promise<Result<FulfillmentOrder[], ShopifyError>> {
  const nodes = await remainingNodes(first, (after) =>
    client.request(MORE_TO_FULFIL, { id, after }).map((data) => data.order?.fulfillmentOrders),
  );
  if (nodes.isErr()) return err(nodes.error);
  const fulfillmentOrders: FulfillmentOrder[] = [];
  for (const node of nodes.value) {
    const lines = await remainingNodes(node.lineItems, (after) =>
      client
        .request(MORE_LINES_TO_FULFIL, { id: node.id, after })
        .map((data) => data.fulfillmentOrder?.lineItems),
    );
    if (lines.isErr()) return err(lines.error);
    fulfillmentOrders.push(toFulfillmentOrder(node, lines.value));
  }
  return ok(fulfillmentOrders);
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

function toFulfillmentOrder(node: FulfillmentOrderNode, lines: readonly LineNode[]): FulfillmentOrder {
  const can = (action: FulfillmentOrderNode['supportedActions'][number]['action']) =>
    node.supportedActions.some((supported) => supported.action === action);
  return {
    id: node.id,
    locationId: node.assignedLocation.location?.id ?? null,
    canFulfil: can('CREATE_FULFILLMENT'),
    canHold: can('HOLD'),
    canMove: can('MOVE'),
    holds: node.fulfillmentHolds.map(({ id, handle, heldByRequestingApp, reasonNotes }) => ({
      id,
      isOurs: heldByRequestingApp && (handle?.startsWith(HANDLE_PREFIX) ?? false),
      note: reasonNotes,
    })),
    lines: lines
      .filter(({ remainingQuantity }) => remainingQuantity > 0)
      .map((line) => ({ id: line.id, lineItemId: line.lineItem.id, remaining: line.remainingQuantity })),
  };
}

function toFulfillment(
  { id, status, createdAt, location, trackingInfo }: FulfillmentNode,
  lines: FulfillmentNode['fulfillmentLineItems']['nodes'],
): Fulfillment {
  return {
    id,
    createdAt: new Date(createdAt),
    isCancelled: OFF.includes(status),
    locationId: location?.id ?? null,
    tracking: trackingInfo.map(({ number, url, company }) => ({ number, url, company })),
    lines: lines.map(({ quantity, lineItem }) => ({ lineItemId: lineItem.id, quantity: quantity ?? 0 })),
  };
}

function tooManyFulfillments(orderName: string, count: number, told: number): OrderError {
  return {
    code: 'order_too_large',
    retryable: false,
    message:
      `Order ${orderName} has ${count} fulfillments, and Shopify tells the app no more than ${told} of them, so it cannot know which parcels ` +
      'are fulfilled and fulfils none rather than one twice. Shoppers are not told of the parcels that leave from now on: fulfil them by hand.',
  };
}
