import { listed } from '../convergence/listed-pieces.ts';
import type { OrderCause } from '../shape.ts';
import type { NamedPieces } from './changes-since.ts';
import type { ShopOrder } from './types.ts';

/**
 * What of an order is another thing in Shopify by now than in OneStock; nothing when it is the same.
 *
 * @param surplus what OneStock is still to send and Shopify's order has no more
 */
export function whatDiffers(
  surplus: readonly Pick<NamedPieces, 'name' | 'quantity'>[],
  { isEdited, refunds }: Pick<ShopOrder, 'isEdited' | 'refunds'>,
): OrderCause[] {
  if (surplus.length === 0) return [];
  const how = refunds.length === 0 ? 'removed' : isEdited ? 'refunded_or_removed' : 'refunded';
  const pieces = surplus.map(({ name, quantity }) => ({ itemId: name, quantity }));
  return [{ code: `${how}_since_sent`, params: { pieces: listed(pieces) } }];
}
