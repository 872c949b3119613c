import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ResynchronizeDependencies } from './resynchronize.ts';
import { takeUpOrders } from './take-up-orders.ts';

/**
 * Has orders that wait looked at again, and nothing else: what they wait for counts as before.
 *
 * @returns how many
 */
export async function lookAgain(
  { database, jobs, clock }: Pick<ResynchronizeDependencies, 'database' | 'jobs' | 'clock'>,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<number> {
  const ids = [...new Set(orderIds)].sort();
  await database.prisma.$transaction((transaction) =>
    takeUpOrders(jobs, transaction, shop, ids, clock.now()),
  );
  return ids.length;
}
