import { ok } from 'neverthrow';
import type { Fulfillment, FulfillmentLine, FulfillmentOrder, Tracking } from '../fulfillment-types.ts';
import { numericId } from '../ids.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import { type Found, findFulfillmentOrder } from './find.ts';
import { allPieces, areThere, type Pieces } from './quantities.ts';
import { type Refusable, refuse, wrongQuantity } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { settleStatus } from './status.ts';

export interface NewFulfillment {
  /** `pieces` is null for everything that remains. */
  groups: { fulfillmentOrderId: string; pieces: Pieces[] | null }[];
  tracking: Tracking[];
  notifiesCustomer: boolean;
}

/**
 * Fulfils pieces of fulfillment orders, of one order and one location
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentCreate) and, by a rule, of one delivery method type; all or
 * nothing. Two equal calls make two fulfillments when enough remains: nothing tells a repetition. Words of the refusals: of status and
 * quantity as recorded by https://github.com/airhorns/shopify-draft-proxy, of locations as quoted in
 * https://github.com/microsoft/BCApps/pull/7065, of delivery method types as quoted of REST in
 * https://github.com/ChannelApe/shopify-sdk/issues/102; those of unknown fulfillment orders and of several orders are inferred.
 */
export function createFulfillment(
  store: Store,
  { groups, tracking, notifiesCustomer }: NewFulfillment,
  rules: Pick<FulfillmentRules, 'mixedMethodTypes' | 'partlyFulfilledStatus'>,
): Refusable<{ order: Order; fulfillment: Fulfillment }> {
  const found = groups.map(({ fulfillmentOrderId }) => findFulfillmentOrder(store, fulfillmentOrderId));
  const known = found.filter((each): each is Found => each !== null);
  const first = known[0];
  if (!first || known.length < groups.length) return refused('Fulfillment order does not exist.');
  const { order } = first;
  const { locationId } = first.fulfillmentOrder;
  if (known.some((each) => each.order !== order)) {
    return refused('All fulfillment orders must belong to the same order.');
  }
  if (known.some(({ fulfillmentOrder }) => fulfillmentOrder.locationId !== locationId)) {
    return refused('All fulfillment orders must be assigned to a single location');
  }
  const methodTypes = methodTypesOf(known);
  if (methodTypes.length > 1 && rules.mixedMethodTypes === 'refused') {
    return refused(
      `All fulfillment orders must have the same delivery method type. Multiple delivery method types ${JSON.stringify(methodTypes)} were found.`,
    );
  }
  for (const { fulfillmentOrder } of known) {
    const problem = problemOf(fulfillmentOrder, requested(fulfillmentOrder, groups));
    if (problem) return refused(problem);
  }

  const now = store.now();
  const lines: FulfillmentLine[] = [];
  for (const fulfillmentOrder of new Set(known.map((each) => each.fulfillmentOrder))) {
    lines.push(...fulfil(store, fulfillmentOrder, requested(fulfillmentOrder, groups)));
    settleStatus(fulfillmentOrder, now, rules);
  }
  const fulfillment: Fulfillment = {
    id: store.nextId('Fulfillment'),
    name: `${order.name}-F${order.fulfillments.length + 1}`,
    status: 'SUCCESS',
    createdAt: now,
    updatedAt: now,
    locationId,
    tracking,
    customerNotifications: notifiesCustomer ? 1 : 0,
    lines,
  };
  order.fulfillments.push(fulfillment);
  touchOrder(store, order, now);
  store.events.emit('fulfillmentCreated', order, fulfillment);
  return ok({ order, fulfillment });
}

/** Of a fulfillment order without a delivery method, no type is told: it counts as `none`, which is inferred. */
function methodTypesOf(found: readonly Found[]): string[] {
  const types = found.map(({ fulfillmentOrder }) => fulfillmentOrder.deliveryMethod?.methodType ?? 'NONE');
  return [...new Set(types)].map((type) => type.toLowerCase());
}

function refused(message: string): Refusable<never> {
  return refuse(['fulfillment'], message);
}

function requested(fulfillmentOrder: FulfillmentOrder, groups: NewFulfillment['groups']): Pieces[] {
  return groups
    .filter(({ fulfillmentOrderId }) => fulfillmentOrderId === fulfillmentOrder.id)
    .flatMap(({ pieces }) => pieces ?? allPieces(fulfillmentOrder));
}

function problemOf(fulfillmentOrder: FulfillmentOrder, pieces: Pieces[]): string | null {
  const { id, status } = fulfillmentOrder;
  if (status !== 'OPEN' && status !== 'IN_PROGRESS') {
    return `Fulfillment order ${numericId(id)} has an unfulfillable status= ${status.toLowerCase()}.`;
  }
  return areThere(fulfillmentOrder, pieces) ? null : wrongQuantity;
}

function fulfil(store: Store, fulfillmentOrder: FulfillmentOrder, pieces: Pieces[]): FulfillmentLine[] {
  return fulfillmentOrder.lines.flatMap((line) => {
    const quantity = pieces
      .filter(({ id }) => id === line.id)
      .reduce((total, piece) => total + piece.quantity, 0);
    if (quantity === 0) return [];
    line.remainingQuantity -= quantity;
    return [
      {
        id: store.nextId('FulfillmentLineItem'),
        fulfillmentOrderId: fulfillmentOrder.id,
        fulfillmentOrderLineId: line.id,
        orderLineId: line.orderLineId,
        quantity,
      },
    ];
  });
}
