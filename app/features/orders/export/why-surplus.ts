import type { LinePieces } from '../deliveries/types.ts';
import type { NamedPieces } from './changes-since.ts';
import { countOf, type Due } from './compare-units.ts';
import type { OtherSide } from './read-other-side.ts';

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

/** What others fulfilled of an order before any of it was sent, and since. */
export function fulfilledByOthers(
  { shop, deliveries }: Pick<OtherSide, 'shop' | 'deliveries'>,
  firstSentAt: Date,
): { before: LinePieces[]; since: { itemId: string; quantity: number }[] } {
  const items = deliveries.flatMap((delivery) => delivery.items);
  const theirs = shop.unclaimed.filter(({ isCancelled }) => !isCancelled);
  // Shopify tells the second in which a fulfilment was made, no more.
  const isBefore = ({ createdAt }: (typeof theirs)[number]) =>
    createdAt.getTime() < Math.floor(firstSentAt.getTime() / 1000) * 1000;
  const since = theirs
    .filter((each) => !isBefore(each))
    .flatMap(({ lines }) => lines)
    .flatMap(({ lineItemId, quantity }) => {
      const item = items.find((each) => each.lineItemId === lineItemId);
      return item ? [{ itemId: item.itemId, quantity }] : [];
    });
  return { before: theirs.filter(isBefore).flatMap(({ lines }) => lines), since };
}
