import { err, ok, type Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { enqueueResolution } from '../note-event.ts';
import { isOfFulfillmentOrder, ORDER_UPDATED } from '../order-event-subject.ts';
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
/** An order of thirty fulfillment orders that is held is told of thirty times. */
const FULFILLMENT_ORDERS_SHARED_MS = 2_000;

/**
 * Handles an event of `ORDER_CHANGE_TOPICS` from the inbox: has the order's job run again, which reads what became of the order. The event
 * itself is no more than a hint. An order that the app does not know is let go: of those placed since orders are synchronized, the sweep
 * finds the ones that no event announced. So is an event that names nothing: the sweep is behind it.
 */
export async function handleOrderChange(
  { database, adminClients, jobs, clock }: OrderChangeDependencies,
  event: InboxEvent,
): Promise<Result<'noted' | 'ignored', OrderError>> {
  const { shop, topic } = event;
  if (event.subject === null || !(await synchronizesOrders(database, shop))) return ok('ignored');
  const found = await orderOfEvent(adminClients, event);
  if (found.isErr()) return err(found.error);
  const orderId = found.value;
  if (orderId === null) return ok('ignored');
  if ((await database.prisma.orderPromise.count({ where: { shop, orderId } })) === 0) return ok('ignored');
  const runAt = new Date(clock.now().getTime() + sharedMs(topic));
  await enqueueResolution(jobs, { shop, orderId }, runAt);
  return ok('noted');
}

function sharedMs(topic: string): number {
  if (topic === ORDER_UPDATED) return UPDATES_SHARED_MS;
  return isOfFulfillmentOrder(topic) ? FULFILLMENT_ORDERS_SHARED_MS : 0;
}
