import type { ExportPlan } from '../known-order.ts';
import { AWAITING_PAYMENT, type OrderCause } from '../shape.ts';
import type { ShopOrder } from './types.ts';

/** Shopify's times are cut to the second: an order of the second in which the switch was turned on counts as placed after. */
const WITHIN_ITS_SECOND_MS = 999;

/**
 * Why an order is not to be sent, now or at all; null when it is. One that a person asked for by name is sent whatever its age, and paid or
 * not. One that was taken up to be sent stays so, should the switch be turned off and on before it was.
 */
export function whyNotNow(
  {
    isCancelled,
    isPaid,
    isTest,
    createdAt,
  }: Pick<ShopOrder, 'isCancelled' | 'isPaid' | 'isTest' | 'createdAt'>,
  { moment, since, sendsTests }: Pick<ExportPlan, 'moment' | 'since'> & { sendsTests: boolean },
  { wasAskedFor, wasTakenUp }: { wasAskedFor: boolean; wasTakenUp: boolean },
): { kind: 'left_out' | 'waiting'; cause: OrderCause } | null {
  if (isCancelled) return { kind: 'left_out', cause: { code: 'cancelled_before_sent' } };
  if (wasAskedFor) return null;
  if (isTest && !sendsTests) return { kind: 'left_out', cause: { code: 'test_order' } };
  if (!wasTakenUp && createdAt.getTime() + WITHIN_ITS_SECOND_MS < since.getTime())
    return { kind: 'left_out', cause: { code: 'placed_before_synchronized' } };
  if (moment === 'paid' && !isPaid) return { kind: 'waiting', cause: { code: AWAITING_PAYMENT } };
  return null;
}
