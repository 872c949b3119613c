import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueResolution } from '../note-event.ts';
import { ORDER, ORDER_SOURCES, type PromiseState, type RESOLVE_ORDER } from '../shape.ts';

interface SettleDependencies {
  database: Pick<Database, 'prisma'>;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  clock: Clock;
  obstacles: Pick<Obstacles, 'clearEach'>;
}

/** Whoever takes the obstacle away is who settles the order. */
const GIVEN_UP = { kind: ORDER, sources: [ORDER_SOURCES.promise] };

/**
 * Has orders whose promise could not be written resolved again, at once and with all attempts. Of other shops, and of orders that stand
 * otherwise, nothing is touched, so that asking twice is asking once.
 *
 * @returns how many are tried again
 */
export function retryOrders(
  { database, jobs, clock, obstacles }: SettleDependencies,
  shop: ShopDomain,
  orderIds: readonly string[],
): Promise<number> {
  return database.prisma.$transaction(async (transaction) => {
    const retried = await obstacles.clearEach(shop, { ...GIVEN_UP, ids: orderIds }, transaction);
    for (const orderId of retried)
      await enqueueResolution(jobs, { shop, orderId: orderId as OrderId }, clock.now(), transaction);
    return retried.length;
  });
}

/**
 * Lets orders be whose promise could not be written. Only a new event of such an order has it resolved after all. Of other shops, and of
 * orders that stand otherwise, nothing is touched.
 *
 * @returns how many were dismissed
 */
export function dismissOrders(
  { database, obstacles }: Pick<SettleDependencies, 'database' | 'obstacles'>,
  shop: ShopDomain,
  orderIds: readonly string[],
): Promise<number> {
  const state: PromiseState = 'dismissed';
  return database.prisma.$transaction(async (transaction) => {
    const ids = await obstacles.clearEach(shop, { ...GIVEN_UP, ids: orderIds }, transaction);
    await transaction.orderPromise.updateMany({ where: { shop, orderId: { in: ids } }, data: { state } });
    return ids.length;
  });
}
