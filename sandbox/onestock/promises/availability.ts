import { CATALOGUE } from '#sandbox/catalogue.ts';
import type { PromiseStatus } from '../settings.ts';

const knownItemIds = new Set(CATALOGUE.map(({ sku }) => sku));

/**
 * What stock makes of a basket. Inferred, the meanings being published nowhere: `valid` when every item is in stock,
 * `partial` when some are, `none` when none is or an item is unknown. The two estimations only come from the control door.
 */
export function availability(
  itemIds: readonly string[],
  outOfStock: readonly string[],
): { status: PromiseStatus; reason?: string } {
  const unknown = itemIds.filter((id) => !knownItemIds.has(id));
  if (unknown.length > 0) return { status: 'none', reason: `unknown items: ${unknown.join(', ')}` };
  const missing = itemIds.filter((id) => outOfStock.includes(id));
  if (missing.length === 0) return { status: 'valid' };
  const status = missing.length === itemIds.length ? 'none' : 'partial';
  return { status, reason: `out of stock: ${missing.join(', ')}` };
}
