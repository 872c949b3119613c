import type { OneStockParcel } from '#app/gateways/onestock/index.ts';
import { amountsOf } from '../deliveries/line-amounts.ts';
import type { LinePieces } from '../deliveries/types.ts';
import type { OrderCause } from '../shape.ts';
import {
  byLocationAndType,
  isOfType,
  locationOf,
  nearestFirst,
  undoubtedFirst,
} from './location-and-type.ts';
import {
  type Allocation,
  allocate,
  fulfilledByOthers,
  leftOf,
  type OpenLine,
  openLinesOfDelivery,
  subtract,
} from './open-lines.ts';
import { isClosed, type Pieces, piecesInParcel, shippedParcels, waitingParcels } from './pieces.ts';
import { trackingOf } from './tracking.ts';
import type {
  ConvergedDelivery,
  FulfilledLine,
  FulfillmentOrder,
  Shortfall,
  Situation,
  Step,
} from './types.ts';
import {
  parcelGrew,
  parcelNotFulfillable,
  parcelOnHold,
  parcelStateUnknown,
  parcelWithoutPieces,
} from './what-blocks.ts';

interface PlannedParcels {
  steps: Step[];
  blocked: OrderCause[];
  shortfalls: Shortfall[];
}

/**
 * One fulfilment for each parcel that has left, each location that it left from and each delivery method type: a call takes fulfillment orders
 * of one location (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/fulfillmentCreate) and of one type
 * (https://github.com/lightward/mechanic-tasks/issues/158, https://github.com/ChannelApe/shopify-sdk/issues/102). A parcel is fulfilled with all of it that Shopify's
 * order still has or, where something of that cannot be, not at all. What somebody else fulfilled is left as it is.
 *
 * @param openLines what is planned is taken from them
 * @param gone pieces of each line that are no longer in Shopify's order; what parcels lack of them is taken from it
 */
export function planFulfilments(
  situation: Situation,
  openLines: readonly OpenLine[],
  gone: Map<string, number>,
): PlannedParcels {
  const byOthers = fulfilledByOthers(situation.shop);
  const plans = situation.deliveries.flatMap((delivery) => {
    const facts = { ...situation, ...delivery, delivery };
    const own = openLinesOfDelivery(openLines, delivery, situation.deliveries);
    return shippedParcels(facts).map((parcel) =>
      planParcel(facts, parcel, { openLines: own, byOthers, gone }),
    );
  });
  return {
    steps: plans.flatMap(({ steps }) => steps),
    blocked: [...plans.flatMap(({ blocked }) => blocked), ...leftBehind(situation)],
    shortfalls: plans.flatMap(({ shortfalls }) => shortfalls),
  };
}

/** An order that is over has no parcel that is still to leave: it left in a state that the settings do not know. */
function leftBehind({ deliveries, ...situation }: Situation): OrderCause[] {
  const { settings } = situation;
  return deliveries
    .filter(({ oneStockOrder }) => isClosed(oneStockOrder, settings.closedOrderStates))
    .flatMap((delivery) => {
      const facts = { ...situation, ...delivery };
      return waitingParcels(facts)
        .filter((parcel) => toFulfil(facts, parcel).length > 0)
        .map(({ id, state }) => parcelStateUnknown(id, state, delivery.oneStockOrder.state));
    });
}

/** Of one delivery. */
type Facts = Pick<ConvergedDelivery, 'oneStockOrder' | 'items'> &
  Pick<Situation, 'settings' | 'shop' | 'intents'>;

/** What has left and is still to be fulfilled in Shopify, whatever stands in the way. */
export function piecesToFulfil({
  deliveries,
  ...situation
}: Pick<Situation, 'deliveries' | 'settings' | 'shop' | 'intents'>): Pieces[] {
  const byOthers = fulfilledByOthers(situation.shop);
  return deliveries.flatMap((delivery) => {
    const facts = { ...situation, ...delivery };
    return shippedParcels(facts).flatMap((parcel) =>
      subtract(toFulfil(facts, parcel), byOthers, facts.items),
    );
  });
}

/** What is in a parcel and was not fulfilled, or tried to be, and was there to be. */
function toFulfil(facts: Facts, parcel: OneStockParcel): Pieces[] {
  const own = facts.intents.filter(({ parcelId }) => parcelId === parcel.id);
  const claimed = amountsOf(own.flatMap(({ lines, missing }) => [...lines, ...missing]));
  return subtract(piecesInParcel(facts, parcel), claimed, facts.items);
}

/** What pieces are taken from. */
interface Stock {
  openLines: readonly OpenLine[];
  byOthers: Map<string, number>;
  gone: Map<string, number>;
}

