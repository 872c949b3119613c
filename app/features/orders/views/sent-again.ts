import { amountIn, amountsOf } from '../deliveries/line-amounts.ts';
import type { KnownDelivery, LinePieces } from '../deliveries/types.ts';
import type { NoteRow } from './timeline.ts';

type SentDelivery = Pick<KnownDelivery, 'number' | 'oneStockOrderId' | 'exportedAt' | 'items' | 'removed'>;

/**
 * The deliveries of what OneStock removed from earlier ones and somebody had sent again: all that they are of counts as not asked for there.
 *
 * @returns their numbers
 */
export function deliveriesSentAgain(
  deliveries: readonly SentDelivery[],
  notes: readonly NoteRow[],
): ReadonlySet<number> {
  const asked = notes.filter(({ kind }) => kind === 'sent_again');
  const again = deliveries.filter(({ number, exportedAt, items }) => {
    const removed = amountsOf(
      deliveries.filter((other) => other.number < number).flatMap((other) => other.removed),
    );
    return (
      asked.some(({ at }) => exportedAt === null || at <= exportedAt) &&
      [...amountsOf(items)].every(([lineItemId, quantity]) => amountIn(removed, lineItemId) >= quantity)
    );
  });
  return new Set(again.map(({ number }) => number));
}

/**
 * Where the pieces of a hold are by now, which somebody had sent again since: all that OneStock had removed by then was.
 *
 * @returns the ids in OneStock of the deliveries that they are in, none while they are being sent; undefined where nobody sent them again
 */
export function sentAgainAs(
  hold: { at: Date; lines: readonly LinePieces[] },
  deliveries: readonly SentDelivery[],
  notes: readonly NoteRow[],
): string[] | undefined {
  const asked = notes.filter(({ kind, at }) => kind === 'sent_again' && at > hold.at);
  if (asked.length === 0) return undefined;
  const numbers = deliveriesSentAgain(deliveries, asked);
  const lines = new Set(hold.lines.map(({ lineItemId }) => lineItemId));
  return deliveries
    .filter(
      ({ number, exportedAt, items }) =>
        exportedAt !== null && numbers.has(number) && items.some(({ lineItemId }) => lines.has(lineItemId)),
    )
    .map(({ oneStockOrderId }) => oneStockOrderId);
}
