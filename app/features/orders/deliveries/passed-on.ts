import type { ExportedItem, PassedOn } from './types.ts';

/**
 * The items of a delivery with pieces given to another line. They stay where they are, for OneStock counts its units by their place in the
 * order.
 */
export function itemsPassedOn(
  items: readonly ExportedItem[],
  { from, to, quantity }: Pick<PassedOn, 'from' | 'to' | 'quantity'>,
): ExportedItem[] {
  let wanted = quantity;
  return items
    .toReversed()
    .flatMap((item) => {
      const passed = item.lineItemId === from ? Math.min(wanted, item.quantity) : 0;
      wanted -= passed;
      const kept = item.quantity - passed;
      return [
        ...(passed > 0 ? [{ ...item, lineItemId: to, quantity: passed }] : []),
        ...(kept > 0 || passed === 0 ? [{ ...item, quantity: kept }] : []),
      ];
    })
    .toReversed();
}