function planParcel(
  situation: Facts & Pick<Situation, 'locations'> & { delivery: ConvergedDelivery },
  parcel: OneStockParcel,
  { openLines, byOthers, gone }: Stock,
): PlannedParcels {
  const { items, intents, delivery } = situation;
  const own = intents.filter(({ parcelId }) => parcelId === parcel.id);
  const mapped = parcel.endpointId === null ? undefined : situation.locations.get(parcel.endpointId);
  const free = openLines.filter(({ fulfillmentOrder }) => fulfillmentOrder.canFulfil);
  const undoubted = undoubtedFirst(nearestFirst(free, mapped), own);
  const { allocated, missing } = allocate(undoubted, toFulfil(situation, parcel), items);
  // Pieces under our own hold are released first, and fulfilled when the order is read again.
  const ours = openLines.filter(({ fulfillmentOrder }) => isHeldByUsAlone(fulfillmentOrder));
  const held = allocate(ours, missing, items);
  const elsewhere = allocate(openLines, subtract(held.missing, byOthers, items), items);
  const absent = takeFrom(gone, elsewhere.missing, items);
  const lacking = [...own.flatMap((intent) => intent.missing), ...absent.taken];
  const shortfalls = lacking.length > 0 ? [{ parcelId: parcel.id, missing: lacking }] : [];
  const plan = (steps: Step[], blocked: OrderCause[] = []) => ({ steps, blocked, shortfalls });
  if (elsewhere.allocated.length > 0) return plan([], [notFulfillable(parcel, elsewhere.allocated)]);
  if (absent.missing.length > 0) return plan([], [parcelWithoutPieces(parcel.id, absent.missing)]);
  if (held.allocated.length > 0) return plan([]);

  const moves = situation.settings.whereFulfilled === 'mapped' && mapped ? planMoves(allocated, mapped) : [];
  if (moves.length > 0) return plan(moves);
  const steps: Step[] = [];
  const blocked: OrderCause[] = [];
  for (const { locationId, methodType, allocated: there } of byLocationAndType(allocated)) {
    if (own.some((each) => each.locationId === locationId && isOfType(each, methodType)))
      blocked.push(parcelGrew(parcel.id, piecesOf(there)));
    else
      steps.push({
        kind: 'fulfil',
        delivery: delivery.number,
        parcelId: parcel.id,
        locationId,
        methodType,
        lines: mergeLines(there, situation),
        missing: absent.taken,
        tracking: trackingOf(parcel, situation.settings),
      });
  }
  return plan(steps, blocked);
}

/** Takes pieces that are nowhere to be fulfilled from those that are known to be gone; each line's are told. */
function takeFrom(
  gone: Map<string, number>,
  wanted: readonly Pieces[],
  items: ConvergedDelivery['items'],
): { taken: LinePieces[]; missing: Pieces[] } {
  const before = new Map(gone);
  const missing = subtract(wanted, gone, items);
  const taken = [...before]
    .map(([lineItemId, amount]) => ({ lineItemId, quantity: amount - (gone.get(lineItemId) ?? 0) }))
    .filter(({ quantity }) => quantity > 0);
  return { taken, missing };
}

export function isHeldByUsAlone({ holds }: FulfillmentOrder): boolean {
  return holds.length > 0 && holds.every(({ isOurs }) => isOurs);
}

function planMoves(allocated: readonly Allocation[], locationId: string): Step[] {
  const astray = allocated.filter(
    ({ openLine }) => locationOf(openLine) !== locationId && openLine.fulfillmentOrder.canMove,
  );
  return [...Map.groupBy(astray, ({ openLine }) => openLine.fulfillmentOrder.id)].map(
    ([fulfillmentOrderId, there]) => ({
      kind: 'move',
      fulfillmentOrderId,
      locationId,
      lines: [...Map.groupBy(there, ({ openLine }) => openLine.line.id)].map(([id, same]) => ({
        id,
        quantity: quantityOf(same),
      })),
    }),
  );
}

function mergeLines(allocated: readonly Allocation[], { shop }: Pick<Situation, 'shop'>): FulfilledLine[] {
  const left = leftOf(shop);
  return [...Map.groupBy(allocated, ({ openLine }) => openLine)].map(
    ([{ fulfillmentOrder, line }, same]) => ({
      fulfillmentOrderId: fulfillmentOrder.id,
      id: line.id,
      lineItemId: line.lineItemId,
      quantity: quantityOf(same),
      remainingBefore: left.get(line.lineItemId) ?? 0,
    }),
  );
}

function notFulfillable(parcel: OneStockParcel, allocated: readonly Allocation[]): OrderCause {
  const isHeld = allocated.some(({ openLine }) => openLine.fulfillmentOrder.holds.length > 0);
  return (isHeld ? parcelOnHold : parcelNotFulfillable)(parcel.id, piecesOf(allocated));
}

function piecesOf(allocated: readonly Allocation[]): Pieces[] {
  return allocated.map(({ pieces, quantity }) => ({ ...pieces, quantity }));
}

function quantityOf(allocated: readonly Allocation[]): number {
  return allocated.reduce((sum, { quantity }) => sum + quantity, 0);
}
