import { type Reason, reasonOf } from '../reason.ts';
import type { ExportPlan } from './read-plan.ts';
import type { ShopOrder } from './types.ts';

/** Shopify's times are cut to the second: an order of the second in which the switch was turned on counts as placed after. */
const WITHIN_ITS_SECOND_MS = 999;

/** The reason under which orders wait for their payment: until then nothing looks at them again. */
export const AWAITING_PAYMENT = 'The order is sent to OneStock once it is paid.';

/**
 * Why an order is not to be sent, now or at all; null when it is. One that a person asked for by name is sent whatever its age, and paid or
 * not. One that was taken up to be sent stays so, should the switch be turned off and on before it was.
 */
export function whyNotNow(
  { isCancelled, isPaid, createdAt }: Pick<ShopOrder, 'isCancelled' | 'isPaid' | 'createdAt'>,
  { moment, since }: Pick<ExportPlan, 'moment' | 'since'>,
  { wasAskedFor, wasTakenUp }: { wasAskedFor: boolean; wasTakenUp: boolean },
): { kind: 'left_out' | 'waiting'; reason: Reason } | null {
  if (isCancelled) return { kind: 'left_out', reason: reasonOf(CANCELLED) };
  if (wasAskedFor) return null;
  if (!wasTakenUp && createdAt.getTime() + WITHIN_ITS_SECOND_MS < since.getTime())
    return { kind: 'left_out', reason: reasonOf(OLDER) };
  if (moment === 'paid' && !isPaid) {
    const reason = reasonOf({ code: 'awaiting_payment', message: AWAITING_PAYMENT });
    return { kind: 'waiting', reason };
  }
  return null;
}

const CANCELLED = {
  code: 'cancelled_before_sent',
  message: 'The order was cancelled before it was sent to OneStock. There is nothing to do.',
};

const OLDER = {
  code: 'placed_before_synchronized',
  message:
    'The order was placed before orders were synchronized, so it is not in OneStock. To send it all the same, synchronize it again.',
};
