import { amountsOf } from '../deliveries/line-amounts.ts';
import type { LinePieces } from '../deliveries/types.ts';
import { subtract } from './open-lines.ts';
import { removedPieces } from './pieces.ts';
import { takenOut } from './taken-out.ts';
import type { Situation } from './types.ts';

/** What of a delivery is in neither system any more, and so counts as not asked for. */
export interface SettledRemoval {
  /** The delivery's. */
  number: number;
  lines: LinePieces[];
}

/**
 * What OneStock removed and Shopify's order no longer has, as somebody refunded it or edited it away: nothing is left to be done about it, and
 * what comes in its place is asked for.
 */
export function settledRemovals(situation: Situation): SettledRemoval[] {
  const gone = takenOut(situation);
  return situation.deliveries.flatMap((delivery) => {
    const before = new Map(gone);
    const removed = subtract(
      removedPieces({ ...situation, ...delivery }),
      amountsOf(delivery.removed),
      delivery.items,
    );
    subtract(removed, gone, delivery.items);
    const lines = [...before]
      .map(([lineItemId, quantity]) => ({ lineItemId, quantity: quantity - (gone.get(lineItemId) ?? 0) }))
      .filter(({ lineItemId, quantity }) => quantity > 0 && isOf(delivery.items, lineItemId));
    return lines.length > 0 ? [{ number: delivery.number, lines }] : [];
  });
}

function isOf(items: readonly LinePieces[], lineItemId: string): boolean {
  return items.some((item) => item.lineItemId === lineItemId);
}
