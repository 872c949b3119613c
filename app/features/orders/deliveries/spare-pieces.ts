import { isOfDelivery } from './choice.ts';
import { amountIn, amountsOf, subtractAmounts } from './line-amounts.ts';
import type { Outstanding } from './outstanding.ts';
import type { Choice, FulfillmentOrder, LinePieces, PassedOn } from './types.ts';

/** Takes up to `wanted` pieces of an item for a line; how many there were. */
type TakeSpare = (line: { id: string; itemId: string | null }, wanted: number) => number;

/** Pieces that OneStock is still to send and no line of theirs waits for, anywhere. */
export interface SparePieces {
  /** Those of a choice, and those that were sent when deliveries were not told apart. */
  under(choice: Choice): TakeSpare;
  /** What was taken. */
  passedOn: readonly PassedOn[];
}

/**
 * Finds the pieces that another line of the item gets which came in the place of theirs, as an edit or an exchange makes. Pieces whose choice
 * changed in Shopify are no spare ones: their line waits for them under another choice.
 */
export function sparePieces(
  fulfillmentOrders: readonly FulfillmentOrder[],
  { all, of, each }: Outstanding,
  fulfilledByHand: readonly LinePieces[] = [],
): SparePieces {
  const byHand = amountsOf(fulfilledByHand);
  const alive = fulfillmentOrders.filter(({ state }) => state !== 'over');
  const awaited = amountsOf(alive.flatMap(({ lines }) => lines));
  const spare = new Map(
    [...all].map(([id, quantity]) => [id, quantity - amountIn(awaited, id) - amountIn(byHand, id)]),
  );
  const deliveries = each.map(({ delivery, left }) => ({ ...delivery, left: new Map(left) }));
  const unclaimed = new Map<string, Map<string, number>>();
  const unclaimedOf = (own: Choice) => {
    const key = JSON.stringify([own.methodType, own.code, own.locationId]);
    const known = unclaimed.get(key);
    if (known) return known;
    const there = amountsOf(
      alive.filter(({ choice }) => isOfDelivery(choice, { choice: own })).flatMap(({ lines }) => lines),
    );
    const found = subtractAmounts(of(own), there);
    unclaimed.set(key, found);
    return found;
  };
  const passedOn: PassedOn[] = [];
  return {
    passedOn,
    under:
      (choice) =>
      ({ id: to, itemId }, wanted) => {
        let taken = 0;
        for (const { number, choice: own, items, left } of deliveries) {
          if (!isOfDelivery(choice, { choice: own })) continue;
          const free = own === null ? left : unclaimedOf(own);
          for (const [from, quantity] of left) {
            const isOfItem = items.some((item) => item.lineItemId === from && item.itemId === itemId);
            if (from === to || !isOfItem) continue;
            const pieces = Math.min(wanted - taken, amountIn(spare, from), quantity, amountIn(free, from));
            if (pieces <= 0) continue;
            for (const amounts of new Set([left, spare, free]))
              amounts.set(from, amountIn(amounts, from) - pieces);
            passedOn.push({ delivery: number, from, to, quantity: pieces });
            taken += pieces;
          }
        }
        return taken;
      },
  };
}
