import type { CauseOf, CodeTable } from '#app/platform/cause.ts';

/** The obstacles that rate requests raise: each source with its codes. */
export const PROMISE_OBSTACLES = {
  /** Options are priced in another currency than the shop's. */
  currency_mismatch: { currency_mismatch: ['currency', 'options'] },
  /** Rate requests come to the secret address with signatures that are wrong. */
  carrier_signature: { carrier_signature_wrong: [] },
} as const satisfies Record<string, CodeTable>;

export type PromiseSource = keyof typeof PROMISE_OBSTACLES;

/** What an obstacle of a source can say. */
export type PromiseCause<Source extends PromiseSource> = CauseOf<(typeof PROMISE_OBSTACLES)[Source]>;
