import { amountIn, amountsOf, type LineAmounts } from '../deliveries/line-amounts.ts';
import { fulfilledOfNeverAsked } from '../deliveries/never-asked.ts';
import type { KnownDelivery } from '../deliveries/types.ts';
import type { NamedPieces } from './changes-since.ts';
import { countOf, type Due } from './compare-units.ts';
import type { OtherSide } from './read-other-side.ts';
import type { OrderLine } from './types.ts';

/** Units that OneStock is to send and Shopify does not wait for, by why that is. */
export interface Surplus<D extends Due> {
  /** Somebody refunded them or took them out of the order. */
  gone: D[];
  /** Somebody else fulfilled them. */
  byHand: D[];
  /** The order still has them, and shows the app nothing to fulfil: they went to a service that the app does not see, or the like. */
  unseen: D[];
}

/** Tells why Shopify waits for units no more: as many of an item as are gone from the order, then as many as others fulfilled. */
export function whySurplus<D extends Due>(
  surplus: readonly D[],
  gone: readonly NamedPieces[],
  byOthers: readonly { itemId: string; quantity: number }[],
): Surplus<D> {
  const why: Surplus<D> = { gone: [], byHand: [], unseen: [] };
  const left = new Map<string, { gone: number; byHand: number }>();
  for (const units of surplus) {
    const { itemId } = units;
    const of = left.get(itemId) ?? { gone: countOf(gone, itemId), byHand: countOf(byOthers, itemId) };
    left.set(itemId, of);
    let { quantity } = units;
    for (const [reason, most] of [
      ['gone', of.gone],
      ['byHand', of.byHand],
      ['unseen', quantity],
    ] as const) {
      const taken = Math.min(quantity, most);
      if (taken <= 0) continue;
      why[reason].push({ ...units, quantity: taken });
      quantity -= taken;
      if (reason !== 'unseen') of[reason] -= taken;
    }
  }
  return why;
}

/** How many pieces of each line others fulfilled before anything of the order was sent, and since. */
interface FulfilledByOthers {
  before: LineAmounts;
  since: LineAmounts;
}

export function fulfilledByOthers({ shop }: Pick<OtherSide, 'shop'>, firstSentAt: Date): FulfilledByOthers {
  const theirs = shop.unclaimed.filter(({ isCancelled }) => !isCancelled);
  // Shopify tells the second in which a fulfilment was made, no more.
  const isBefore = ({ createdAt }: (typeof theirs)[number]) =>
    createdAt.getTime() < Math.floor(firstSentAt.getTime() / 1000) * 1000;
  const piecesOf = (those: typeof theirs) => amountsOf(those.flatMap(({ lines }) => lines));
  return {
    before: piecesOf(theirs.filter(isBefore)),
    since: piecesOf(theirs.filter((each) => !isBefore(each))),
  };
}

/** What OneStock was asked for of a line, as far as the order still has it. */
interface LinePart {
  id: string;
  quantity: number;
  /** What of it others fulfilled. */
  byHand: number;
}

/**
 * Leaves out of a line what was never asked of OneStock.
 *
 * @param aside how many pieces of each line wait that were never asked for
 */
export function partOfOneStock(
  { id, quantity }: Pick<OrderLine, 'id' | 'quantity'>,
  {
    neverAsked,
    aside,
    byOthers: { before, since },
  }: { neverAsked: LineAmounts; aside: LineAmounts; byOthers: FulfilledByOthers },
): LinePart {
  const known = amountIn(before, id) + amountIn(aside, id);
  const theirs = fulfilledOfNeverAsked(amountIn(neverAsked, id), known, amountIn(since, id));
  return { id, quantity: quantity - known - theirs, byHand: amountIn(since, id) - theirs };
}

/** The same by item. */
export function itemsByHand(
  lines: readonly LinePart[],
  deliveries: readonly Pick<KnownDelivery, 'items'>[],
): { itemId: string; quantity: number }[] {
  const items = deliveries.flatMap((delivery) => delivery.items);
  return lines.flatMap(({ id, byHand }) => {
    const item = items.find(({ lineItemId }) => lineItemId === id);
    return item && byHand > 0 ? [{ itemId: item.itemId, quantity: byHand }] : [];
  });
}
