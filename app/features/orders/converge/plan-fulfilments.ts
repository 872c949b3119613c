import type { OneStockParcel } from '#app/gateways/onestock/index.ts';
import {
  parcelGrew,
  parcelNotFulfillable,
  parcelOnHold,
  parcelStateUnknown,
  parcelWithoutPieces,
} from './obstacles.ts';
import { isClosed, type Pieces, piecesInParcel, shippedParcels, waitingParcels } from './pieces.ts';
import { amountsOf, type Drawn, draw, type Shelf, subtract } from './shelves.ts';
import type { FulfilledLine, FulfillmentOrder, Obstacle, Situation, Step, Tracking } from './types.ts';

/**
 * One fulfilment for each parcel that has left and each location that it left from, as Shopify takes fulfillment orders of one location a
 * call (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentCreate). A parcel is fulfilled whole or, where something
 * of it cannot be, not at all. What somebody else fulfilled is left as it is.
 *
 * @param shelves what is planned is taken from them
 */
export function planFulfilments(
  situation: Situation,
  shelves: readonly Shelf[],
): { steps: Step[]; obstacles: Obstacle[] } {
  const byOthers = amountsOf(
    situation.shop.unclaimed.filter(({ isCancelled }) => !isCancelled).flatMap(({ lines }) => lines),
  );
  const plans = shippedParcels(situation).map((parcel) => planParcel(situation, parcel, shelves, byOthers));
  return {
    steps: plans.flatMap(({ steps }) => steps),
    obstacles: [...plans.flatMap(({ obstacles }) => obstacles), ...leftBehind(situation)],
  };
}

/** An order that is over has no parcel that is still to leave: it left in a state that the settings do not know. */
function leftBehind(situation: Situation): Obstacle[] {
  const { oneStockOrder, settings } = situation;
  if (!isClosed(oneStockOrder, settings.closedOrderStates)) return [];
  return waitingParcels(situation)
    .filter((parcel) => toFulfil(situation, parcel).length > 0)
    .map(({ id, state }) => parcelStateUnknown(id, state, oneStockOrder.state));
}

/** What is in a parcel and was not fulfilled, or tried to be. */
function toFulfil(situation: Situation, parcel: OneStockParcel): Pieces[] {
  const own = situation.intents.filter(({ parcelId }) => parcelId === parcel.id);
  const claimed = amountsOf(own.flatMap(({ lines }) => lines));
  return subtract(piecesInParcel(situation, parcel), claimed, situation.items);
}

function planParcel(
  situation: Situation,
  parcel: OneStockParcel,
  shelves: readonly Shelf[],
  byOthers: Map<string, number>,
): { steps: Step[]; obstacles: Obstacle[] } {
  const { items, intents } = situation;
  const wanted = toFulfil(situation, parcel);
  if (wanted.length === 0) return { steps: [], obstacles: [] };

  const mapped = parcel.endpointId === null ? undefined : situation.locations.get(parcel.endpointId);
  const free = shelves.filter(({ fulfillmentOrder }) => fulfillmentOrder.canFulfil);
  const { drawn, missing } = draw(nearestFirst(free, mapped), wanted, items);
  // Pieces under our own hold are released first, and fulfilled when the order is read again.
  const ours = shelves.filter(({ fulfillmentOrder }) => isHeldByUsAlone(fulfillmentOrder));
  const held = draw(ours, missing, items);
  const lacking = subtract(held.missing, byOthers, items);
  if (lacking.length > 0) return { steps: [], obstacles: [obstacleOf(parcel, lacking, shelves, items)] };
  if (held.drawn.length > 0) return { steps: [], obstacles: [] };

  const moves = situation.settings.whereFulfilled === 'mapped' && mapped ? planMoves(drawn, mapped) : [];
  if (moves.length > 0) return { steps: moves, obstacles: [] };
  const steps: Step[] = [];
  const obstacles: Obstacle[] = [];
  for (const [locationId, there] of Map.groupBy(drawn, ({ shelf }) => locationOf(shelf))) {
    if (intents.some((each) => each.parcelId === parcel.id && each.locationId === locationId))
      obstacles.push(parcelGrew(parcel.id, piecesOf(there)));
    else {
      const lines = mergeLines(there, situation);
      steps.push({ kind: 'fulfil', parcelId: parcel.id, locationId, lines, tracking: trackingOf(parcel) });
    }
  }
  return { steps, obstacles };
}

export function isHeldByUsAlone({ holds }: FulfillmentOrder): boolean {
  return holds.length > 0 && holds.every(({ isOurs }) => isOurs);
}

function nearestFirst(shelves: readonly Shelf[], locationId: string | undefined): Shelf[] {
  const isNear = (shelf: Shelf) => locationOf(shelf) === locationId;
  return [...shelves.filter(isNear), ...shelves.filter((shelf) => !isNear(shelf))];
}

function planMoves(drawn: readonly Drawn[], locationId: string): Step[] {
  const astray = drawn.filter(
    ({ shelf }) => locationOf(shelf) !== locationId && shelf.fulfillmentOrder.canMove,
  );
  return [...Map.groupBy(astray, ({ shelf }) => shelf.fulfillmentOrder.id)].map(
    ([fulfillmentOrderId, there]) => ({
      kind: 'move',
      fulfillmentOrderId,
      locationId,
      lines: [...Map.groupBy(there, ({ shelf }) => shelf.line.id)].map(([id, same]) => ({
        id,
        quantity: quantityOf(same),
      })),
    }),
  );
}

function mergeLines(drawn: readonly Drawn[], { shop }: Situation): FulfilledLine[] {
  const left = amountsOf(
    shop.fulfillmentOrders.flatMap(({ lines }) =>
      lines.map(({ lineItemId, remaining }) => ({ lineItemId, quantity: remaining })),
    ),
  );
  return [...Map.groupBy(drawn, ({ shelf }) => shelf)].map(([{ fulfillmentOrder, line }, same]) => ({
    fulfillmentOrderId: fulfillmentOrder.id,
    id: line.id,
    lineItemId: line.lineItemId,
    quantity: quantityOf(same),
    remainingBefore: left.get(line.lineItemId) ?? 0,
  }));
}

function obstacleOf(
  parcel: OneStockParcel,
  lacking: readonly Pieces[],
  shelves: readonly Shelf[],
  items: Situation['items'],
): Obstacle {
  const isOfLacking = ({ line, left }: Shelf) =>
    left > 0 &&
    items.some(
      (item) =>
        item.lineItemId === line.lineItemId && lacking.some((pieces) => pieces.itemId === item.itemId),
    );
  const there = shelves.filter(isOfLacking);
  if (there.some(({ fulfillmentOrder }) => fulfillmentOrder.holds.length > 0))
    return parcelOnHold(parcel.id, lacking);
  return there.length > 0
    ? parcelNotFulfillable(parcel.id, lacking)
    : parcelWithoutPieces(parcel.id, lacking);
}

function trackingOf({ trackingCode, trackingLink, carrier }: OneStockParcel): Tracking {
  return { number: trackingCode, url: trackingLink, company: carrier };
}

function piecesOf(drawn: readonly Drawn[]): Pieces[] {
  return drawn.map(({ pieces, quantity }) => ({ ...pieces, quantity }));
}

/** Empty where Shopify does not tell the app. */
function locationOf({ fulfillmentOrder }: Shelf): string {
  return fulfillmentOrder.locationId ?? '';
}

function quantityOf(drawn: readonly Drawn[]): number {
  return drawn.reduce((sum, { quantity }) => sum + quantity, 0);
}
