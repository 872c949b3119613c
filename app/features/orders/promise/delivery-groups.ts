import { basketFingerprint, destinationFingerprint } from '#app/features/promise/index.ts';
import type { DeliveryGroup, FulfillmentOrder, GroupLine, KeptRate, Order } from './types.ts';

/**
 * What of an order travels together: its fulfillment orders with lines to ship, or the whole order while it has none. Cancelled ones
 * count only when all are, since a cancelled one that is to be fulfilled after all has a successor. So do scheduled ones: beside others they are
 * later deliveries, of which the shopper was told nothing, and are asked for when they open. Nothing to ship, no group.
 *
 * @param salt the shop's, as when the rates were shown
 */
export function deliveryGroups(order: Order, salt: string): DeliveryGroup[] {
  if (order.lines.length === 0) return [];
  const alive = order.fulfillmentOrders.filter(({ isCancelled }) => !isCancelled);
  const counting = alive.length > 0 ? alive : order.fulfillmentOrders;
  const due = counting.filter(({ isScheduled }) => !isScheduled);
  const routed = (due.length > 0 ? due : counting).filter(({ lines }) => lines.length > 0);
  const whole = fingerprintOf(order.lines, salt);
  const shared = {
    destination: order.destination,
    destinationFingerprint: order.destination && destinationFingerprint(order.destination, salt),
  };
  if (order.fulfillmentOrders.length === 0) {
    const code = onlyShippingLine(order)?.code ?? null;
    const kept: KeptRate = { window: null, ...nameAndPrice(order, null, true) };
    return [
      {
        fulfillmentOrderId: null,
        isScheduled: false,
        code,
        lines: order.lines,
        baskets: [whole],
        kept,
        ...shared,
      },
    ];
  }
  return routed.map((fulfillmentOrder) => ({
    fulfillmentOrderId: fulfillmentOrder.id,
    isScheduled: fulfillmentOrder.isScheduled,
    code: codeOf(fulfillmentOrder, order),
    lines: fulfillmentOrder.lines,
    baskets: [...new Set([fingerprintOf(fulfillmentOrder.lines, salt), whole])],
    kept: {
      window: fulfillmentOrder.delivery?.window ?? null,
      ...nameAndPrice(order, fulfillmentOrder, routed.length === 1),
    },
    ...shared,
  }));
}

/**
 * The code of the rate that ships a group: the delivery method's service code, else the order's only shipping line's. That the rate's
 * `service_code` arrives there is inferred from the schema
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryMethod). Null for what no rate ships, such as a local pickup.
 */
function codeOf({ delivery }: FulfillmentOrder, order: Order): string | null {
  if (delivery && !delivery.isShipped) return null;
  return delivery?.serviceCode ?? onlyShippingLine(order)?.code ?? null;
}

/** The price says something about one rate only while there is one group: Shopify adds up the same-named rates of several origins. */
function nameAndPrice(
  order: Order,
  fulfillmentOrder: FulfillmentOrder | null,
  isOnlyGroup: boolean,
): Pick<KeptRate, 'name' | 'price'> {
  const line = onlyShippingLine(order);
  return {
    name: fulfillmentOrder?.delivery?.presentedName ?? line?.title ?? null,
    price: isOnlyGroup && line ? line.price : null,
  };
}

function onlyShippingLine({ shippingLines }: Order): Order['shippingLines'][number] | null {
  return shippingLines.length === 1 ? (shippingLines[0] ?? null) : null;
}

function fingerprintOf(lines: readonly GroupLine[], salt: string): string {
  return basketFingerprint(
    lines.map(({ variantId, title, quantity }) => ({ variantId, customTitle: title, quantity })),
    salt,
  );
}
