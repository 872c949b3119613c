import { err, ok, type Result } from 'neverthrow';
import { type ItemIdSource, itemIdOf } from '#app/features/shops/index.ts';
import type { OrderCause } from '../shape.ts';
import type { ExportedItem, OrderLine } from './types.ts';

export interface ItemRules {
  itemIdSource: ItemIdSource;
  keepUnshippable: boolean;
}

/** The lines that OneStock is to run: what is left of them, without gift cards and what is not shipped unless those are kept. */
export function linesToSend(lines: readonly OrderLine[], { keepUnshippable }: ItemRules): OrderLine[] {
  return lines.filter(
    ({ quantity, isShipped, isGiftCard }) => quantity > 0 && (keepUnshippable || (isShipped && !isGiftCard)),
  );
}

/** The order items that lines become, each under the id that OneStock knows, in the same order. */
export function itemsOfLines(
  lines: readonly OrderLine[],
  { itemIdSource }: ItemRules,
): Result<ExportedItem[], OrderCause> {
  const items: ExportedItem[] = [];
  for (const line of lines) {
    const itemId = itemIdOf(line, itemIdSource);
    if (itemId === null) return err(withoutId(line, itemIdSource));
    const { id: lineItemId, quantity, title, sku } = line;
    items.push({ lineItemId, itemId, quantity, title, ...(sku !== null && { sku }) });
  }
  return ok(items);
}

function withoutId({ title }: OrderLine, itemIdSource: ItemIdSource): OrderCause {
  const code = itemIdSource === 'sku' ? 'item_without_sku' : 'item_without_variant';
  return { code, params: { title } };
}
