import { z } from 'zod';
import type { OrderListFilters } from '#app/features/orders/index.ts';
import { ORDER_STATES } from '#app/features/orders/shape.ts';

/** What the page's address asks for. */
export interface OrdersSearch {
  filters: OrderListFilters;
  cursor?: string;
}

/** What cannot be read counts as not asked: an address may be old, or shortened on its way. */
const text = z.string().trim().min(1).max(200).optional().catch(undefined);
const flag = z
  .literal('1')
  .transform(() => true as const)
  .optional()
  .catch(undefined);

const filters = z.object({
  state: z.enum(ORDER_STATES).optional().catch(undefined),
  isHeld: flag,
  isFailed: flag,
  order: text,
});

/** Reads the query of the page's address. */
export function readSearch(query: URLSearchParams): OrdersSearch {
  const given = Object.fromEntries(query);
  return { filters: filters.parse(given), cursor: text.parse(given.cursor) };
}

/** Whether any filter is set. */
export function isFiltered(filters: OrderListFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}
