import type { Causes } from '#app/features/obstacles/index.ts';
import { AWAITING_PAYMENT, type OrderCode } from '#app/features/orders/shape.ts';
import type { Cause } from '#app/platform/cause.ts';

/** What ends by itself, or by what a person does elsewhere. */
const WAITS: ReadonlySet<string> = new Set<OrderCode>([
  AWAITING_PAYMENT,
  'not_routed',
  'awaits_address',
  'awaits_hold',
  'awaits_hold_unnamed',
  'opens_on',
  'opens_later',
  'sent_at',
]);

/** Why something of an order is never sent, whatever else of it waits. */
const LEFT_OUT: ReadonlySet<string> = new Set<OrderCode>([
  'sold_at_till',
  'of_another_service',
  'at_excluded_location',
  'gift_card_left_out',
  'not_shipped_left_out',
  'custom_line_left_out',
  'line_left_out',
]);

/** Whether a cause is one for which something waits, to be sent later. */
export function isWait({ code }: Cause): boolean {
  return WAITS.has(code);
}

/** Whether a cause is one for which something is never sent. */
export function isLeftOut({ code }: Cause): boolean {
  return LEFT_OUT.has(code);
}

/** What the rest of an order waits for, of which another part was sent. */
export function waitsOf(causes: Causes | undefined): Cause[] {
  return causes?.filter(isWait) ?? [];
}
