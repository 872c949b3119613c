import type { StoredPromise } from '../promise/types.ts';
import type { ArrivalWindow } from './types.ts';

/** The year 2100: what lies beyond was meant in milliseconds, or is no time. */
const LATEST_SECONDS = 4_102_444_800;

/** A time of OneStock, in Unix seconds (https://github.com/OneStock-Retail/onestock-magento-connector), as ISO 8601. */
export function instantOf(seconds: unknown): string | undefined {
  if (typeof seconds !== 'number' || !(seconds > 0 && seconds <= LATEST_SECONDS)) return undefined;
  return new Date(seconds * 1000).toISOString();
}

/** When a promise says that the parcel arrives; undefined where it names no time. */
export function arrivalOf({ eta_start, eta_end }: StoredPromise): ArrivalWindow | undefined {
  const [start, end] = [instantOf(eta_start), instantOf(eta_end)];
  const [from, to] = [start ?? end, end ?? start];
  return from && to ? { from, to } : undefined;
}
