import { LRUCache } from 'lru-cache';
import type { Problems, RaisedProblem } from '#app/features/activity/index.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** An unchanged state is written again after this, so that a problem that another process cleared comes back. */
const REPEAT_MS = 60_000;

/** Says at every request whether a problem is there; the database hears of it when that changes. Never throws. */
export type ProblemWatch = (shop: ShopDomain, isPresent: boolean, problem: RaisedProblem) => void;

export function createProblemWatch(dependencies: {
  problems: Pick<Problems, 'raise' | 'clear'>;
  log: Logger;
}): ProblemWatch {
  const { problems, log } = dependencies;
  const known = new LRUCache<string, boolean>({ max: 10_000, ttl: REPEAT_MS });
  return (shop, isPresent, problem) => {
    const key = `${shop} ${problem.key}`;
    if (known.get(key) === isPresent) return;
    known.set(key, isPresent);
    const written = isPresent ? problems.raise(shop, problem) : problems.clear(shop, problem.key);
    written.catch((error: Error) => {
      known.delete(key);
      log.warn({ err: error, shop, problem: problem.key }, 'a problem could not be recorded');
    });
  };
}
