import { listed } from '../convergence/listed-pieces.ts';
import type { OrderCause } from '../shape.ts';
import type { NamedPieces } from './changes-since.ts';
import type { ShopOrder } from './types.ts';

interface Difference {
  /** What OneStock is still to send and Shopify's order has no more. */
  surplus: readonly NamedPieces[];
  /** What OneStock was never sent. */
  added: readonly NamedPieces[];
}

/** What of an order is another thing in Shopify by now than in OneStock; nothing when it is the same. */
export function whatDiffers(
  { surplus, added }: Difference,
  { isEdited, refunds }: Pick<ShopOrder, 'isEdited' | 'refunds'>,
): OrderCause[] {
  const how = refunds.length === 0 ? 'removed' : isEdited ? 'refunded_or_removed' : 'refunded';
  const causes: OrderCause[] = [];
  if (surplus.length > 0)
    causes.push({ code: `${how}_since_sent`, params: { pieces: listed(byName(surplus)) } });
  if (added.length > 0) causes.push({ code: 'added_since_sent', params: { pieces: listed(byName(added)) } });
  return causes;
}

function byName(pieces: readonly NamedPieces[]) {
  return pieces.map(({ name, quantity }) => ({ itemId: name, quantity }));
}
