import { err } from 'neverthrow';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { RatePreviews } from './rate-previews.ts';
import type { PreviewRefused } from './types.ts';

/** Several people may try at once; a page that asks again and again does not get far. */
const MOST_AT_ONCE = 3;

/**
 * Lets a few previews of a shop be under way at once in this process, and refuses more. They pass the shop's breaker and bulkhead by, so
 * without a bound of their own they could take from OneStock what shoppers need.
 */
export function limitPreviews(run: RatePreviews['run']): RatePreviews['run'] {
  const underWay = new Map<ShopDomain, number>();
  return async (shop, preview) => {
    const others = underWay.get(shop) ?? 0;
    if (others >= MOST_AT_ONCE) return err(TOO_MANY);
    underWay.set(shop, others + 1);
    try {
      return await run(shop, preview);
    } finally {
      const left = (underWay.get(shop) ?? 1) - 1;
      if (left === 0) underWay.delete(shop);
      else underWay.set(shop, left);
    }
  };
}

const TOO_MANY: PreviewRefused = { code: 'too_many_previews', retryable: true };
