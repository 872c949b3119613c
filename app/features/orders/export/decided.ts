import { z } from 'zod';
import { isOrderCode, type OrderCode } from '../shape.ts';

const whyLate = z
  .discriminatedUnion('code', [
    z.object({ code: z.literal('late_after_hold'), params: z.object({ reason: z.string() }) }),
    z.object({ code: z.enum(['late_after_unnamed_hold', 'late_after_waiting']) }),
  ])
  .optional()
  .catch(undefined);

/** What a person decided about an order that stopped on the way to OneStock. */
export const decided = z
  .object({
    /** Send it without these lines, for which OneStock had no id by then: their ids in Shopify. */
    without: z.array(z.string()).catch([]),
    /** Send it though it can no longer come as the shopper was told. */
    late: z.literal(true).optional(),
    /** Send it as several orders. */
    several: z.literal(true).optional(),
    /** What it was late by when somebody decided to send it all the same: what it waited for is kept no longer. */
    whyLate,
  })
  .catch({ without: [] });
export type Decided = z.infer<typeof decided>;
export type Decision = Exclude<keyof Decided, 'whyLate'>;

const DECISIONS: Partial<Record<OrderCode, Decision>> = {
  custom_line: 'without',
  item_without_sku: 'without',
  item_without_variant: 'without',
  several_deliveries: 'several',
  late_after_hold: 'late',
  late_after_unnamed_hold: 'late',
  late_after_waiting: 'late',
};

/** What a person can decide about an order that something stopped; null where nothing of the kind is to be decided. */
export function decisionFor(code: string): Decision | null {
  return isOrderCode(code) ? (DECISIONS[code] ?? null) : null;
}
