import { err, type Result } from 'neverthrow';
import { MOST_ATTEMPTS } from '#app/features/obstacles/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { withLockSoon } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type OrderError, orderError, orderKey } from './shape.ts';

interface OneOrder {
  shop: ShopDomain;
  orderId: string;
}

/** What most work on an order takes. A job that waits for longer would keep its place from other orders, and other shops. */
const JOB_WAITS_MS = 1_000;
const JOB_COMES_AGAIN_MS = 3_000;
const PERSON_WAITS_MS = 3_000;

/**
 * Does a job's work on an order while nobody else works on it. An attempt beyond the last does nothing but give up, and so waits for no
 * lock: it may never be free.
 *
 * @param putBack has the job come again at that time, instead of the work, as somebody else is at it
 */
export async function workAlone<Done>(
  { database: { pool }, clock }: { database: Pick<Database, 'pool'>; clock: Clock },
  order: OneOrder,
  attempt: number,
  work: () => Promise<Done>,
  putBack: (until: Date) => Promise<Done>,
): Promise<Done> {
  if (attempt > MOST_ATTEMPTS) return work();
  const patience = { waitMs: JOB_WAITS_MS, standsInNoQueue: true };
  const done = await withLockSoon(pool, orderKey(order), patience, work);
  return done.isOk() ? done.value : putBack(new Date(clock.now().getTime() + JOB_COMES_AGAIN_MS));
}

/** Does what a person asks of an order while nobody works on it; an error when somebody is at it for longer than a person waits. */
export async function askAlone<Value>(
  { pool }: Pick<Database, 'pool'>,
  order: OneOrder,
  work: () => Promise<Result<Value, OrderError>>,
): Promise<Result<Value, OrderError>> {
  const done = await withLockSoon(pool, orderKey(order), { waitMs: PERSON_WAITS_MS }, work);
  return done.isOk() ? done.value : err(orderError({ code: 'order_busy' }));
}
