import { isSameChoice } from './choice.ts';
import { amountIn, amountsOf, type LineAmounts } from './line-amounts.ts';
import type { Choice, FulfilledPieces, KnownDelivery, LinePieces } from './types.ts';

/**
 * What was asked of OneStock and has neither been removed nor become a fulfilment that stands: the units that it is still to send, or has
 * sent and Shopify does not know yet.
 */
export interface Outstanding {
  /** Of each line. */
  all: LineAmounts;
  /** Of each line, under a choice. What was sent when deliveries were not told apart counts under none. */
  of(choice: Choice): LineAmounts;
  /** Of each delivery, by line. */
  each: readonly { delivery: KnownDelivery; left: LineAmounts }[];
}

export function outstandingOf({
  deliveries,
  fulfilled,
}: {
  deliveries: readonly KnownDelivery[];
  fulfilled: readonly FulfilledPieces[];
}): Outstanding {
  const each = deliveries.map((delivery) => ({
    delivery,
    left: amountsOf(leftOfDelivery(delivery, fulfilled)),
  }));
  const piecesOf = (those: typeof each) =>
    amountsOf(
      those.flatMap(({ left }) => [...left].map(([lineItemId, quantity]) => ({ lineItemId, quantity }))),
    );
  return {
    all: piecesOf(each),
    of: (choice) =>
      piecesOf(
        each.filter(({ delivery }) => delivery.choice !== null && isSameChoice(delivery.choice, choice)),
      ),
    each,
  };
}

/** The same of one delivery. A piece that left may have been fulfilled for another line of its item: more of that line than it has is of the others. */
export function leftOfDelivery(
  { number, items, removed }: KnownDelivery,
  fulfilled: readonly FulfilledPieces[],
): LinePieces[] {
  const gone = amountsOf([...removed, ...fulfilled.filter(({ delivery }) => delivery === number)]);
  const own = items.map((item) => ({ ...item, quantity: item.quantity - takeFrom(gone, item) }));
  return own.map((item) => {
    const alike = items.filter(({ itemId }) => itemId === item.itemId);
    const more = alike.reduce(
      (sum, other) => sum + takeFrom(gone, { ...other, quantity: item.quantity - sum }),
      0,
    );
    return { ...item, quantity: item.quantity - more };
  });
}

/** Takes at most so many pieces of a line away; how many there were. */
function takeFrom(amounts: Map<string, number>, { lineItemId, quantity }: LinePieces): number {
  const taken = Math.min(quantity, amountIn(amounts, lineItemId));
  amounts.set(lineItemId, amountIn(amounts, lineItemId) - taken);
  return taken;
}
