import { isOfDelivery } from '../deliveries/choice.ts';
import { amountsOf, type LineAmounts } from '../deliveries/line-amounts.ts';
import { neverAskedOf, type Place, setAside } from '../deliveries/never-asked.ts';
import type { ExportedItem } from '../deliveries/types.ts';
import type { Pieces } from './pieces.ts';
import type { FulfillmentOrder, FulfillmentOrderLine, ShopFulfilment, Situation } from './types.ts';

/** What is left of a fulfillment order's line and not yet spoken for. */
export interface OpenLine extends Place {
  fulfillmentOrder: FulfillmentOrder;
  line: FulfillmentOrderLine;
}

export interface Allocation<P extends Pieces = Pieces> {
  openLine: OpenLine;
  quantity: number;
  pieces: P;
}

/**
 * What is left of each line of each fulfillment order, but for what was never asked of OneStock: no parcel brings it, and no hold of ours is for it.
 * {@link allocate} takes from them.
 */
export function openLinesOf(situation: Pick<Situation, 'deliveries' | 'shop' | 'settings'>): {
  openLines: OpenLine[];
  /** How many pieces of each line were never asked for, and how many of them are still to fulfil. */
  neverAsked: LineAmounts;
  aside: LineAmounts;
} {
  const { deliveries, shop, settings } = situation;
  const openLines = shop.fulfillmentOrders.flatMap((fulfillmentOrder) =>
    fulfillmentOrder.lines.map((line) => ({
      ...{ fulfillmentOrder, line, lineItemId: line.lineItemId, left: line.remaining },
    })),
  );
  const neverAsked = neverAskedOf(shop.lines, deliveries);
  const { excludedLocations } = settings;
  const aside = setAside(openLines, { neverAsked, deliveries, excludedLocations });
  return { openLines, neverAsked, aside };
}

/**
 * Those that the parcels of a delivery may be of: of its own choice, or of one that is no delivery's, as somebody changed it in Shopify.
 */
export function openLinesOfDelivery(
  openLines: readonly OpenLine[],
  delivery: Situation['deliveries'][number],
  all: Situation['deliveries'],
): OpenLine[] {
  return openLines.filter(
    ({ fulfillmentOrder: { choice } }) =>
      isOfDelivery(choice, delivery) || !all.some((each) => isOfDelivery(choice, each)),
  );
}

/**
 * Takes pieces from openLines, the first openLines first: from the line that they are of and, where nothing of it is left, from another line of
 * the same item.
 */
export function allocate<P extends Pieces>(
  openLines: readonly OpenLine[],
  wanted: readonly P[],
  items: readonly ExportedItem[],
): { allocated: Allocation<P>[]; missing: P[] } {
  const allocated: Allocation<P>[] = [];
  const take = (pieces: P, suits: (openLine: OpenLine) => boolean): P => {
    let { quantity } = pieces;
    for (const openLine of openLines) {
      const taken = Math.min(quantity, openLine.left);
      if (taken === 0 || !suits(openLine)) continue;
      openLine.left -= taken;
      quantity -= taken;
      allocated.push({ openLine, quantity: taken, pieces });
    }
    return { ...pieces, quantity };
  };
  const rest = wanted.map((pieces) => take(pieces, ({ line }) => line.lineItemId === pieces.lineItemId));
  const missing = rest.map((pieces) => take(pieces, ({ line }) => isOfItem(line.lineItemId, pieces, items)));
  return { allocated, missing: missing.filter(({ quantity }) => quantity > 0) };
}

/** Takes as much of `pieces` away as `amounts` has, which shrink by it: of their own line first, then of others of the same item. */
export function subtract<P extends Pieces>(
  wanted: readonly P[],
  amounts: Map<string, number>,
  items: readonly ExportedItem[],
): P[] {
  const take = (pieces: P, suits: (lineItemId: string) => boolean): P => {
    let { quantity } = pieces;
    for (const [lineItemId, amount] of amounts) {
      const taken = Math.min(quantity, amount);
      if (taken === 0 || !suits(lineItemId)) continue;
      amounts.set(lineItemId, amount - taken);
      quantity -= taken;
    }
    return { ...pieces, quantity };
  };
  return wanted
    .map((pieces) => take(pieces, (lineItemId) => lineItemId === pieces.lineItemId))
    .map((pieces) => take(pieces, (lineItemId) => isOfItem(lineItemId, pieces, items)))
    .filter(({ quantity }) => quantity > 0);
}

/** How many pieces of each line are left to fulfil, wherever. */
export function leftOf({
  fulfillmentOrders,
}: Pick<ShopFulfilment, 'fulfillmentOrders'>): Map<string, number> {
  return amountsOf(
    fulfillmentOrders.flatMap(({ lines }) =>
      lines.map(({ lineItemId, remaining }) => ({ lineItemId, quantity: remaining })),
    ),
  );
}

/** How many pieces of each line somebody else fulfilled. */
export function fulfilledByOthers({ unclaimed }: Pick<ShopFulfilment, 'unclaimed'>): Map<string, number> {
  return amountsOf(unclaimed.filter(({ isCancelled }) => !isCancelled).flatMap(({ lines }) => lines));
}

function isOfItem(lineItemId: string, { itemId }: Pieces, items: readonly ExportedItem[]): boolean {
  return items.some((item) => item.lineItemId === lineItemId && item.itemId === itemId);
}
