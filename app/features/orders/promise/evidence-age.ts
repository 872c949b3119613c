import { keepableUntil, type ShownRate } from '#app/features/promise/index.ts';
import { readDeliveryOptions } from '#app/gateways/onestock/index.ts';
import type { OrderCause } from '../shape.ts';
import type { KeptRate } from './types.ts';

const HOUR_MS = 60 * 60 * 1000;

/** What the age of evidence is measured by. */
export interface Placement {
  /** When the order was created, by Shopify's clock: a draft when it is paid, a renewal when it is renewed. */
  placedAt: Date;
  /** How long what was shown counts, from its showing to the order's creation. */
  shownRateLifeHours: number;
}

/**
 * Why a rate that was shown does not count for an order: it was shown too long before, or its promise could no longer be kept. Null when it
 * counts. An order may carry a rate of long ago, for a renewal keeps the first one of its subscription
 * (https://support.rechargepayments.com, article 360008682014), and staff copy orders and are paid for drafts late.
 *
 * A promise can be kept until its cut-off; without one, until the end of its window, else of the window that was sent. A rate that our clock
 * dates after the order is as new as can be.
 */
export function whyNotCounted(
  rate: Pick<ShownRate, 'shownAt' | 'promise' | 'minDate' | 'maxDate'>,
  placement: Placement,
): OrderCause | null {
  const { placedAt, shownRateLifeHours: hours } = placement;
  if (placedAt.getTime() - rate.shownAt.getTime() > hours * HOUR_MS)
    return { code: 'shown_too_long_ago', params: { hours } };
  const promise = rate.promise && readDeliveryOptions([rate.promise])?.[0];
  if (promise?.cutoff) return promise.cutoff <= placedAt ? { code: 'cutoff_passed_before_order' } : null;
  const until = promise ? keepableUntil(promise) : undefined;
  return whyWindowNotCounted({ min: rate.minDate, max: until ?? rate.maxDate }, placement);
}

/** Why a delivery window does not count for an order: it had ended when the order was placed. Null when it counts, and when it has no end. */
export function whyWindowNotCounted(
  window: KeptRate['window'],
  { placedAt }: Pick<Placement, 'placedAt'>,
): OrderCause | null {
  const end = window?.max ?? window?.min;
  return end && end <= placedAt ? { code: 'window_passed_before_order' } : null;
}
