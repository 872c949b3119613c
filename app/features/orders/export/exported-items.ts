import { err, ok, type Result } from 'neverthrow';
import type { ItemIdSource } from '#app/features/connection/index.ts';
import type { ExportedItem, ExportFault, OrderLine } from './types.ts';

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
): Result<ExportedItem[], ExportFault> {
  const items: ExportedItem[] = [];
  for (const line of lines) {
    const itemId = itemIdSource === 'sku' ? line.sku : line.variantId;
    if (itemId === null) return err(withoutId(line, itemIdSource));
    const { id: lineItemId, quantity, title, sku } = line;
    items.push({ lineItemId, itemId, quantity, title, ...(sku !== null && { sku }) });
  }
  return ok(items);
}

function withoutId({ title }: OrderLine, itemIdSource: ItemIdSource): ExportFault {
  const missing = itemIdSource === 'sku' ? 'SKU' : 'variant';
  return {
    code: 'item_without_id',
    causes: [
      { code: itemIdSource === 'sku' ? 'item_without_sku' : 'item_without_variant', params: { title } },
    ],
    message:
      `The line “${title}” has no ${missing}, by which OneStock knows its items, so the order was not created in OneStock and nobody ` +
      `is asked to prepare it. Give the product its ${missing}, or take the line out of the order, then synchronize the order again.`,
  };
}
