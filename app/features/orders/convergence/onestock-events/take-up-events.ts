import { settleWaiting } from '#app/features/inbox/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { enqueueResolution } from '../../note-event.ts';
import type { RESOLVE_ORDER } from '../../shape.ts';
import type { ConvergeOrderPayload } from './converge-job.ts';
import { ONESTOCK } from './onestock-source.ts';

const NOT_OURS = JSON.stringify({ note: 'not ours' });

/**
 * Settles the events that wait about an order of OneStock. Each is a hint that something happened to it: whatever they tell, the order is
 * read again, once for all of them. An order that this app has not created in OneStock is left alone. One whose creation is uncertain is looked
 * for by the job of Shopify's order: OneStock has just told that it has it.
 *
 * @returns Shopify's id of the order; null when it is none of ours
 */
export async function takeUpEvents(
  {
    database: { pool },
    clock,
    jobs,
  }: { database: Pick<Database, 'pool'>; clock: Clock; jobs: Jobs<typeof RESOLVE_ORDER> },
  { shop, oneStockOrderId }: ConvergeOrderPayload,
): Promise<OrderId | null> {
  const learnt = Prisma.sql`case when exists (select from ours) then '{}' else ${NOT_OURS} end::jsonb`;
  const settle = settleWaiting(
    { source: ONESTOCK, shop, subject: oneStockOrderId },
    { at: clock.now(), facts: learnt },
  );
  const [ours] = await runSql<{ orderId: OrderId; isUncertain: boolean }>(
    pool,
    'take-up-events',
    Prisma.sql`
      with ours as (
        select order_id, exported_at is null as is_uncertain from order_delivery where shop = ${shop} and onestock_order_id = ${oneStockOrderId}
      ), settled as (${settle})
      select order_id as "orderId", is_uncertain as "isUncertain" from ours`,
  );
  if (ours?.isUncertain) await enqueueResolution(jobs, { shop, orderId: ours.orderId }, clock.now());
  return ours?.orderId ?? null;
}
