import type { Store } from '../store/store.ts';

export interface ThrottleStatus {
  maximumAvailable: number;
  currentlyAvailable: number;
  restoreRate: number;
}

/** The cost bucket of one app on each shop. */
export interface Buckets {
  /** Takes `cost` out, or nothing and false when the bucket holds less. */
  take(store: Store, cost: number): boolean;
  giveBack(store: Store, cost: number): void;
  status(store: Store): ThrottleStatus;
}

/** Points a second by plan (https://shopify.dev/docs/apps/build/apis/graphql-admin/rate-limits). */
const restoreRates: Record<string, number> = { Advanced: 200, Plus: 1000 };
const standardRestoreRate = 100;
/** A full bucket is refilled in this time: 2,000 points at 100 a second. Inferred from recorded answers. */
const fillSeconds = 20;

/** @param timeScale how many times faster than the clock buckets fill */
export function createBuckets(now: () => Date, timeScale: () => number): Buckets {
  const levels = new Map<string, { available: number; at: number }>();
  const level = ({ shop }: Store) => {
    const restoreRate = restoreRates[shop.plan] ?? standardRestoreRate;
    const maximumAvailable = restoreRate * fillSeconds;
    const time = now().getTime();
    const last = levels.get(shop.domain) ?? { available: maximumAvailable, at: time };
    const restored = ((time - last.at) / 1000) * restoreRate * timeScale();
    const current = {
      available: Math.min(maximumAvailable, last.available + Math.max(0, restored)),
      at: time,
    };
    levels.set(shop.domain, current);
    return { current, restoreRate, maximumAvailable };
  };
  return {
    take(store, cost) {
      const { current } = level(store);
      if (cost > current.available) return false;
      current.available -= cost;
      return true;
    },
    giveBack(store, cost) {
      const { current, maximumAvailable } = level(store);
      current.available = Math.min(maximumAvailable, current.available + cost);
    },
    status(store) {
      const { current, restoreRate, maximumAvailable } = level(store);
      return { maximumAvailable, currentlyAvailable: Math.floor(current.available), restoreRate };
    },
  };
}
