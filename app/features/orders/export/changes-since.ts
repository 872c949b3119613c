import { itemIdOf } from '#app/features/shops/index.ts';
import type { ItemRules } from './exported-items.ts';
import type { ExportedItem, OrderLine } from './types.ts';

/** Pieces of one item, under the name by which the merchant knows it. */
export interface NamedPieces {
  itemId: string;
  name: string;
  /** The lines that are, or were, of the item. */
  lineItemIds: string[];
  quantity: number;
}

/**
 * What an order has less and more of each item than was sent.
 *
 * @param lines what would be sent now
 */
export function changesSince(
  sent: readonly ExportedItem[],
  lines: readonly OrderLine[],
  { itemIdSource }: Pick<ItemRules, 'itemIdSource'>,
): { gone: NamedPieces[]; added: NamedPieces[] } {
  const changes = new Map<string, NamedPieces>();
  const count = (lineItemId: string, itemId: string, name: string, more: number) => {
    const { lineItemIds = [], quantity = 0 } = changes.get(itemId) ?? {};
    const all = [...lineItemIds.filter((id) => id !== lineItemId), lineItemId];
    changes.set(itemId, { itemId, name, lineItemIds: all, quantity: quantity + more });
  };
  for (const { lineItemId, itemId, sku, title, quantity } of sent)
    count(lineItemId, itemId, sku ?? title ?? itemId, -quantity);
  for (const line of lines) {
    const { id, sku, title, quantity } = line;
    const was = sent.find(({ lineItemId }) => lineItemId === id)?.itemId;
    const itemId = was ?? itemIdOf(line, itemIdSource) ?? title;
    count(id, itemId, sku ?? title, quantity);
  }
  const all = [...changes.values()];
  return {
    gone: all.filter(({ quantity }) => quantity < 0).map((each) => ({ ...each, quantity: -each.quantity })),
    added: all.filter(({ quantity }) => quantity > 0),
  };
}
