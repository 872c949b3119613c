import type { Result } from 'neverthrow';
import { type AttemptedWork, attemptWork, MOST_ATTEMPTS } from '#app/features/obstacles/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type OrderError, orderKey } from './shape.ts';

/**
 * Makes an attempt at work on an order while nobody else works on it; see {@link attemptWork}. Beyond the last attempt nothing is done but
 * giving up, which waits for no lock: it may never be free.
 */
export function attemptAlone<Value>(
  { database, log }: { database: Pick<Database, 'pool'>; log: Logger },
  order: { shop: ShopDomain; orderId: string },
  attempted: Omit<AttemptedWork<Value, OrderError>, 'about'>,
): Promise<Result<Value, OrderError>> {
  const attempt = () => attemptWork(log, { ...attempted, about: { ...order } });
  if (attempted.attempt > MOST_ATTEMPTS) return attempt();
  return withLock(database.pool, orderKey(order), attempt);
}
