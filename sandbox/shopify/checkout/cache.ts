import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PostalAddress } from '../store/types.ts';
import type { CarrierQuote, CartLine } from './types.ts';

/** https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService, "Server-side caching of requests". */
const lifeAfterAnswerMs = 15 * 60_000;
const lifeAfterErrorMs = 30_000;

/** A bound on the simulator's memory; nothing of Shopify's. */
const answersKept = 20_000;

/**
 * What makes two rate requests the same for Shopify: variants, quantities, item weights, carrier service, origin and destination.
 * By omission from the documented list, price, currency, locale, customer and the time of day do not count. The default box is the
 * shop's, and the simulated shop has one.
 */
export function rateCacheKey(
  carrierServiceId: string,
  origin: PostalAddress,
  destination: PostalAddress,
  lines: CartLine[],
): string {
  const items = lines.map(({ variant, quantity }) => [variant.id, quantity, variant.grams].join(' ')).sort();
  const parts = [carrierServiceId, items, addressParts(origin), addressParts(destination)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Where the parcel goes, without who receives it: that a person's name does not count is inferred. */
function addressParts({ country, province, zip, city, address1, address2 }: PostalAddress): string[] {
  return [country, province, zip, city, address1, address2].map((part) => part ?? '');
}

export interface RateCache {
  find(key: string): CarrierQuote | null;
  keep(key: string, quote: CarrierQuote): void;
  clear(): void;
}

/**
 * Shopify's memory of carriers' answers: 15 minutes for rates and refusals, 30 seconds for errors.
 * @param timeScale how many times faster than the clock these lives pass
 */
export function createRateCache(now: () => Date, timeScale: () => number): RateCache {
  const kept = new LRUCache<string, { quote: CarrierQuote; at: number }>({ max: answersKept });
  return {
    find(key) {
      const entry = kept.get(key);
      if (!entry) return null;
      const lifeMs = entry.quote.problem === null ? lifeAfterAnswerMs : lifeAfterErrorMs;
      const ageMs = (now().getTime() - entry.at) * timeScale();
      return ageMs < lifeMs ? { ...entry.quote, isCached: true, durationMs: 0 } : null;
    },
    keep: (key, quote) => kept.set(key, { quote, at: now().getTime() }),
    clear: () => kept.clear(),
  };
}
