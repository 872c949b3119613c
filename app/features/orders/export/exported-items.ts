import { err, ok, type Result } from 'neverthrow';
import { type ItemIdSource, itemIdOf } from '#app/features/shops/index.ts';
import type { ExportedItem, PlannedLine } from '../deliveries/types.ts';
import { isCustom } from '../deliveries/why-left-out.ts';
import { type OrderCause, type OrderError, orderError } from '../shape.ts';
import type { OrderLine } from './types.ts';

/**
 * The order items that planned lines become, each under the id that OneStock knows, in the same order.
 *
 * @returns an error that names every line that has no such id
 */
export function itemsOfLines(
  planned: readonly PlannedLine[],
  lines: readonly OrderLine[],
  itemIdSource: ItemIdSource,
): Result<ExportedItem[], OrderError> {
  const items: ExportedItem[] = [];
  const open: OrderLine[] = [];
  for (const { lineItemId, quantity } of planned) {
    const line = lines.find(({ id }) => id === lineItemId);
    if (!line) throw new Error('A line is planned that the order does not have.');
    const itemId = itemIdOf(line, itemIdSource);
    if (itemId === null) {
      open.push(line);
      continue;
    }
    const { title, sku } = line;
    items.push({ lineItemId, itemId, quantity, title, ...(sku !== null && { sku }) });
  }
  const [first, ...others] = open.map((line) => withoutId(line, itemIdSource));
  if (!first) return ok(items);
  return err({ ...orderError(first), causes: [first, ...others], openLines: open.map(({ id }) => id) });
}

function withoutId(line: OrderLine, itemIdSource: ItemIdSource): OrderCause {
  const params = { title: line.title };
  if (isCustom(line, itemIdSource)) return { code: 'custom_line', params };
  return { code: itemIdSource === 'sku' ? 'item_without_sku' : 'item_without_variant', params };
}
