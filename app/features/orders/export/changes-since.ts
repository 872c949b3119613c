import type { KnownDelivery } from '../deliveries/types.ts';
import type { OrderLine } from './types.ts';

/** Pieces of one item, under the name by which the merchant knows it. */
export interface NamedPieces {
  itemId: string;
  name: string;
  /** The lines that are, or were, of the item. */
  lineItemIds: string[];
  quantity: number;
}

/**
 * What an order has less of each item than was asked of OneStock. A line may have gone while another of the same item came.
 *
 * @param lines what the order has now
 */
export function goneSince(
  deliveries: readonly Pick<KnownDelivery, 'items' | 'removed'>[],
  lines: readonly Pick<OrderLine, 'id' | 'quantity'>[],
): NamedPieces[] {
  const changes = new Map<string, NamedPieces>();
  const itemOfLine = new Map<string, string>();
  const count = (lineItemId: string, itemId: string, name: string, more: number) => {
    const { lineItemIds = [], quantity = 0 } = changes.get(itemId) ?? {};
    const all = [...lineItemIds.filter((id) => id !== lineItemId), lineItemId];
    changes.set(itemId, { itemId, name, lineItemIds: all, quantity: quantity + more });
  };
  for (const { items, removed } of deliveries) {
    for (const { lineItemId, itemId, sku, title, quantity } of items) {
      itemOfLine.set(lineItemId, itemId);
      count(lineItemId, itemId, sku ?? title ?? itemId, -quantity);
    }
    for (const { lineItemId, quantity } of removed) {
      const known = changes.get(itemOfLine.get(lineItemId) ?? '');
      if (known) known.quantity += quantity;
    }
  }
  for (const { id, quantity } of lines) {
    const known = changes.get(itemOfLine.get(id) ?? '');
    if (known) known.quantity += quantity;
  }
  return [...changes.values()]
    .filter(({ quantity }) => quantity < 0)
    .map((each) => ({ ...each, quantity: -each.quantity }));
}
