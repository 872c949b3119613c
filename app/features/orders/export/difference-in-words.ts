import type { ExportedItem, OrderLine } from './types.ts';

/**
 * What of an order is another thing in Shopify by now than what OneStock was sent, in words; null when it is the same.
 *
 * @param lines what would be sent now
 */
export function differenceInWords(sent: readonly ExportedItem[], lines: readonly OrderLine[]): string | null {
  const now = new Map(lines.map((line) => [line.id, line]));
  const before = new Set(sent.map(({ lineItemId }) => lineItemId));
  const changes = [
    ...sent.flatMap(({ lineItemId, itemId, quantity }) => {
      const left = now.get(lineItemId)?.quantity ?? 0;
      if (left === quantity) return [];
      return left === 0
        ? [`${quantity} × ${itemId} were removed`]
        : [`of ${itemId} there are ${left} instead of ${quantity}`];
    }),
    ...lines
      .filter(({ id }) => !before.has(id))
      .map(({ sku, title, quantity }) => `${quantity} × ${sku ?? title} were added`),
  ];
  if (changes.length === 0) return null;
  return `The order was edited after it was sent: ${changes.join('; ')}. OneStock still has what was sent. Make the same change there.`;
}
