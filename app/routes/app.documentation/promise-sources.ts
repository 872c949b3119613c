import type { PromiseSource } from '#app/features/orders/index.ts';

/** Where the promise of an order can come from, the surest first. */
export const PROMISE_SOURCES = [
  'cart',
  'checkout',
  'checkout_ambiguous',
  'delivery_window',
  'recomputed',
  'fallback',
  'none',
] as const satisfies PromiseSource[];
