import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { CONVERGENCE_KEY_PREFIX, orderKey } from '../shape.ts';
import type { OrderWork } from './types.ts';

/** A job that is due within this is as good as running. */
const SOON_MS = 5_000;

/** What the app is about to do with an order by itself: its own job, or the one that brings it to what OneStock says. */
export async function readWork(
  { database: { prisma }, clock }: { database: Pick<Database, 'prisma'>; clock: Clock },
  shop: ShopDomain,
  orderId: OrderId,
): Promise<OrderWork> {
  const [next] = await prisma.$queryRaw<{ isRunning: boolean; runAt: Date }[]>`
    select locked_at is not null as "isRunning", run_at as "runAt" from graphile_worker.jobs
    where (key = ${orderKey({ shop, orderId })} or key in (
      select ${CONVERGENCE_KEY_PREFIX} || shop || ':' || onestock_order_id from order_delivery where shop = ${shop} and order_id = ${orderId}
    )) and (attempts < max_attempts or locked_at is not null)
    order by 1 desc, 2 limit 1`;
  if (!next) return { isWorking: false };
  const isWorking = next.isRunning || next.runAt.getTime() <= clock.now().getTime() + SOON_MS;
  return isWorking ? { isWorking } : { isWorking, nextTryAt: next.runAt.toISOString() };
}
