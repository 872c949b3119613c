import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { enqueueResolution, type RESOLVE_ORDER, type ResolveOrderPayload } from '../note-event.ts';
import { AWAITING_PAYMENT } from './why-not-now.ts';

const STRANDED_AFTER_MS = 10 * 60_000;

/**
 * Gives a job to every order that has waited for its export for ten minutes and has none in the queue, but for those that wait for their
 * payment. Returns how many there were.
 */
export async function requeueStrandedExports({
  database: { prisma },
  jobs,
  clock,
}: {
  database: Database;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  clock: Clock;
}): Promise<number> {
  const now = clock.now();
  const before = new Date(now.getTime() - STRANDED_AFTER_MS);
  const stranded = await prisma.$queryRaw<ResolveOrderPayload[]>`
    select order_export.shop, order_id as "orderId" from order_export
    join shop on shop.domain = order_export.shop and shop.syncs_orders and shop.uninstalled_at is null
    where state = 'waiting' and reason is distinct from ${AWAITING_PAYMENT} and created_at < ${before} and not exists (
      select from graphile_worker.jobs
      where key = 'order:' || order_export.shop || ':' || order_id and (attempts < max_attempts or locked_at is not null))`;
  for (const order of stranded) await enqueueResolution(jobs, order, now);
  return stranded.length;
}
