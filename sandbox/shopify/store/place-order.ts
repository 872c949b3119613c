import { InvalidInput } from '../invalid-input.ts';
import type { FulfillmentOrder } from './fulfillment-types.ts';
import { allocationsOn, orderLine } from './new-lines.ts';
import type { NewOrder, PlannedDelivery } from './new-order.ts';
import type { Store } from './store.ts';
import type { Order, OrderLine } from './types.ts';

const firstOrderNumber = 1001;

/**
 * Adds an order to `store`: `orderCreated` is announced with no fulfillment order yet, `orderRouted` when routing,
 * later, has made them. That the first comes before the second is inferred from the topic's description
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/WebhookSubscriptionTopic); a routing delay of 0 makes them
 * practically simultaneous.
 */
export function placeOrder(store: Store, input: NewOrder, whenRouted: (route: () => void) => void): Order {
  const { nextId } = store;
  const createdAt = input.createdAt ?? store.now();
  const discounts = input.discounts ?? [];
  const lines = input.lines.map((line, index) => ({
    ...orderLine(store, line),
    discounts: allocationsOn('LINE_ITEM', index, discounts),
  }));
  const financialStatus = input.financialStatus ?? 'PAID';
  const deliveries = input.deliveries ?? [defaultDelivery(store, input, lines)];
  for (const delivery of deliveries) checkDelivery(store, delivery, lines);

  const order: Order = {
    id: nextId('Order'),
    name: `#${firstOrderNumber + store.orders.size}`,
    createdAt,
    updatedAt: createdAt,
    cancelledAt: null,
    cancelReason: null,
    isEdited: false,
    financialStatus,
    paidAt: financialStatus === 'PAID' ? createdAt : null,
    currency: store.shop.currency,
    taxesIncluded: input.taxesIncluded ?? true,
    sourceName: input.sourceName ?? 'web',
    locale: input.locale ?? primaryLocale(store),
    email: input.email ?? null,
    phone: input.phone ?? null,
    customer: input.customer ? { id: nextId('Customer'), ...input.customer } : null,
    note: input.note ?? null,
    tags: input.tags ?? [],
    customAttributes: input.customAttributes ?? [],
    shippingAddress: input.shippingAddress,
    billingAddress: input.billingAddress === undefined ? input.shippingAddress : input.billingAddress,
    lines,
    shippingLines: input.shippingLines.map((line, index) => ({
      id: nextId('ShippingLine'),
      taxLines: [],
      ...line,
      discounts: allocationsOn('SHIPPING_LINE', index, discounts),
    })),
    discounts: discounts.map(({ allocations: _onLines, ...discount }) => discount),
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
  };
  store.orders.set(order.id, order);
  store.metafields.copyFromCart(order.id, input.cartMetafields ?? []);
  store.events.emit('orderCreated', order);
  whenRouted(() => {
    order.fulfillmentOrders = [
      ...deliveries.filter(({ lines }) => lines.length > 0),
      ...digitalDelivery(store, order),
    ].map((delivery) => fulfillmentOrder(store, order, delivery));
    order.updatedAt = store.now();
    store.events.emit('orderRouted', order);
  });
  return order;
}

function defaultDelivery(store: Store, { shippingLines }: NewOrder, lines: OrderLine[]): PlannedDelivery {
  const primary = store.locations.find(({ isPrimary }) => isPrimary);
  if (!primary) throw new InvalidInput('The shop has no primary location.');
  return {
    locationId: primary.id,
    lines: lines.flatMap(({ requiresShipping, quantity }, line) =>
      requiresShipping ? [{ line, quantity }] : [],
    ),
    deliveryMethod: {
      methodType: 'SHIPPING',
      serviceCode: shippingLines[0]?.code ?? null,
      presentedName: shippingLines[0]?.title ?? null,
      minDeliveryDateTime: null,
      maxDeliveryDateTime: null,
    },
  };
}

function checkDelivery(store: Store, delivery: PlannedDelivery, lines: OrderLine[]): void {
  if (!store.locations.some(({ id }) => id === delivery.locationId)) {
    throw new InvalidInput(`The shop has no location ${delivery.locationId}.`);
  }
  for (const { line, quantity } of delivery.lines) {
    if (quantity > (lines[line]?.quantity ?? 0))
      throw new InvalidInput(`Line ${line} has no ${quantity} pieces to deliver.`);
  }
}

/**
 * Gift cards and other lines that are never shipped get a fulfillment order of their own, delivered by `NONE`
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/DeliveryMethodType). That it is one, and open, is
 * inferred.
 */
function digitalDelivery(store: Store, order: Order): PlannedDelivery[] {
  const lines = order.lines.flatMap(({ requiresShipping, quantity }, line) =>
    requiresShipping ? [] : [{ line, quantity }],
  );
  if (lines.length === 0) return [];
  const { locationId } = defaultDelivery(store, { lines: [], shippingLines: [], shippingAddress: null }, []);
  const none = {
    serviceCode: null,
    presentedName: null,
    minDeliveryDateTime: null,
    maxDeliveryDateTime: null,
  };
  return [{ locationId, lines, deliveryMethod: { methodType: 'NONE', ...none } }];
}

function fulfillmentOrder(store: Store, order: Order, delivery: PlannedDelivery): FulfillmentOrder {
  const isShipped = delivery.deliveryMethod.methodType !== 'NONE';
  const createdAt = store.now();
  return {
    id: store.nextId('FulfillmentOrder'),
    createdAt,
    updatedAt: createdAt,
    status: 'OPEN',
    locationId: delivery.locationId,
    destination: isShipped ? order.shippingAddress : null,
    deliveryMethod: { id: store.nextId('DeliveryMethod'), ...delivery.deliveryMethod },
    lines: delivery.lines.map(({ line, quantity }) => ({
      id: store.nextId('FulfillmentOrderLineItem'),
      orderLineId: order.lines[line]?.id ?? '',
      totalQuantity: quantity,
      remainingQuantity: quantity,
    })),
    holds: [],
    remainderOf: null,
    preparedForPickupAt: null,
  };
}

function primaryLocale({ shop }: Store): string {
  return shop.locales.find(({ primary }) => primary)?.locale ?? 'en';
}
