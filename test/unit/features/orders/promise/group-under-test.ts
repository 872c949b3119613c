import { type Evidence, resolveGroup } from '#app/features/orders/promise/resolve-group.ts';
import type { DeliveryGroup, KeptRate } from '#app/features/orders/promise/types.ts';
import { collectOption, deliveryOption, SHOP } from '#test/support/rate-requests.ts';
import { datesOf, promiseOf } from '#test/support/shown-rates.ts';

export const PLACED = new Date('2026-11-21T12:00:00Z');
export const at = (time: string) => new Date(`2026-11-21T${time}Z`);
export const standard = deliveryOption();

/** What Shopify kept of a rate; of day 0 unless said otherwise. */
export function kept(days: number | null, change: Partial<KeptRate> = {}): KeptRate {
  const window = days === null ? { min: null, max: null } : datesOf(promiseOf(days));
  return { window, name: 'Standard delivery', price: { amount: 490, currency: 'EUR' }, ...change };
}

export function group(change: Partial<DeliveryGroup> = {}): DeliveryGroup {
  return {
    fulfillmentOrderId: null,
    isScheduled: false,
    code: 'STANDARD',
    destination: { country: 'FR', zip: '31000', region: null },
    lines: [{ variantId: '11', sku: 'SKU-001', title: 'Linen shirt', quantity: 2 }],
    baskets: ['basket'],
    destinationFingerprint: 'destination',
    kept: kept(0),
    ...change,
  };
}

export function resolve(groupChange: Partial<DeliveryGroup>, change: Partial<Evidence>) {
  return resolveGroup(group(groupChange), {
    shop: SHOP,
    placedAt: PLACED,
    placedBefore: PLACED,
    shownRateLifeHours: 24,
    shownBefore: PLACED,
    quoted: null,
    byBasket: [],
    byArea: [],
    options: [standard, collectOption()],
    ...change,
  });
}

export function answer(groupChange: Partial<DeliveryGroup>, change: Partial<Evidence>) {
  const verdict = resolve(groupChange, change);
  if (!('answer' in verdict)) throw new Error('OneStock was to be asked.');
  return verdict.answer;
}
