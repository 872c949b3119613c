import type { ExportedItem } from '../export/types.ts';
import type { Pieces } from './pieces.ts';
import type { FulfillmentOrder, FulfillmentOrderLine, LinePieces, ShopFulfilment } from './types.ts';

/** What is left of a fulfillment order's line and not yet spoken for. */
export interface Shelf {
  fulfillmentOrder: FulfillmentOrder;
  line: FulfillmentOrderLine;
  left: number;
}

export interface Drawn<P extends Pieces = Pieces> {
  shelf: Shelf;
  quantity: number;
  pieces: P;
}

/** A shelf for each line of each fulfillment order, with all that is left of it; {@link draw} takes from them. */
export function shelvesOf({ fulfillmentOrders }: Pick<ShopFulfilment, 'fulfillmentOrders'>): Shelf[] {
  return fulfillmentOrders.flatMap((fulfillmentOrder) =>
    fulfillmentOrder.lines.map((line) => ({ fulfillmentOrder, line, left: line.remaining })),
  );
}

/**
 * Takes pieces from shelves, the first shelves first: from the line that they are of and, where nothing of it is left, from another line of
 * the same item.
 */
export function draw<P extends Pieces>(
  shelves: readonly Shelf[],
  wanted: readonly P[],
  items: readonly ExportedItem[],
): { drawn: Drawn<P>[]; missing: P[] } {
  const drawn: Drawn<P>[] = [];
  const take = (pieces: P, suits: (shelf: Shelf) => boolean): P => {
    let { quantity } = pieces;
    for (const shelf of shelves) {
      const taken = Math.min(quantity, shelf.left);
      if (taken === 0 || !suits(shelf)) continue;
      shelf.left -= taken;
      quantity -= taken;
      drawn.push({ shelf, quantity: taken, pieces });
    }
    return { ...pieces, quantity };
  };
  const rest = wanted.map((pieces) => take(pieces, ({ line }) => line.lineItemId === pieces.lineItemId));
  const missing = rest.map((pieces) => take(pieces, ({ line }) => isOfItem(line.lineItemId, pieces, items)));
  return { drawn, missing: missing.filter(({ quantity }) => quantity > 0) };
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

/** How many pieces of each line there are. */
export function amountsOf(lines: readonly LinePieces[]): Map<string, number> {
  const amounts = new Map<string, number>();
  for (const { lineItemId, quantity } of lines)
    amounts.set(lineItemId, (amounts.get(lineItemId) ?? 0) + quantity);
  return amounts;
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

function isOfItem(lineItemId: string, { itemId }: Pieces, items: readonly ExportedItem[]): boolean {
  return items.some((item) => item.lineItemId === lineItemId && item.itemId === itemId);
}
