import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { enqueueResolution, type ResolveOrderPayload } from './note-event.ts';
import { AWAITS_PAYMENT, EXPORT_GIVEN_UP, PROMISE_GIVEN_UP } from './row-conditions.ts';
import { ORDER_KEY_PREFIX, type RESOLVE_ORDER } from './shape.ts';

/** No order is this long without a job while it waits for its second event. */
const STRANDED_AFTER_MS = 10 * 60_000;

/**
 * Gives a job to every order whose promise or export has waited for ten minutes and which has none in the queue: its job was removed or used
 * up, and no event would ever announce it; and to those of which something waits for a hold, a schedule or the like, when they are to be looked
 * at again. Orders that were given up are left alone, and those that wait for their payment as long as the
 * shop wants that.
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
      select shop, order_id from order_promise as promise
        where state = 'waiting' and first_seen_at < ${before} and not ${PROMISE_GIVEN_UP}
      union
      select export.shop, order_id from order_export as export
        join shop on shop.domain = export.shop and shop.syncs_orders and shop.uninstalled_at is null
        where state = 'waiting' and created_at < ${before} and not ${EXPORT_GIVEN_UP} and revisit_at is null
          and (shop.sync_moment <> 'paid' or not ${AWAITS_PAYMENT})
      union
      select export.shop, order_id from order_export as export
        join shop on shop.domain = export.shop and shop.syncs_orders and shop.uninstalled_at is null
        where revisit_at < ${now} and not ${EXPORT_GIVEN_UP}
    ) as waiting
    where not has_job(${ORDER_KEY_PREFIX} || shop || ':' || order_id)`;
  for (const order of stranded) await enqueueResolution(jobs, order, now);
  return stranded.length;
}
