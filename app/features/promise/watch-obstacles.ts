import { LRUCache } from 'lru-cache';
import type { Obstacles, RaisedObstacle } from '#app/features/obstacles/index.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** An unchanged state is written again after this, so that an obstacle that another process cleared comes back. */
const REPEAT_MS = 60_000;

/** Says at every request whether an obstacle is there; the database hears of it when that changes. Never throws. */
export type ObstacleWatch = (shop: ShopDomain, isPresent: boolean, obstacle: RaisedObstacle) => void;

export function createObstacleWatch(dependencies: {
  obstacles: Pick<Obstacles, 'raise' | 'clear'>;
  log: Logger;
}): ObstacleWatch {
  const { obstacles, log } = dependencies;
  const known = new LRUCache<string, boolean>({ max: 10_000, ttl: REPEAT_MS });
  return (shop, isPresent, obstacle) => {
    const { subject, source } = obstacle;
    const name = `${shop} ${source}`;
    if (known.get(name) === isPresent) return;
    known.set(name, isPresent);
    const written = isPresent ? obstacles.raise(shop, obstacle) : obstacles.clear(shop, { subject, source });
    written.catch((error: Error) => {
      known.delete(name);
      log.warn({ err: error, shop, source }, 'an obstacle could not be recorded');
    });
  };
}
