import { isSameChoice } from '../deliveries/choice.ts';
import type { Choice, DeliveryPlan, KnownDelivery } from '../deliveries/types.ts';
import { groupsOf, latestPromised } from './groups-of-delivery.ts';
import { orderSource } from './order-source.ts';
import type { FulfillmentOrder, PromiseSource, ResolvedGroup, StoredPromise } from './types.ts';

/** One delivery of an order in the metafield `onestock.deliveries`; `docs/deliveries.schema.json` describes it. */
export interface DeliveryEntry {
  /** Null as long as OneStock is not known to have it. */
  onestock_order_id: string | null;
  fulfillment_order_ids: string[];
  line_item_ids: string[];
  /** Of the rate; null for what no rate ships. */
  code: string | null;
  /** The latest of its parts; null where the shopper was shown none. */
  promise: StoredPromise | null;
  /** The store where it is collected. */
  endpoint_id: string | null;
  source: PromiseSource;
}

/** A delivery, as far as it is known. */
export interface DeliveryOutline {
  oneStockOrderId: string | null;
  choice: Choice;
  fulfillmentOrderIds: string[];
  lineItemIds: string[];
}

/** What OneStock is known to have, what is to be sent now, and what waits. */
export function plannedOutlines(
  deliveries: readonly KnownDelivery[],
  { asks, waits }: Pick<DeliveryPlan, 'asks' | 'waits'>,
): DeliveryOutline[] {
  return [
    ...sentOutlines(deliveries),
    ...asks.map((ask) => outlineOf(null, ask, ask.lines)),
    ...waits.map((wait) =>
      outlineOf(null, { choice: wait.choice, fulfillmentOrderIds: [wait.fulfillmentOrderId] }, wait.lines),
    ),
  ];
}

/** What OneStock is known to have of an order. */
export function sentOutlines(deliveries: readonly KnownDelivery[]): DeliveryOutline[] {
  return deliveries.flatMap(({ exportedAt, choice, oneStockOrderId, fulfillmentOrderIds, items }) =>
    exportedAt && choice ? [outlineOf(oneStockOrderId, { choice, fulfillmentOrderIds }, items)] : [],
  );
}

function outlineOf(
  oneStockOrderId: string | null,
  { choice, fulfillmentOrderIds }: Pick<DeliveryOutline, 'choice' | 'fulfillmentOrderIds'>,
  lines: readonly { lineItemId: string }[],
): DeliveryOutline {
  const lineItemIds = [...new Set(lines.map(({ lineItemId }) => lineItemId))];
  return { oneStockOrderId, choice, fulfillmentOrderIds, lineItemIds };
}

/**
 * The deliveries of an order that is not sent to OneStock.
 *
 * @param sent what was sent of it, when the shop still synchronized orders
 */
export function unsentOutlines(
  fulfillmentOrders: readonly FulfillmentOrder[],
  sent: readonly DeliveryOutline[] = [],
): DeliveryOutline[] {
  const outlines: DeliveryOutline[] = [];
  for (const { id, isCancelled, choice, lines, lineItemIds } of fulfillmentOrders) {
    if (isCancelled || lines.length === 0) continue;
    if (sent.some((each) => isSameChoice(each.choice, choice))) continue;
    const known = outlines.find((each) => isSameChoice(each.choice, choice));
    if (known) {
      known.fulfillmentOrderIds.push(id);
      known.lineItemIds = [...new Set([...known.lineItemIds, ...lineItemIds])];
    } else
      outlines.push({
        oneStockOrderId: null,
        choice,
        fulfillmentOrderIds: [id],
        lineItemIds: [...lineItemIds],
      });
  }
  return outlines;
}

/**
 * What the metafield says of each delivery, by what was found for its delivery groups.
 *
 * @param storeAt the endpoint that a pickup location of Shopify is
 */
export function deliveryEntries(
  outlines: readonly DeliveryOutline[],
  groups: readonly ResolvedGroup[],
  storeAt: (locationId: string) => string | null = () => null,
): DeliveryEntry[] {
  return outlines.map((outline) => {
    const own = groupsOf(
      outline,
      groups,
      outlines.filter((other) => other !== outline),
    );
    const { code, locationId } = outline.choice;
    const chosen = own.find(({ endpointId }) => endpointId !== null)?.endpointId ?? null;
    return {
      onestock_order_id: outline.oneStockOrderId,
      fulfillment_order_ids: outline.fulfillmentOrderIds,
      line_item_ids: outline.lineItemIds,
      code,
      promise: latestPromised(own)?.promise ?? null,
      endpoint_id: chosen ?? (locationId === null ? null : storeAt(locationId)),
      source: orderSource(own),
    };
  });
}
