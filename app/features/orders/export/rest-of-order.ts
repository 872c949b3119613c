import type { DeliveryPlan, Wait } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import type { OrderCause } from '../shape.ts';
import type { ExportRun } from './export-run.ts';
import type { ShopOrder } from './types.ts';

/** What of an order is not sent: it waits, or is left out, and why. */
export interface Rest {
  kind: 'waiting' | 'left_out';
  causes: OrderCause[];
  /** When it is looked at again, should no event tell that it goes on. */
  revisitAt: Date | null;
  /** What needs a person about the waiting, such as a hold that stands longer than it should. */
  obstacle?: OrderCause | null;
  /** When something of it was first seen to wait for a hold that still stands, or for an address. */
  heldSince?: Date | null;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** So long Shopify may take to route an order; one of which it shows nothing later is another's. */
const ROUTED_WITHIN_MS = HOUR_MS;

/** What is not sent of an order by its plan, besides what was sent already. */
export function restOf(
  { clock, plan: { settings } }: Pick<ExportRun, 'clock' | 'plan'>,
  order: ShopOrder,
  known: KnownExport | null,
  { asks, waits, leftOut }: DeliveryPlan,
): Rest {
  const now = clock.now();
  const isSent = asks.length > 0 || !!known?.exportedAt;
  if (waits.length > 0) {
    const heldSince = waits.some(({ cause }) => isForSomebody(cause)) ? (known?.heldSince ?? now) : null;
    const isHeld = waits.some(({ cause }) => cause.code !== 'awaits_address' && isForSomebody(cause));
    return {
      kind: 'waiting',
      causes: [...distinct(waits.map(({ cause }) => cause)), ...leftOut],
      revisitAt: revisitOf(waits, now),
      obstacle:
        heldSince && now.getTime() - heldSince.getTime() > settings.heldDays * DAY_MS
          ? { code: isHeld ? 'held_too_long' : 'without_address_too_long' }
          : null,
      heldSince,
    };
  }
  if (isSent || leftOut.length > 0) return { kind: 'left_out', causes: leftOut, revisitAt: null };
  if (order.fulfillmentOrders.length > 0)
    return { kind: 'left_out', causes: [{ code: 'nothing_left' }], revisitAt: null };
  return unrouted(order, settings, now);
}

/** Of an order that is not routed Shopify shows no fulfillment order; nor does it of one that is all another service's. */
function unrouted(
  { lines, createdAt }: ShopOrder,
  { keepUnshippable }: { keepUnshippable: boolean },
  now: Date,
): Rest {
  const isToShip = lines.some(
    ({ quantity, isShipped, isGiftCard }) => quantity > 0 && (keepUnshippable || (isShipped && !isGiftCard)),
  );
  if (!isToShip) return { kind: 'left_out', causes: [{ code: 'nothing_to_send' }], revisitAt: null };
  const age = now.getTime() - createdAt.getTime();
  if (age > ROUTED_WITHIN_MS)
    return { kind: 'left_out', causes: [{ code: 'nothing_shown' }], revisitAt: null };
  return {
    kind: 'waiting',
    causes: [{ code: 'not_routed' }],
    revisitAt: new Date(now.getTime() + MINUTE_MS),
  };
}

/** Events tell when a hold is released or a schedule opens; it is looked at in case one is lost. */
function revisitOf(waits: readonly Wait[], now: Date): Date {
  const times = waits.map(({ until }) =>
    until && until > now
      ? until.getTime() + MINUTE_MS
      : now.getTime() + (until ? againAfter(until, now) : HOUR_MS),
  );
  return new Date(Math.min(...times));
}

/** What should have opened is looked at soon, and the later the less often. */
function againAfter(dueAt: Date, now: Date): number {
  return Math.min(Math.max(now.getTime() - dueAt.getTime(), MINUTE_MS), HOUR_MS);
}

/** Somebody is to end it, and may never do so. */
function isForSomebody({ code }: OrderCause): boolean {
  return code === 'awaits_hold' || code === 'awaits_hold_unnamed' || code === 'awaits_address';
}

function distinct(causes: readonly OrderCause[]): OrderCause[] {
  return [...new Map(causes.map((cause) => [JSON.stringify(cause), cause])).values()];
}
