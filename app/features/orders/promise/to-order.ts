import type { OrderForPromiseQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { FulfillmentOrderId, OrderId } from '#app/gateways/shopify/ids.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { choiceOf, onlyRateOf } from '../deliveries/choice.ts';
import type { FulfillmentOrder, GroupLine, Order, Place } from './types.ts';

type OrderNode = NonNullable<OrderForPromiseQuery['order']>;
export type FulfillmentOrderNode = OrderNode['fulfillmentOrders']['nodes'][number];
type LineNode = OrderNode['lineItems']['nodes'][number];

/** Shopify's answer in our own terms: only what is shipped, money in hundredths, times as instants. */
export function toOrder(
  order: OrderNode,
  lines: readonly LineNode[],
  fulfillmentOrders: readonly FulfillmentOrderNode[],
): Order {
  return {
    id: order.id as OrderId,
    name: order.name,
    createdAt: new Date(order.createdAt),
    updatedAt: new Date(order.updatedAt),
    destination: destinationOf(order, fulfillmentOrders),
    quoteId: order.quoteId?.value ?? null,
    // The quantity that was ordered: later edits and refunds do not change it.
    lines: lines
      .filter((line) => line.requiresShipping)
      .map(({ variant, sku, title, quantity }) => groupLine(variant, sku, title, quantity)),
    shippingLines: order.shippingLines.nodes.map(({ code, title, originalPriceSet: { shopMoney } }) => ({
      code: code && plainText(code),
      title: plainText(title),
      price: { amount: Math.round(Number(shopMoney.amount) * 100), currency: shopMoney.currencyCode },
    })),
    fulfillmentOrders: fulfillmentOrders.map((node) =>
      toFulfillmentOrder(node, onlyRateOf(order.shippingLines.nodes)),
    ),
    metafields: {
      delivery_promise: order.deliveryPromise,
      endpoint_id: order.endpointId,
      delivery_promise_source: order.deliveryPromiseSource,
      deliveries: order.deliveries,
    },
  };
}

function toFulfillmentOrder(
  { id, status, deliveryMethod, assignedLocation, lineItems }: FulfillmentOrderNode,
  onlyRate: string | null,
): FulfillmentOrder {
  return {
    id: id as FulfillmentOrderId,
    isCancelled: status === 'CANCELLED',
    isScheduled: status === 'SCHEDULED',
    choice: choiceOf(deliveryMethod, assignedLocation.location?.id ?? null, onlyRate),
    lineItemIds: lineItems.nodes.map(({ lineItem }) => lineItem.id),
    delivery: deliveryMethod && {
      isShipped: deliveryMethod.methodType === 'SHIPPING',
      serviceCode: deliveryMethod.serviceCode && plainText(deliveryMethod.serviceCode),
      presentedName: deliveryMethod.presentedName,
      window: {
        min: instant(deliveryMethod.minDeliveryDateTime),
        max: instant(deliveryMethod.maxDeliveryDateTime),
      },
    },
    lines: lineItems.nodes
      .filter((line) => line.requiresShipping && line.totalQuantity > 0)
      .map(({ variant, sku, productTitle, totalQuantity }) =>
        groupLine(variant, sku, productTitle, totalQuantity),
      ),
  };
}

/** The order's address, else where its first fulfillment order goes, of whose region Shopify gives the name and no code. */
function destinationOf(order: OrderNode, [first]: readonly FulfillmentOrderNode[]): Place | null {
  const address = order.shippingAddress;
  if (address?.countryCodeV2) {
    return { country: address.countryCodeV2, zip: address.zip, region: address.provinceCode };
  }
  const destination = first?.destination;
  return destination?.countryCode
    ? { country: destination.countryCode, zip: destination.zip, region: null }
    : null;
}

function groupLine(
  variant: { id: string } | null,
  sku: string | null,
  title: string,
  quantity: number,
): GroupLine {
  return {
    variantId: variant?.id.slice(variant.id.lastIndexOf('/') + 1) ?? null,
    sku: (sku && plainText(sku)) || null,
    title: plainText(title),
    quantity,
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
