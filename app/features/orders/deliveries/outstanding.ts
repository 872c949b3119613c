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
}

export function outstandingOf({
  deliveries,
  fulfilled,
}: {
  deliveries: readonly KnownDelivery[];
  fulfilled: readonly FulfilledPieces[];
}): Outstanding {
  const left = deliveries.map((delivery) => ({
    choice: delivery.choice,
    pieces: leftOfDelivery(delivery, fulfilled),
  }));
  const piecesOf = (those: typeof left) => amountsOf(those.flatMap(({ pieces }) => pieces));
  return {
    all: piecesOf(left),
    of: (choice) =>
      piecesOf(left.filter((each) => each.choice !== null && isSameChoice(each.choice, choice))),
  };
}

/** The same of one delivery. */
export function leftOfDelivery(
  { number, items, removed }: KnownDelivery,
  fulfilled: readonly FulfilledPieces[],
): LinePieces[] {
  const gone = amountsOf([...removed, ...fulfilled.filter(({ delivery }) => delivery === number)]);
  return [...amountsOf(items)].map(([lineItemId, quantity]) => ({
    lineItemId,
    quantity: Math.max(0, quantity - amountIn(gone, lineItemId)),
  }));
}
