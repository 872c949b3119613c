import { ok } from 'neverthrow';
import type { FulfillmentHold, FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Found } from './find.ts';
import { areThere, otherPieces, type Pieces, takeOff } from './quantities.ts';
import { type Refusable, refuse, wrongQuantity } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { isOver, mostHoldsOfAnApp, settleStatus } from './status.ts';

export interface NewHold extends Omit<FulfillmentHold, 'id'> {
  /** Null holds everything. */
  pieces: Pieces[] | null;
}

export interface Held {
  hold: FulfillmentHold;
  /** What the hold does not reach; null when it reaches everything. */
  remaining: FulfillmentOrder | null;
}

const longestHandle = 64;
const linesField = ['fulfillmentHold', 'fulfillmentOrderLineItems'];

/**
 * Holds a fulfillment order, or some pieces of it: then it keeps those, and the others go to a new, open one
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderHold). Refusals and their words are as recorded by
 * https://github.com/airhorns/shopify-draft-proxy, those of closed fulfillment orders, of pieces that are not there and of long handles
 * inferred.
 */
export function placeHold(
  store: Store,
  { order, fulfillmentOrder }: Found,
  { pieces, ...facts }: NewHold,
  rules: Pick<FulfillmentRules, 'partlyFulfilledStatus'>,
): Refusable<Held> {
  const problem = problemOfPieces(fulfillmentOrder, pieces) ?? problemOfHandle(fulfillmentOrder, facts);
  if (problem) return problem;
  if (pieces && fulfillmentOrder.holds.length > 0) {
    return refuse(
      linesField,
      'The fulfillment order is not in a splittable state.',
      'FULFILLMENT_ORDER_NOT_SPLITTABLE',
    );
  }
  if (isOver(fulfillmentOrder)) return refuse(['id'], 'The fulfillment order cannot be held in its state.');

  const now = store.now();
  const others = pieces ? otherPieces(fulfillmentOrder, pieces) : [];
  const remaining = others.length > 0 ? takeOff(store, order, fulfillmentOrder, others) : null;
  if (remaining) remaining.remainderOf = fulfillmentOrder.id;
  const hold: FulfillmentHold = { id: store.nextId('FulfillmentHold'), ...facts };
  fulfillmentOrder.holds.push(hold);
  settleStatus(fulfillmentOrder, now, rules);
  touchOrder(store, order, now);
  if (fulfillmentOrder.holds.length === 1) {
    store.events.emit('fulfillmentOrderHeld', order, { fulfillmentOrder, hold, remaining });
  }
  return ok({ hold, remaining });
}

function problemOfPieces(
  fulfillmentOrder: FulfillmentOrder,
  pieces: Pieces[] | null,
): Refusable<never> | null {
  if (!pieces) return null;
  if (new Set(pieces.map(({ id }) => id)).size < pieces.length) {
    return refuse(linesField, 'must contain unique line item ids', 'DUPLICATED_FULFILLMENT_ORDER_LINE_ITEMS');
  }
  const wrong = pieces.findIndex(({ quantity }) => quantity <= 0);
  if (wrong >= 0) {
    return refuse(
      [...linesField, String(wrong), 'quantity'],
      'You must select at least one item to place on partial hold.',
      'GREATER_THAN_ZERO',
    );
  }
  const isKnown = fulfillmentOrder.holds.length > 0 || areThere(fulfillmentOrder, pieces);
  return isKnown ? null : refuse(linesField, wrongQuantity, 'INVALID_LINE_ITEM_QUANTITY');
}

function problemOfHandle(
  { holds }: FulfillmentOrder,
  { app, handle }: Pick<FulfillmentHold, 'app' | 'handle'>,
): Refusable<never> | null {
  const field = ['fulfillmentHold', 'handle'];
  const own = holds.filter((hold) => hold.app === app);
  if (handle.length > longestHandle) {
    return refuse(field, `Handle is too long (maximum is ${longestHandle} characters)`);
  }
  if (own.some((hold) => hold.handle === handle)) {
    return refuse(
      field,
      'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.',
      'DUPLICATE_FULFILLMENT_HOLD_HANDLE',
    );
  }
  if (own.length < mostHoldsOfAnApp) return null;
  return refuse(
    ['id'],
    'The maximum number of fulfillment holds for this fulfillment order has been reached for this app. An app can only have up to 10 holds on a single fulfillment order at any one time.',
    'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED',
  );
}
