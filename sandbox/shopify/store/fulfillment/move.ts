import { ok } from 'neverthrow';
import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Found } from './find.ts';
import { allPieces, areThere, otherPieces, type Pieces, takeOff } from './quantities.ts';
import { type Refusable, refuse, wrongQuantity } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';
import { isBegun, isOver, settleStatus } from './status.ts';

export interface Moved {
  moved: FulfillmentOrder;
  original: FulfillmentOrder;
  /** What stays; null when nothing does. */
  remaining: FulfillmentOrder | null;
}

/**
 * Gives pieces to another location: everything by changing where the fulfillment order is; a part, or what remains of one that is begun, by a new
 * one. Where the other location has an active one of the same order already, everything goes to a new one, and the old one closes
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderMove). Holds go along with the pieces, which is inferred. Words of
 * the refusals as recorded by https://github.com/airhorns/shopify-draft-proxy. Every location stocks everything.
 * @param pieces null for everything that remains
 */
export function moveFulfillmentOrder(
  store: Store,
  { order, fulfillmentOrder }: Found,
  { locationId, pieces }: { locationId: string; pieces: Pieces[] | null },
  rules: FulfillmentRules,
): Refusable<Moved> {
  if (isOver(fulfillmentOrder)) return refuse(null, 'Cannot change location.');
  if (!store.locations.some(({ id, isActive }) => id === locationId && isActive)) {
    return refuse(['id'], 'Location not found.');
  }
  if (pieces && !areThere(fulfillmentOrder, pieces)) return refuse(null, wrongQuantity);

  const now = store.now();
  const isWhole = pieces === null || otherPieces(fulfillmentOrder, pieces).length === 0;
  const isThereAlready = order.fulfillmentOrders.some(
    (other) => other !== fulfillmentOrder && other.locationId === locationId && !isOver(other),
  );
  const sourceLocationId = fulfillmentOrder.locationId;
  const requested = pieces ?? [];
  const done = (move: Moved): Refusable<Moved> => {
    touchOrder(store, order, now);
    store.events.emit('fulfillmentOrderMoved', order, { ...move, sourceLocationId, pieces: requested });
    return ok(move);
  };
  if (isWhole && !isThereAlready && !isBegun(fulfillmentOrder)) {
    fulfillmentOrder.locationId = locationId;
    fulfillmentOrder.updatedAt = now;
    return done({ moved: fulfillmentOrder, original: fulfillmentOrder, remaining: null });
  }
  const moved = takeOff(store, order, fulfillmentOrder, pieces ?? allPieces(fulfillmentOrder));
  moved.locationId = locationId;
  moved.holds = fulfillmentOrder.holds.map((hold) => ({ ...hold, id: store.nextId('FulfillmentHold') }));
  settleStatus(moved, now, rules);
  settleStatus(fulfillmentOrder, now, rules);
  return done({ moved, original: fulfillmentOrder, remaining: isWhole ? null : fulfillmentOrder });
}
