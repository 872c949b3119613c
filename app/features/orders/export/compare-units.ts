import { type ItemIdSource, itemIdOf } from '#app/features/shops/index.ts';
import { isOfDelivery } from '../deliveries/choice.ts';
import type { LineAmounts } from '../deliveries/line-amounts.ts';
import { setAside } from '../deliveries/never-asked.ts';
import type { FulfillmentOrder, KnownDelivery } from '../deliveries/types.ts';
import { isLeftOut } from '../deliveries/why-left-out.ts';
import type { ShopOrder } from './types.ts';

/** Units that one delivery is still to bring. */
export interface Due {
  /** The delivery's number. */
  delivery: number;
  itemId: string;
  /** Null where OneStock does not tell its units apart. */
  lineItemId: string | null;
  quantity: number;
}

/**
 * How units that are due stand in Shopify where they are not simply to be sent: `held` by somebody else, `elsewhere` as they are no longer
 * OneStock's, `changed` as they are to come in another way.
 */
export interface Astray {
  how: 'held' | 'elsewhere' | 'changed';
  fulfillmentOrder: FulfillmentOrder;
  itemId: string;
  quantity: number;
}

export interface ComparedUnits<D extends Due> {
  astray: Astray[];
  /** What Shopify waits for nowhere; of the units of an item the last of `due`. */
  surplus: D[];
  /** How many units of each line Shopify waits for that were never asked of OneStock. */
  aside: LineAmounts;
}

export interface ComparedFacts {
  /** How many units of each line were never asked of OneStock and may be waited for still. */
  neverAsked: LineAmounts;
  order: Pick<ShopOrder, 'lines' | 'fulfillmentOrders'>;
  deliveries: readonly KnownDelivery[];
  itemIdSource: ItemIdSource;
  excludedLocations: string[];
}

/** What is left of a fulfillment order's line. */
interface Place {
  fulfillmentOrder: FulfillmentOrder;
  lineItemId: string;
  itemId: string;
  left: number;
}

/** The first that suits takes the units: what can be sent as it was asked for, before what is flagged. */
const STANDINGS = ['open', 'held', 'elsewhere', 'changed', 'scheduled'] as const;
type Standing = (typeof STANDINGS)[number];

/**
 * Where in Shopify each unit that is due is waited for. It is told by the order's lines, items and choices, never by the id of a fulfillment order:
 * moves, splits and merges make no other units.
 *
 * @param underWay what has left OneStock and is not fulfilled in Shopify yet: it is waited for as well
 */
export function compareUnits<D extends Due>(
  due: readonly D[],
  underWay: readonly Pick<Due, 'itemId' | 'lineItemId' | 'quantity'>[],
  facts: ComparedFacts,
): ComparedUnits<D> {
  const waiting = placesOf(facts);
  const aside = setAside(waiting, facts);
  const places = waiting.filter(({ fulfillmentOrder }) => fulfillmentOrder.choice.methodType !== 'RETAIL');
  const standings = STANDINGS.map((standing) => ({
    standing,
    places: places.filter((place) => standing === 'changed' || standingOf(place, facts) === standing),
  }));
  for (const pieces of underWay) takeFrom(places, pieces, () => true);
  const left = new Map(due.map((each) => [each, each.quantity]));
  const astray: Astray[] = [];
  const take = (each: D, { standing, places: own }: (typeof standings)[number], isOwnLine: boolean) => {
    const delivery = facts.deliveries.find(({ number }) => number === each.delivery);
    const quantity = left.get(each) ?? 0;
    const taken = takeFrom(own, { ...each, quantity }, (place) => {
      const isOf = !isOwnLine || place.lineItemId === each.lineItemId;
      return isOf && !!delivery && isDueAt(standing, place, delivery);
    });
    left.set(each, quantity - taken.reduce((sum, { count }) => sum + count, 0));
    if (standing === 'open' || standing === 'scheduled') return;
    for (const { place, count } of taken)
      astray.push({
        ...{ how: standing, itemId: each.itemId, quantity: count },
        fulfillmentOrder: place.fulfillmentOrder,
      });
  };
  // Their own lines first, and all of them: another line of the item gets what is left.
  for (const each of standings)
    for (const isOwnLine of [true, false]) for (const units of due) take(units, each, isOwnLine);
  const surplus = due.flatMap((each) => {
    const quantity = left.get(each) ?? 0;
    return quantity > 0 ? [{ ...each, quantity }] : [];
  });
  return { astray, surplus, aside };
}

