import { subtract } from '../convergence/open-lines.ts';
import { removedPieces } from '../convergence/pieces.ts';
import { amountIn, amountsOf } from '../deliveries/line-amounts.ts';
import type { KnownDelivery, LinePieces } from '../deliveries/types.ts';
import { countOf, type Due } from './compare-units.ts';
import type { KeptRemoval } from './follow-record.ts';
import type { OtherSide } from './read-other-side.ts';

/** What is known of units that Shopify waits for no more. */
interface Settled {
  /** Asked for, and waited for by Shopify no more, by the lines that lost them. */
  lost: readonly (Due & { lineItemId: string })[];
  /** How many of each item are gone from the order or were fulfilled by others. */
  explained: readonly { itemId: string; quantity: number }[];
  /** What OneStock is to send of them all the same. */
  remaining: readonly Due[];
  /** What was just taken out of OneStock. */
  taken: readonly Due[];
}

/**
 * What of each delivery counts as not asked for from now on, as it is to come in neither system any more: taken out by the app, in this run or one that was
 * cut off, or by OneStock itself. It stands on the lines that lost it in Shopify.
 */
export function settleRemovals(
  { deliveries, settings }: Pick<OtherSide, 'deliveries' | 'settings'>,
  known: readonly KnownDelivery[],
  { lost, explained, remaining, taken }: Settled,
): KeptRemoval[] {
  const left = new Map(lost.map((each) => [each, each.quantity]));
  const open = new Map<string, number>();
  for (const { itemId } of lost) {
    const most = Math.min(countOf(lost, itemId), countOf(explained, itemId));
    open.set(itemId, Math.max(0, most - countOf(remaining, itemId)));
  }
  return known.flatMap((delivery) => {
    const found = deliveries.find(({ number }) => number === delivery.number);
    const before = found ? removedPieces({ ...found, settings }) : [];
    const unkept = [
      ...subtract(before, amountsOf(delivery.removed), delivery.items),
      ...taken.filter((each) => each.delivery === delivery.number),
    ];
    const lines: LinePieces[] = [];
    for (const itemId of new Set(unkept.map((each) => each.itemId))) {
      let quantity = Math.min(countOf(unkept, itemId), amountIn(open, itemId));
      open.set(itemId, amountIn(open, itemId) - quantity);
      for (const each of ofItem(lost, itemId, delivery)) {
        const some = Math.min(quantity, left.get(each) ?? 0);
        if (some <= 0) continue;
        left.set(each, (left.get(each) ?? 0) - some);
        quantity -= some;
        lines.push({ lineItemId: each.lineItemId, quantity: some });
      }
    }
    if (lines.length === 0) return [];
    const removed = [...amountsOf([...delivery.removed, ...lines])].map(([lineItemId, quantity]) => ({
      lineItemId,
      quantity,
    }));
    return [{ number: delivery.number, removed }];
  });
}

/** Of the delivery itself first. */
function ofItem<D extends Due>(lost: readonly D[], itemId: string, { number, items }: KnownDelivery): D[] {
  return lost
    .filter(
      (each) => each.itemId === itemId && items.some(({ lineItemId }) => lineItemId === each.lineItemId),
    )
    .toSorted((one, other) => Number(other.delivery === number) - Number(one.delivery === number));
}
