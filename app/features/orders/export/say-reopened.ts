import { listed } from '../convergence/listed-pieces.ts';
import type { LinePieces } from '../deliveries/types.ts';
import type { OrderCause } from '../shape.ts';
import type { ShopOrder } from './types.ts';

/** That Shopify waits again for what OneStock has sent, because somebody cancelled the fulfilment of its parcel. */
export function sayReopened(
  reopened: readonly LinePieces[],
  { lines }: Pick<ShopOrder, 'lines'>,
): OrderCause[] {
  if (reopened.length === 0) return [];
  const pieces = reopened.map(({ lineItemId, quantity }) => {
    const line = lines.find(({ id }) => id === lineItemId);
    return { itemId: line?.sku ?? line?.title ?? lineItemId, quantity };
  });
  return [{ code: 'fulfilment_cancelled', params: { pieces: listed(pieces) } }];
}
