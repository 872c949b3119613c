import type { OrderSettings } from '#app/features/settings/shape.ts';
import { isOfDelivery } from './choice.ts';
import { amountIn, amountsOf, type LineAmounts } from './line-amounts.ts';
import type { FulfillmentOrder, KnownDelivery, LinePieces } from './types.ts';
import { isLeftOut } from './why-left-out.ts';

/** A line of the order, by pieces. */
export interface CountedLine {
  id: string;
  /** What was ordered, removed and refunded pieces among them. */
  ordered: number;
  /** What is left of it. */
  quantity: number;
}

/**
 * How many pieces of each line were never asked of OneStock: those of another warehouse, of a delivery that is still to be sent, or gone before. A
 * piece that is in neither system any more was asked for once.
 */
export function neverAskedOf(
  lines: readonly CountedLine[],
  deliveries: readonly { items: readonly LinePieces[]; removed: readonly LinePieces[] }[],
): Map<string, number> {
  const asked = amountsOf(deliveries.flatMap(({ items }) => items));
  const removed = amountsOf(deliveries.flatMap((each) => each.removed));
  return new Map(
    lines.map(({ id, ordered, quantity }) => {
      const askedAnew = Math.max(0, amountIn(removed, id) - (ordered - quantity));
      return [id, Math.max(0, ordered - amountIn(asked, id) + askedAnew)];
    }),
  );
}

/**
 * How many of a line's pieces that others fulfilled are of what was never asked for: as many as do not wait elsewhere, for another warehouse sends its
 * own.
 *
 * @param waiting how many that were never asked for are known to be elsewhere
 */
export function fulfilledOfNeverAsked(neverAsked: number, waiting: number, fulfilled: number): number {
  return Math.min(Math.max(0, neverAsked - waiting), fulfilled);
}

/** What is left of a fulfillment order's line, to be taken from. */
export interface Place {
  fulfillmentOrder: Pick<FulfillmentOrder, 'choice' | 'state'> & {
    location: Omit<FulfillmentOrder['location'], 'name'>;
  };
  lineItemId: string;
  left: number;
}

interface AsideFacts {
  neverAsked: LineAmounts;
  deliveries: readonly Pick<KnownDelivery, 'choice'>[];
  excludedLocations: OrderSettings['excludedLocations'];
}

/**
 * Takes from places what was never asked for, as it is not what a delivery's units can be waited for by: first where OneStock sends nothing, then
 * what no delivery is of, then what is scheduled, then what others hold. What is open to a delivery is left to it.
 *
 * @returns how many pieces of each line were taken
 */
export function setAside(places: readonly Place[], facts: AsideFacts): Map<string, number> {
  const wanted = new Map(facts.neverAsked);
  const ranked = Map.groupBy(places, (place) => rankOf(place, facts));
  for (const rank of RANKS)
    for (const place of ranked.get(rank) ?? []) {
      const taken = Math.min(place.left, amountIn(wanted, place.lineItemId));
      place.left -= taken;
      wanted.set(place.lineItemId, amountIn(wanted, place.lineItemId) - taken);
    }
  return new Map([...facts.neverAsked].map(([id, amount]) => [id, amount - amountIn(wanted, id)]));
}

const RANKS = ['left_out', 'of_no_delivery', 'scheduled', 'held'] as const;

function rankOf(
  { fulfillmentOrder }: Place,
  { deliveries, excludedLocations }: Omit<AsideFacts, 'neverAsked'>,
): (typeof RANKS)[number] | null {
  const { choice, state } = fulfillmentOrder;
  if (isLeftOut(fulfillmentOrder, { excludedLocations })) return 'left_out';
  if (!deliveries.some((delivery) => isOfDelivery(choice, delivery))) return 'of_no_delivery';
  return state === 'scheduled' || state === 'held' ? state : null;
}
