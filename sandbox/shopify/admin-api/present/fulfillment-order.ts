import { supportedActions } from '../../store/fulfillment/status.ts';
import type { FulfillmentHold, FulfillmentOrder } from '../../store/fulfillment-types.ts';
import type { Order } from '../../store/types.ts';
import { allowsAny } from '../../tokens/access-tokens.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { presentFulfillment } from './fulfillment.ts';
import { presentLocation } from './location.ts';
import { presentOrder } from './order.ts';
import { presentLineItem } from './order-lines.ts';
import { presentVariant } from './product.ts';
import { dateTime, dateTimeOrNull, mailingAddress } from './values.ts';

/**
 * Those that the token may see: `merchant_managed` scopes reach those at the merchant's own locations, `third_party` scopes those at locations of
 * fulfillment services, which are all of other apps here. Without the scope the list is shorter, or empty, and no error says so
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentOrder).
 */
export function visibleFulfillmentOrders(order: Order, call: Call): FulfillmentOrder[] {
  return order.fulfillmentOrders.filter((each) => mayReach(each, 'read', call));
}

/** Whether the token may read or change that fulfillment order. */
export function mayReach(
  { locationId }: FulfillmentOrder,
  access: 'read' | 'write',
  { grant, store }: Call,
): boolean {
  const family = isOfService(locationId, store) ? 'third_party' : 'merchant_managed';
  return allowsAny(grant, [`${access}_${family}_fulfillment_orders`]);
}

function isOfService(locationId: string, { locations }: Call['store']): boolean {
  return locations.some(({ id, fulfillmentService }) => id === locationId && fulfillmentService !== null);
}

export function presentFulfillmentOrder(fulfillment: FulfillmentOrder, order: Order, call: Call): Presented {
  const { id, status, deliveryMethod, destination } = fulfillment;
  const location = call.store.locations.find((each) => each.id === fulfillment.locationId);
  return {
    __typename: 'FulfillmentOrder',
    id,
    status,
    requestStatus: 'UNSUBMITTED',
    orderId: order.id,
    orderName: order.name,
    orderProcessedAt: dateTime(order.createdAt),
    order: () => presentOrder(order, call),
    createdAt: dateTime(fulfillment.createdAt),
    updatedAt: dateTime(fulfillment.updatedAt),
    fulfillAt: dateTimeOrNull(fulfillment.fulfillAt),
    fulfillBy: null,
    supportedActions: supportedActions(fulfillment, isOfService(fulfillment.locationId, call.store)).map(
      (action) => ({ action, externalUrl: null }),
    ),
    fulfillmentHolds: fulfillment.holds.map(presentHold),
    fulfillments(page: PageArguments) {
      const ofThis = order.fulfillments.filter(({ lines }) =>
        lines.some(({ fulfillmentOrderId }) => fulfillmentOrderId === id),
      );
      return connection(ofThis, page, (each) => presentFulfillment(each, order, call));
    },
    assignedLocation: location && {
      ...mailingAddress(location.address),
      name: location.name,
      location: () => presentLocation(location, call),
    },
    destination: destination && mailingAddress(destination),
    deliveryMethod: deliveryMethod && {
      ...deliveryMethod,
      minDeliveryDateTime: dateTimeOrNull(deliveryMethod.minDeliveryDateTime),
      maxDeliveryDateTime: dateTimeOrNull(deliveryMethod.maxDeliveryDateTime),
      sourceReference: null,
    },
    lineItems: (page: PageArguments) =>
      connection(fulfillment.lines, page, (line) => presentFulfillmentOrderLine(line, order, call)),
  };
}

export function presentHold({ id, app, handle, reason, reasonNotes }: FulfillmentHold): Presented {
  return {
    __typename: 'FulfillmentHold',
    id,
    handle,
    reason,
    reasonNotes,
    displayReason: sentence(reason),
    heldByRequestingApp: app === null,
    // What the app that calls is named is not the sandbox's to know.
    heldByApp: app === null ? null : { title: app },
  };
}

/** `INCORRECT_ADDRESS` as `Incorrect address`; Shopify's own words are localized. */
function sentence(reason: string): string {
  const words = reason.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function presentFulfillmentOrderLine(
  line: FulfillmentOrder['lines'][number],
  order: Order,
  call: Call,
): Presented {
  const orderLine = order.lines.find(({ id }) => id === line.orderLineId);
  if (!orderLine) throw new Error(`Fulfillment order line ${line.id} belongs to no line of ${order.id}.`);
  const variant = call.store.variants.find(({ id }) => id === orderLine.variantId);
  return {
    __typename: 'FulfillmentOrderLineItem',
    id: line.id,
    totalQuantity: line.totalQuantity,
    remainingQuantity: line.remainingQuantity,
    sku: orderLine.sku,
    productTitle: orderLine.title,
    variantTitle: variant?.title ?? null,
    requiresShipping: orderLine.requiresShipping,
    variant: variant ? presentVariant(variant, call) : null,
    lineItem: () => presentLineItem(orderLine, order, call),
  };
}
