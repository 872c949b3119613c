import { err } from 'neverthrow';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { RateTrials } from './rate-trials.ts';
import type { TrialRefused } from './types.ts';

/** Several people may try at once; a page that asks again and again does not get far. */
const MOST_AT_ONCE = 3;

/**
 * Lets a few trials of a shop be under way at once in this process, and refuses more. They pass the shop's breaker and bulkhead by, so
 * without a bound of their own they could take from OneStock what shoppers need.
 */
export function limitTrials(run: RateTrials['run']): RateTrials['run'] {
  const underWay = new Map<ShopDomain, number>();
  return async (shop, trial) => {
    const others = underWay.get(shop) ?? 0;
    if (others >= MOST_AT_ONCE) return err(TOO_MANY);
    underWay.set(shop, others + 1);
    try {
      return await run(shop, trial);
    } finally {
      const left = (underWay.get(shop) ?? 1) - 1;
      if (left === 0) underWay.delete(shop);
      else underWay.set(shop, left);
    }
  };
}

const TOO_MANY: TrialRefused = { code: 'too_many_trials', retryable: true };
