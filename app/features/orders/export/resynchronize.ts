import { err, ok, type Result } from 'neverthrow';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueConvergence } from '../convergence/onestock-events/converge-job.ts';
import { keepNotes, type OrderNote } from '../order-notes.ts';
import {
  type CONVERGE_ORDER,
  ORDER,
  type OrderError,
  orderError,
  type RESOLVE_ORDER,
  SYNCHRONIZATION_SOURCES,
} from '../shape.ts';
import { synchronizesOrders } from './synchronizes-orders.ts';
import { takeUpOrders } from './take-up-orders.ts';

export interface ResynchronizeDependencies {
  database: Database;
  jobs: Jobs<typeof RESOLVE_ORDER | typeof CONVERGE_ORDER>;
  obstacles: Pick<Obstacles, 'clearEach'>;
  clock: Clock;
}

/**
 * Has orders synchronized again, at once and with all attempts: those that OneStock has not are sent, whatever their age and paid or not;
 * those that it has are compared. Answers as soon as that is queued; asking twice is asking once.
 *
 * @returns an error when the shop does not synchronize orders
 */
export async function resynchronize(
  dependencies: ResynchronizeDependencies,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<Result<void, OrderError>> {
  const { database, clock } = dependencies;
  if (!(await synchronizesOrders(database, shop)))
    return err(orderError({ code: 'orders_not_synchronized' }));
  const now = clock.now();
  // In one order, so that two who ask for the same orders do not wait for each other for ever.
  const ids = [...new Set(orderIds)].sort();
  await database.prisma.$transaction((transaction) => ask(dependencies, transaction, shop, ids, now));
  return ok();
}

async function ask(
  { jobs, obstacles }: ResynchronizeDependencies,
  transaction: Prisma.TransactionClient,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
  now: Date,
): Promise<void> {
  const rows = await transaction.$queryRaw<{ state: string; oneStockOrderId: string | null }[]>`
    insert into order_export as known (shop, order_id) select ${shop}, unnest(${orderIds}::text[])
    on conflict (shop, order_id) do update set
      state = case when known.state = 'closed' then 'closed' when known.exported_at is null then 'waiting' else 'exported' end,
      causes = null,
      compare_at = case when known.exported_at is null then known.compare_at else ${now} end
    returning state, (
      select onestock_order_id from order_delivery as delivery
      where delivery.shop = known.shop and delivery.order_id = known.order_id and number = 1
    ) as "oneStockOrderId"`;
  const ofOrders = { kind: ORDER, ids: orderIds, sources: SYNCHRONIZATION_SOURCES };
  await obstacles.clearEach(shop, ofOrders, transaction);
  // The minute stands in the key: whoever presses twice is noted once.
  const note: OrderNote = {
    at: now,
    kind: 'requested',
    facts: {},
    key: `requested:${now.toISOString().slice(0, 16)}`,
  };
  await keepNotes({ prisma: transaction }, shop, orderIds, note);
  await takeUpOrders(jobs, transaction, shop, orderIds, now);
  for (const { state, oneStockOrderId } of rows)
    if (state === 'exported' && oneStockOrderId)
      await enqueueConvergence(jobs, { shop, oneStockOrderId }, now, transaction);
}
