import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { enqueueResolution, type RESOLVE_ORDER, type ResolveOrderPayload } from '../note-event.ts';

/** Has an order's job run at once, also where none of the order's events was ever seen: they are not waited for. */
export async function takeUpOrder(
  jobs: Jobs<typeof RESOLVE_ORDER>,
  transaction: Prisma.TransactionClient,
  order: ResolveOrderPayload,
  now: Date,
): Promise<void> {
  const { shop, orderId } = order;
  await transaction.$executeRaw`
    insert into order_promise (shop, order_id, first_seen_at, created_seen_at, routed_seen_at)
    values (${shop}, ${orderId}, ${now}, ${now}, ${now})
    on conflict (shop, order_id) do nothing`;
  await enqueueResolution(jobs, order, now, transaction);
}