/** Those of a delivery's own fulfillment orders come first. */
function placesOf({ order, deliveries, itemIdSource }: ComparedFacts): Place[] {
  const known = new Map(
    deliveries.flatMap(({ items }) => items.map((item) => [item.lineItemId, item.itemId])),
  );
  const itemOf = (lineItemId: string) => {
    const line = order.lines.find(({ id }) => id === lineItemId);
    return known.get(lineItemId) ?? (line ? itemIdOf(line, itemIdSource) : null);
  };
  const sentOf = new Set(deliveries.flatMap(({ fulfillmentOrderIds }) => fulfillmentOrderIds));
  return order.fulfillmentOrders
    .filter(({ state }) => state !== 'over')
    .toSorted((one, other) => Number(sentOf.has(other.id)) - Number(sentOf.has(one.id)))
    .flatMap((fulfillmentOrder) =>
      fulfillmentOrder.lines.flatMap(({ lineItemId, quantity }) => {
        const itemId = itemOf(lineItemId);
        return itemId === null ? [] : [{ fulfillmentOrder, lineItemId, itemId, left: quantity }];
      }),
    );
}

function standingOf({ fulfillmentOrder }: Place, { excludedLocations }: ComparedFacts): Standing {
  if (isLeftOut(fulfillmentOrder, { excludedLocations })) return 'elsewhere';
  return fulfillmentOrder.state === 'over' ? 'elsewhere' : fulfillmentOrder.state;
}

/** Units of a line that came in the place of another of its item are due as well, by the same choice. */
function isDueAt(
  standing: Standing,
  { fulfillmentOrder, lineItemId }: Place,
  delivery: KnownDelivery,
): boolean {
  const isOther = !isOfDelivery(fulfillmentOrder.choice, delivery);
  if (standing === 'open') return !isOther;
  const isOwnLine = delivery.items.some((item) => item.lineItemId === lineItemId);
  if (standing === 'changed') return isOther && isOwnLine && fulfillmentOrder.state === 'open';
  return !isOther || isOwnLine;
}

/** Takes units of an item from places that suit: from their own line first. */
function takeFrom(
  places: readonly Place[],
  { itemId, lineItemId, quantity }: Pick<Due, 'itemId' | 'lineItemId' | 'quantity'>,
  suits: (place: Place) => boolean,
): { place: Place; count: number }[] {
  let left = quantity;
  const suited = places.filter((place) => place.itemId === itemId && suits(place));
  const own = suited.filter((place) => place.lineItemId === lineItemId);
  return [...own, ...suited.filter((place) => !own.includes(place))].flatMap((place) => {
    const count = Math.min(left, place.left);
    if (count <= 0) return [];
    left -= count;
    place.left -= count;
    return [{ place, count }];
  });
}

/** Nothing is due that Shopify does not wait for just so. */
export function isClear({ astray, surplus }: Pick<ComparedUnits<Due>, 'astray' | 'surplus'>): boolean {
  return astray.length === 0 && surplus.length === 0;
}

/** How many units of an item there are. */
export function countOf(pieces: readonly Pick<Due, 'itemId' | 'quantity'>[], itemId: string): number {
  return pieces.filter((each) => each.itemId === itemId).reduce((sum, { quantity }) => sum + quantity, 0);
}
