import { inWords } from '../converge/obstacles.ts';
import type { NamedPieces } from './changes-since.ts';
import type { ShopOrder } from './types.ts';

interface Difference {
  /** What OneStock is still to send and Shopify's order has no more. */
  surplus: readonly NamedPieces[];
  /** What OneStock was never sent. */
  added: readonly NamedPieces[];
}

/** What of an order is another thing in Shopify by now than in OneStock, in words; null when it is the same. */
export function differenceInWords(
  { surplus, added }: Difference,
  { isEdited, refunds }: Pick<ShopOrder, 'isEdited' | 'refunds'>,
): string | null {
  const how = refunds.length === 0 ? 'Removed' : isEdited ? 'Refunded or removed' : 'Refunded';
  const sentences = [
    surplus.length > 0 &&
      `${how} in Shopify after the order was sent: ${byName(surplus)}. OneStock still has this and may send it to the shopper. ` +
        'Take it out of the order in OneStock.',
    added.length > 0 &&
      `Added in Shopify after the order was sent: ${byName(added)}. OneStock does not have this, so nobody prepares it. ` +
        'Add it in OneStock, or fulfill it by hand.',
  ].filter((sentence) => sentence !== false);
  return sentences.length > 0 ? sentences.join(' ') : null;
}

function byName(pieces: readonly NamedPieces[]): string {
  return inWords(pieces.map(({ name, quantity }) => ({ itemId: name, quantity })));
}
