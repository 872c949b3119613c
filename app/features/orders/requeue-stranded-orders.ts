import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { AWAITING_PAYMENT } from './export/why-not-now.ts';
import { enqueueResolution, type RESOLVE_ORDER, type ResolveOrderPayload } from './note-event.ts';

/** No order is this long without a job while it waits for its second event. */
const STRANDED_AFTER_MS = 10 * 60_000;

/**
 * Gives a job to every order whose promise or export has waited for ten minutes and which has none in the queue: its job was removed or used
 * up, and no event would ever announce it. Orders that wait for their payment are left alone, as long as the shop wants that.
 *
 * @returns how many orders there were
 */
export async function requeueStrandedOrders({
  database: { prisma },
  jobs,
  clock,
}: {
  database: Pick<Database, 'prisma'>;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  clock: Clock;
}): Promise<number> {
  const now = clock.now();
  const before = new Date(now.getTime() - STRANDED_AFTER_MS);
  const stranded = await prisma.$queryRaw<ResolveOrderPayload[]>`
    select shop, order_id as "orderId" from (
      select shop, order_id from order_promise where state = 'waiting' and first_seen_at < ${before}
      union
      select order_export.shop, order_id from order_export
        join shop on shop.domain = order_export.shop and shop.syncs_orders and shop.uninstalled_at is null
        where state = 'waiting' and created_at < ${before}
          and (reason is distinct from ${AWAITING_PAYMENT} or shop.sync_moment <> 'paid')
    ) as waiting
    where not has_job('order:' || shop || ':' || order_id)`;
  for (const order of stranded) await enqueueResolution(jobs, order, now);
  return stranded.length;
}
