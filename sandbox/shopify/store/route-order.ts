import { InvalidInput } from '../invalid-input.ts';
import type { DeliveryMethod, FulfillmentOrder } from './fulfillment-types.ts';
import type { NewOrder, PlannedDelivery } from './new-order.ts';
import type { Store } from './store.ts';
import type { Location, Order, OrderLine } from './types.ts';

/**
 * What routing makes of an order for which nobody planned it: what the merchant stocks leaves from the primary location, what a fulfillment
 * service stocks from its own, each described by the first shipping line.
 */
export function defaultDeliveries(
  store: Store,
  { shippingLines }: Pick<NewOrder, 'shippingLines'>,
  lines: readonly OrderLine[],
): PlannedDelivery[] {
  const shipped = lines.flatMap((line, index) =>
    line.requiresShipping && !line.isTip ? [{ line, index }] : [],
  );
  const byLocation = Map.groupBy(shipped, ({ line }) => stockingLocation(store, line.fulfillmentService).id);
  return [...byLocation].map(([locationId, stocked]) => ({
    locationId,
    lines: stocked.map(({ line, index }) => ({ line: index, quantity: line.quantity })),
    deliveryMethod: {
      ...methodWithoutService('SHIPPING'),
      serviceCode: shippingLines[0]?.code ?? null,
      presentedName: shippingLines[0]?.title ?? null,
    },
  }));
}

/** @throws {InvalidInput} when it names a location or pieces that are not there */
export function checkDelivery(store: Store, delivery: PlannedDelivery, lines: readonly OrderLine[]): void {
  if (!store.locations.some(({ id }) => id === delivery.locationId)) {
    throw new InvalidInput(`The shop has no location ${delivery.locationId}.`);
  }
  for (const { line, quantity } of delivery.lines) {
    if (quantity > (lines[line]?.quantity ?? 0))
      throw new InvalidInput(`Line ${line} has no ${quantity} pieces to deliver.`);
  }
}

/** Gives an order its fulfillment orders: those that were planned, and one of what is never shipped. */
export function routeOrder(store: Store, order: Order, planned: readonly PlannedDelivery[]): void {
  const inPerson = new Set(planned.flatMap(({ lines }) => lines.map(({ line }) => line)));
  order.fulfillmentOrders = [
    ...planned.filter(({ lines }) => lines.length > 0),
    ...digitalDelivery(store, order, inPerson),
  ].map((delivery) => fulfillmentOrder(store, order, delivery));
}

/**
 * Gift cards and other lines that are never shipped get a fulfillment order of their own, delivered by `NONE`
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/DeliveryMethodType). That it is one, and open, is
 * inferred. A tip is in none (https://shopify.dev/docs/api/admin-graphql/latest/objects/Order, `nonFulfillableLineItems`).
 */
function digitalDelivery(store: Store, order: Order, planned: ReadonlySet<number>): PlannedDelivery[] {
  const lines = order.lines.flatMap(({ requiresShipping, isTip, quantity }, line) =>
    requiresShipping || isTip || planned.has(line) ? [] : [{ line, quantity }],
  );
  if (lines.length === 0) return [];
  const locationId = stockingLocation(store, 'manual').id;
  return [{ locationId, lines, deliveryMethod: methodWithoutService('NONE') }];
}

function methodWithoutService(methodType: DeliveryMethod['methodType']): PlannedDelivery['deliveryMethod'] {
  return {
    methodType,
    serviceCode: null,
    presentedName: null,
    minDeliveryDateTime: null,
    maxDeliveryDateTime: null,
  };
}

/** Where a fulfillment service keeps its goods; the merchant's own are at the primary location. */
function stockingLocation(store: Store, service: string): Location {
  const isOfService = ({ fulfillmentService, isPrimary }: Location) =>
    service === 'manual' ? isPrimary : fulfillmentService?.handle === service;
  const found = store.locations.find(isOfService);
  if (!found) throw new InvalidInput(`The shop has no location of ${service}.`);
  return found;
}

function fulfillmentOrder(store: Store, order: Order, delivery: PlannedDelivery): FulfillmentOrder {
  const isShipped = delivery.deliveryMethod.methodType !== 'NONE';
  const createdAt = store.now();
  const fulfillAt = delivery.fulfillAt ?? null;
  const isScheduled = fulfillAt !== null && fulfillAt > createdAt;
  return {
    id: store.nextId('FulfillmentOrder'),
    createdAt,
    updatedAt: createdAt,
    status: isScheduled ? 'SCHEDULED' : 'OPEN',
    fulfillAt,
    isScheduled,
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
