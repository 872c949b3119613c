import { readDeliveryOptions } from '#app/gateways/onestock/index.ts';
import type { StoredPromise } from './types.ts';

/** What a promise says of its times; null for one that cannot be read. */
export function promiseTimes(
  promise: StoredPromise,
): { cutoff?: Date | undefined; etaStart?: Date | undefined; etaEnd?: Date | undefined } | null {
  const [read] = readDeliveryOptions([promise]) ?? [];
  return read ?? null;
}
