import { err, ok, type Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import { parseOrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import { enqueueResolution } from '../note-event.ts';
import { type OrderError, orderError, type RESOLVE_ORDER } from '../shape.ts';
import { synchronizesOrders } from './synchronizes-orders.ts';

export interface OrderChangeDependencies {
  database: Database;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  clock: Clock;
}

/**
 * Handles an event of `ORDER_CHANGE_TOPICS` from the inbox: has the order's job run again, which reads what became of the order. The event
 * itself is no more than a hint. An order that the app does not know is let go: of those placed since orders are synchronized, the sweep
 * finds the ones that no event announced.
 */
export async function handleOrderChange(
  { database, jobs, clock }: OrderChangeDependencies,
  { shop, subject }: InboxEvent,
): Promise<Result<'noted' | 'ignored', OrderError>> {
  const orderId = parseOrderId(subject);
  if (!orderId) return err(orderError({ code: 'order_event_unreadable' }));
  if (!(await synchronizesOrders(database, shop))) return ok('ignored');
  const known = await database.prisma.orderPromise.count({ where: { shop, orderId } });
  if (known === 0) return ok('ignored');
  await enqueueResolution(jobs, { shop, orderId }, clock.now());
  return ok('noted');
}
