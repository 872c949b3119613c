import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueResolution } from '../note-event.ts';
import type { RESOLVE_ORDER } from '../shape.ts';

/** Has the jobs of orders run at once, also where none of an order's events was ever seen: they are not waited for. */
export async function takeUpOrders(
  jobs: Jobs<typeof RESOLVE_ORDER>,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
  now: Date,
): Promise<void> {
  await transaction.$executeRaw`
    insert into order_promise (shop, order_id, first_seen_at, created_seen_at, routed_seen_at)
    select ${shop}, unnest(${orderIds}::text[]), ${now}, ${now}, ${now}
    on conflict (shop, order_id) do nothing`;
  for (const orderId of orderIds) await enqueueResolution(jobs, { shop, orderId }, now, transaction);
}
