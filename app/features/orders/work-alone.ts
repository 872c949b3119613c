import { MOST_ATTEMPTS } from '#app/features/obstacles/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { orderKey } from './shape.ts';

/**
 * Does a job's work on an order while nobody else works on it. An attempt beyond the last does nothing but give up, and so waits for no
 * lock: it may never be free.
 */
export function workAlone<Done>(
  { pool }: Pick<Database, 'pool'>,
  order: { shop: ShopDomain; orderId: string },
  attempt: number,
  work: () => Promise<Done>,
): Promise<Done> {
  return attempt > MOST_ATTEMPTS ? work() : withLock(pool, orderKey(order), work);
}
