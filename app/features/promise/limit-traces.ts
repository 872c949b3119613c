import { LRUCache } from 'lru-cache';
import { UNASKED_CODES } from './shape.ts';
import type { RateAnswer, RecordedTrace, Spent } from './types.ts';

const MOST_SHOPS = 5000;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Says of each answer whether its trace is kept: every one that shows less than it could have, or that Shopify did not wait for, and of the
 * others so many a shop and day (in UTC, counted by each process). A merchant looks at failures; a thousand alike successes tell no more
 * than the first ones.
 */
export function createTraceLimit(mostPerShopAndDay: number): (answer: RateAnswer, spent: Spent) => boolean {
  const counts = new LRUCache<string, { day: number; count: number }>({ max: MOST_SHOPS });
  return ({ prepared: { trace }, answeredAt }, { wasAborted }) => {
    if (wasAborted || showsLess(trace)) return true;
    const day = Math.floor(answeredAt.getTime() / DAY_MS);
    const kept = counts.get(trace.shop);
    const count = kept?.day === day ? kept.count + 1 : 1;
    counts.set(trace.shop, { day, count });
    return count <= mostPerShopAndDay;
  };
}

/** Where OneStock was not to be asked, by the option or for what is in the basket, a rate without a date takes no promise's place. */
const CHOSEN: readonly string[] = ['fallback_only', ...Object.keys(UNASKED_CODES)];

function showsLess({ failure, status, rung, options }: RecordedTrace): boolean {
  if (failure !== null || status !== 200) return true;
  return (
    rung === 'fallback' &&
    options.some((each) => each.rung === 'fallback' && !CHOSEN.includes(each.reason.split(', ')[0] ?? ''))
  );
}
