import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueResolution, type RESOLVE_ORDER, type ResolveOrderPayload } from './note-event.ts';

interface SettleDependencies {
  database: Pick<Database, 'prisma'>;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  clock: Clock;
}

/**
 * Has orders that need attention resolved again, at once and with all attempts. Of other shops, and of orders in another state, nothing
 * is touched, so that asking twice is asking once.
 *
 * @returns how many are tried again
 */
export function retryOrders(
  { database, jobs, clock }: SettleDependencies,
  shop: ShopDomain,
  orderIds: readonly string[],
): Promise<number> {
  return database.prisma.$transaction(async (transaction) => {
    const retried = await transaction.$queryRaw<ResolveOrderPayload[]>`
      update order_promise set state = 'waiting', reason = null, reason_code = null
      where shop = ${shop} and order_id = any(${[...orderIds]}) and state = 'needs_attention'
      returning shop, order_id as "orderId"`;
    for (const order of retried) await enqueueResolution(jobs, order, clock.now(), transaction);
    return retried.length;
  });
}

/**
 * Lets orders that need attention be. Only a new event of such an order has it resolved after all. Of other shops, and of orders in another
 * state, nothing is touched.
 *
 * @returns how many were dismissed
 */
export async function dismissOrders(
  { database }: Pick<SettleDependencies, 'database'>,
  shop: ShopDomain,
  orderIds: readonly string[],
): Promise<number> {
  const { count } = await database.prisma.orderPromise.updateMany({
    where: { shop, orderId: { in: [...orderIds] }, state: 'needs_attention' },
    data: { state: 'dismissed' },
  });
  return count;
}
