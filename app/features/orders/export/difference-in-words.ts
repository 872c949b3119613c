import { inWords, listed } from '../converge/pieces-in-words.ts';
import { type Reason, type ReasonPart, reasonOf } from '../reason.ts';
import type { NamedPieces } from './changes-since.ts';
import type { ShopOrder } from './types.ts';

interface Difference {
  /** What OneStock is still to send and Shopify's order has no more. */
  surplus: readonly NamedPieces[];
  /** What OneStock was never sent. */
  added: readonly NamedPieces[];
}

/** What of an order is another thing in Shopify by now than in OneStock; null when it is the same. */
export function differenceInWords(
  { surplus, added }: Difference,
  { isEdited, refunds }: Pick<ShopOrder, 'isEdited' | 'refunds'>,
): Reason | null {
  const how = refunds.length === 0 ? 'removed' : isEdited ? 'refunded_or_removed' : 'refunded';
  const parts: ReasonPart[] = [];
  if (surplus.length > 0)
    parts.push({
      code: `${how}_since_sent`,
      params: { pieces: listed(byName(surplus)) },
      message:
        `${HOW[how]} in Shopify after the order was sent: ${inWords(byName(surplus))}. OneStock still has this and may send it to the ` +
        'shopper. Take it out of the order in OneStock.',
    });
  if (added.length > 0)
    parts.push({
      code: 'added_since_sent',
      params: { pieces: listed(byName(added)) },
      message:
        `Added in Shopify after the order was sent: ${inWords(byName(added))}. OneStock does not have this, so nobody prepares it. ` +
        'Add it in OneStock, or fulfill it by hand.',
    });
  return parts.length > 0 ? reasonOf(...parts) : null;
}

const HOW = { removed: 'Removed', refunded: 'Refunded', refunded_or_removed: 'Refunded or removed' };

function byName(pieces: readonly NamedPieces[]) {
  return pieces.map(({ name, quantity }) => ({ itemId: name, quantity }));
}
