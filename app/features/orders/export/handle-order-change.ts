import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { enqueueResolution } from '../note-event.ts';
import { ORDER_UPDATED } from '../order-event-subject.ts';
import { orderOfEvent } from '../order-of-event.ts';
import type { OrderError, RESOLVE_ORDER } from '../shape.ts';
import { synchronizesOrders } from './synchronizes-orders.ts';

export interface OrderChangeDependencies {
  database: Database;
  adminClients: AdminClients;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  clock: Clock;
}

/** Changes come in bursts, and most of them have an event of their own besides: one look at the order is enough. */
const UPDATES_SHARED_MS = 10_000;

const facts = z.object({ digest: z.string() }).partial().catch({});

/**
 * Handles an event of `ORDER_CHANGE_TOPICS` from the inbox: has the order's job run again, which reads what became of the order. The event
 * itself is no more than a hint. An order that the app does not know is let go: of those placed since orders are synchronized, the sweep
 * finds the ones that no event announced. So is an update by which nothing changed of what OneStock is told.
 */
export async function handleOrderChange(
  { database, adminClients, jobs, clock }: OrderChangeDependencies,
  event: InboxEvent,
): Promise<Result<'noted' | 'ignored', OrderError>> {
  const { shop, topic } = event;
  if (!(await synchronizesOrders(database, shop))) return ok('ignored');
  const found = await orderOfEvent(adminClients, event);
  if (found.isErr()) return err(found.error);
  const orderId = found.value;
  if (orderId === null) return ok('ignored');
  const where = { shop_orderId: { shop, orderId } };
  const known = await database.prisma.orderPromise.findUnique({ where, select: { updateDigest: true } });
  if (!known) return ok('ignored');
  const now = clock.now();
  if (topic !== ORDER_UPDATED) {
    await enqueueResolution(jobs, { shop, orderId }, now);
    return ok('noted');
  }
  const { digest = null } = facts.parse(event.facts);
  const updatedAt = event.triggeredAt ?? event.receivedAt;
  const isTold = digest !== null && digest === known.updateDigest;
  if (isTold) {
    await database.prisma.orderPromise.update({ where, data: { updatedAt } });
    return ok('ignored');
  }
  await database.prisma.$transaction(async (transaction) => {
    await transaction.orderPromise.update({ where, data: { updateDigest: digest, updatedAt } });
    const runAt = new Date(now.getTime() + UPDATES_SHARED_MS);
    await enqueueResolution(jobs, { shop, orderId }, runAt, transaction);
  });
  return ok('noted');
}
