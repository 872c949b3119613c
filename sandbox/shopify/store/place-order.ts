import { fulfillEverything } from './fulfillment/fulfill-everything.ts';
import { placeHold } from './fulfillment/place-hold.ts';
import { allocationsOn, orderLine } from './new-lines.ts';
import type { NewOrder, NewOrderLine } from './new-order.ts';
import { checkDelivery, defaultDeliveries, routeOrder } from './route-order.ts';
import type { Store } from './store.ts';
import { touchOrder } from './touch-order.ts';
import type { Order, OrderLine } from './types.ts';

const firstOrderNumber = 1001;

/** As https://shopify.dev/docs/api/admin-graphql/latest/objects/OrderApp names them; of other sources nobody says. */
const appNames: Readonly<Record<string, string>> = {
  web: 'Online Store',
  pos: 'Point of Sale',
  shopify_draft_order: 'Draft Orders',
};

/** Nothing or everything is fulfilled, so that neither rule decides anything. */
const newlyRouted = { mixedMethodTypes: 'refused', partlyFulfilledStatus: 'OPEN' } as const;

/**
 * Adds an order to `store`: `orderCreated` is announced with no fulfillment order yet, `orderRouted` when routing,
 * later, has made them. That the first comes before the second is inferred from the topic's description
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/WebhookSubscriptionTopic); a routing delay of 0 makes them
 * practically simultaneous. A sale that is handed over at once is routed and fulfilled before it is announced, which is inferred too.
 */
export function placeOrder(store: Store, input: NewOrder, whenRouted: (route: () => void) => void): Order {
  const lines = orderLines(store, input);
  const deliveries = input.deliveries ?? defaultDeliveries(store, input, lines);
  for (const delivery of deliveries) checkDelivery(store, delivery, lines);

  const order = newOrder(store, input, lines);
  store.orders.set(order.id, order);
  store.metafields.copyFromCart(order.id, input.cartMetafields ?? []);
  if (input.isFulfilledAtOnce) {
    routeOrder(store, order, deliveries);
    fulfillEverything(store, order, newlyRouted);
    store.events.emit('orderCreated', order);
    store.events.emit('orderRouted', order);
    return order;
  }
  store.events.emit('orderCreated', order);
  whenRouted(() => {
    routeOrder(store, order, deliveries);
    if (input.hold) holdEverything(store, order, input.hold);
    touchOrder(store, order);
    store.events.emit('orderRouted', order);
  });
  return order;
}

/**
 * A tip is a line that cannot be fulfilled (https://shopify.dev/docs/api/admin-graphql/latest/objects/LineItem, `nonFulfillableQuantity`). That it
 * is the last one, called so, is inferred.
 */
function orderLines(store: Store, input: NewOrder): OrderLine[] {
  const tip: NewOrderLine[] = input.tip
    ? [{ title: 'Tip', unitPrice: input.tip, quantity: 1, requiresShipping: false, isTip: true }]
    : [];
  return [...input.lines, ...tip].map((line, index) => ({
    ...orderLine(store, line),
    discounts: allocationsOn('LINE_ITEM', index, input.discounts ?? []),
  }));
}

function holdEverything(store: Store, order: Order, hold: NonNullable<NewOrder['hold']>): void {
  for (const fulfillmentOrder of order.fulfillmentOrders) {
    placeHold(store, { order, fulfillmentOrder }, { ...hold, pieces: null }, newlyRouted);
  }
}

function newOrder(store: Store, input: NewOrder, lines: OrderLine[]): Order {
  const { nextId } = store;
  const createdAt = input.createdAt ?? store.now();
  const discounts = input.discounts ?? [];
  const financialStatus = input.financialStatus ?? 'PAID';
  const sourceName = input.sourceName ?? 'web';
  return {
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
    isTest: input.isTest ?? false,
    sourceName,
    appName: input.appName ?? appNames[sourceName] ?? null,
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
    additionalFees: (input.additionalFees ?? []).map((fee) => ({ id: nextId('AdditionalFee'), ...fee })),
    dutiesIncluded: input.dutiesIncluded ?? false,
    fulfillmentOrders: [],
    fulfillments: [],
    refunds: [],
    returns: [],
  };
}

function primaryLocale({ shop }: Store): string {
  return shop.locales.find(({ primary }) => primary)?.locale ?? 'en';
}
