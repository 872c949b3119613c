import type {
  OneStockGroup,
  OneStockOrder,
  OneStockParcel,
  UnitRange,
} from '#app/gateways/onestock/index.ts';
import type { ExportedItem } from '../deliveries/types.ts';
import type { ConvergedDelivery, Situation } from './types.ts';

/** Units of one item that are alike. */
export interface Pieces {
  itemId: string;
  /** The order's line that they are of, where OneStock counts units; others of the same item do as well. */
  lineItemId: string | null;
  quantity: number;
}

export interface RemovedPieces extends Pieces {
  /** Of their group. */
  state: string;
  reason: string | null;
}

/** Of one delivery. */
type Facts = Pick<ConvergedDelivery, 'oneStockOrder' | 'items'> & Pick<Situation, 'settings'>;

/** The parcels that have left. */
export function shippedParcels({ oneStockOrder, settings }: Omit<Facts, 'items'>): OneStockParcel[] {
  return oneStockOrder.parcels.filter(({ state }) => settings.shippedParcelStates.includes(state));
}

/** The parcels that, by the settings, have not left. */
export function waitingParcels({ oneStockOrder, settings }: Facts): OneStockParcel[] {
  return oneStockOrder.parcels.filter(({ state }) => !settings.shippedParcelStates.includes(state));
}

/** What is in a parcel. A group that was taken out of the order is in none, whatever it still names. */
export function piecesInParcel({ oneStockOrder, items, settings }: Facts, { id }: OneStockParcel): Pieces[] {
  return oneStockOrder.groups
    .filter(({ parcelId, state }) => parcelId === id && !settings.heldGroupStates.includes(state))
    .flatMap((group) => piecesOf(group, items));
}

/**
 * What will not come: groups in one of the held states and, once the order is over, what is in no parcel and was not handed over
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/312410140/Order+structure+in+OneStock).
 */
export function removedPieces({ oneStockOrder, items, settings }: Facts): RemovedPieces[] {
  const isLeft = leftOverGroups({ oneStockOrder, settings });
  return oneStockOrder.groups
    .filter(
      (group) =>
        settings.heldGroupStates.includes(group.state) ||
        (isLeft(group) && !settings.handedOverGroupStates.includes(group.state)),
    )
    .flatMap((group) =>
      piecesOf(group, items).map((pieces) => ({ ...pieces, state: group.state, reason: group.reason })),
    );
}

/** What was handed over in no parcel, once the order is over: until then one may still come. */
export function piecesHandedOver({ oneStockOrder, items, settings }: Facts): Pieces[] {
  const isLeft = leftOverGroups({ oneStockOrder, settings });
  return oneStockOrder.groups
    .filter((group) => isLeft(group) && settings.handedOverGroupStates.includes(group.state))
    .filter(({ state }) => !settings.heldGroupStates.includes(state))
    .flatMap((group) => piecesOf(group, items));
}

/** Tells of a group whether its order is over and it is in no parcel. */
function leftOverGroups({
  oneStockOrder,
  settings,
}: Omit<Facts, 'items'>): (group: OneStockGroup) => boolean {
  const isOver = isClosed(oneStockOrder, settings.closedOrderStates);
  return ({ parcelId }) => isOver && parcelId === null;
}

/** The groups that are still to leave: of an order that is not over, neither taken out nor in a parcel that has left. */
export function groupsToCome({ oneStockOrder, settings }: Omit<Facts, 'items'>): OneStockGroup[] {
  if (isClosed(oneStockOrder, settings.closedOrderStates)) return [];
  const left = new Set(shippedParcels({ oneStockOrder, settings }).map(({ id }) => id));
  return oneStockOrder.groups.filter(
    ({ state, parcelId }) =>
      !settings.heldGroupStates.includes(state) && !(parcelId !== null && left.has(parcelId)),
  );
}

export function isClosed({ state }: OneStockOrder, closedStates: readonly string[]): boolean {
  return closedStates.includes(state);
}

/** Units are counted over the whole order; a group whose units are not those of its item is taken by its item alone. */
export function piecesOf(group: OneStockGroup, items: readonly ExportedItem[]): Pieces[] {
  const { itemId, quantity, ranges } = group;
  const counted = countByLine(ranges, items);
  const isPlausible =
    counted.reduce((sum, each) => sum + each.quantity, 0) === quantity &&
    counted.every((each) => each.itemId === itemId);
  if (quantity === 0) return [];
  return isPlausible ? counted : [{ itemId, lineItemId: null, quantity }];
}

function countByLine(ranges: readonly UnitRange[], items: readonly ExportedItem[]): Pieces[] {
  let first = 0;
  return items.flatMap(({ itemId, lineItemId, quantity: size }) => {
    const start = first;
    first += size;
    const quantity = ranges.reduce((sum, { from, to }) => sum + overlap(from, to, start, first - 1), 0);
    return quantity > 0 ? [{ itemId, lineItemId, quantity }] : [];
  });
}

function overlap(from: number, to: number, start: number, end: number): number {
  return Math.max(0, Math.min(to, end) - Math.max(from, start) + 1);
}
