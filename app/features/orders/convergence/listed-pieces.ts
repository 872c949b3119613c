import type { Pieces } from './pieces.ts';

type Counted = Pick<Pieces, 'itemId' | 'quantity'>;

/** Pieces item by item, such as `2 × SKU-1`. */
export function listed(pieces: readonly Counted[]): string[] {
  const quantities = new Map<string, number>();
  for (const { itemId, quantity } of pieces) quantities.set(itemId, (quantities.get(itemId) ?? 0) + quantity);
  return [...quantities].map(([itemId, quantity]) => `${quantity} × ${itemId}`);
}
