import { LRUCache } from 'lru-cache';
import type { RateAnswer } from './types.ts';

const MOST_SHOPS = 5000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Says of each answer whether its trace is kept: every one that shows less than it could have, and of the others so many a shop and day (in
 * UTC, counted by each process). A merchant looks at failures; a thousand alike successes tell no more than the first ones.
 */
export function createTraceLimit(mostPerShopAndDay: number): (answer: RateAnswer) => boolean {
  const counts = new LRUCache<string, { day: number; count: number }>({ max: MOST_SHOPS });
  return ({ prepared: { trace }, answeredAt }) => {
    if (trace.failure !== null || trace.status !== 200 || trace.rung === 'fallback') return true;
    const day = Math.floor(answeredAt.getTime() / DAY_MS);
    const kept = counts.get(trace.shop);
    const count = kept?.day === day ? kept.count + 1 : 1;
    counts.set(trace.shop, { day, count });
    return count <= mostPerShopAndDay;
  };
}
