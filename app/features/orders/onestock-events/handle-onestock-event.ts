import { ok, type Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/activity/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { type CONVERGE_ORDER, enqueueConvergence } from './converge-job.ts';

export interface OneStockEventDependencies {
  database: Pick<Database, 'prisma'>;
  jobs: Jobs<typeof CONVERGE_ORDER>;
}

/**
 * Events carry no id, and times to the second: two that happened within one second can be the same bytes, of which the second counts as a
 * repeat. The order is read when that second is over, so that what both told is seen.
 */
const READ_AFTER_MS = 1_000;

const NOT_OURS = 'not ours';

/**
 * Handles an event of OneStock from the inbox. It is a hint that something happened to an order: whatever it tells, the order is read
 * again, once for all the events that come together. An order of OneStock that this app has not created is left alone.
 */
export async function handleOneStockEvent(
  { database: { prisma }, jobs }: OneStockEventDependencies,
  { id, shop, subject, receivedAt, facts }: InboxEvent,
): Promise<Result<'requested' | 'ignored', never>> {
  const exported =
    subject === null
      ? null
      : await prisma.orderExport.findUnique({
          where: { shop_oneStockOrderId: { shop, oneStockOrderId: subject } },
          select: { orderId: true },
        });
  if (exported === null) {
    await prisma.inboxEvent.updateMany({ where: { id }, data: { facts: { ...facts, note: NOT_OURS } } });
    return ok('ignored');
  }
  const runAt = new Date(receivedAt.getTime() + READ_AFTER_MS);
  await enqueueConvergence(jobs, { shop, orderId: exported.orderId as OrderId }, runAt);
  return ok('requested');
}
