import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OrderTopic } from './order-event-subject.ts';
import { ORDER_KEY_PREFIX, orderKey, RESOLVE_ORDER } from './shape.ts';

/** The payload of the job `resolve-order`. */
export interface ResolveOrderPayload {
  shop: ShopDomain;
  orderId: OrderId;
}

/**
 * How long an order waits for the second of its two events. Shopify orders no events, but routes within seconds; an order whose other
 * event is lost is resolved with what Shopify has by then.
 */
const WAIT_FOR_OTHER_EVENT_MS = 20_000;

export interface OrderEvent {
  shop: ShopDomain;
  orderId: OrderId;
  topic: OrderTopic;
  /** When this app received it. */
  seenAt: Date;
}

interface Seen {
  firstSeenAt: Date;
  createdSeenAt: Date | null;
  routedSeenAt: Date | null;
}

/** When an order may be resolved: at once when both its events were seen, else when the other one is overdue. */
export function resolvableFrom({ firstSeenAt, createdSeenAt, routedSeenAt }: Seen): Date {
  const bothSeen = createdSeenAt !== null && routedSeenAt !== null;
  return bothSeen ? firstSeenAt : new Date(firstSeenAt.getTime() + WAIT_FOR_OTHER_EVENT_MS);
}

/** Adds the order's job, or moves the one that waits. */
export async function enqueueResolution(
  jobs: Jobs<typeof RESOLVE_ORDER>,
  { shop, orderId }: ResolveOrderPayload,
  runAt: Date,
  transaction?: Prisma.TransactionClient,
): Promise<void> {
  const payload: ResolveOrderPayload = { shop, orderId };
  await jobs.enqueue(RESOLVE_ORDER, payload, { jobKey: orderKey(payload), runAt }, transaction);
}

/**
 * SQL for the same as {@link enqueueResolution}, at once, for all rows of a statement with the columns `shop` and `order_id`. Its value is how many
 * there were.
 */
export const ENQUEUE_RESOLUTIONS = Prisma.sql`enqueue_jobs(jsonb_agg(jsonb_build_object(
  'task', ${RESOLVE_ORDER}::text, 'key', ${ORDER_KEY_PREFIX}::text || shop || ':' || order_id,
  'payload', jsonb_build_object('shop', shop, 'orderId', order_id)) order by order_id))`;

/**
 * Notes that an event of an installed shop's order was seen and has the order resolved: at once when it was the second of the two, else when the other one
 * is overdue. The same event may be noted any number of times, in any order.
 *
 * Row and job are one statement: the row's lock keeps the two events of an order apart, so that the later one sees both.
 */
export async function noteEvent(
  { database: { pool } }: { database: Pick<Database, 'pool'> },
  { shop, orderId, topic, seenAt }: OrderEvent,
): Promise<void> {
  const createdSeenAt = topic === 'orders/create' ? seenAt : null;
  const routedSeenAt = topic === 'orders/create' ? null : seenAt;
  await runSql(
    pool,
    'note-order-event',
    Prisma.sql`
      with seen as (
        insert into order_promise as known (shop, order_id, first_seen_at, created_seen_at, routed_seen_at)
        values (${shop}, ${orderId}, ${seenAt}, ${createdSeenAt}, ${routedSeenAt})
        on conflict (shop, order_id) do update set
          first_seen_at = least(known.first_seen_at, excluded.first_seen_at),
          created_seen_at = coalesce(known.created_seen_at, excluded.created_seen_at),
          routed_seen_at = coalesce(known.routed_seen_at, excluded.routed_seen_at)
        returning *
      )
      select enqueue_jobs(jsonb_build_array(jsonb_build_object(
        'task', ${RESOLVE_ORDER}::text,
        'key', ${ORDER_KEY_PREFIX} || shop || ':' || order_id,
        'payload', jsonb_build_object('shop', shop, 'orderId', order_id),
        'runAt', case
          when created_seen_at is not null and routed_seen_at is not null then first_seen_at
          else first_seen_at + ${WAIT_FOR_OTHER_EVENT_MS}::int * interval '1 millisecond'
        end
      )))
      from seen`,
  );
}
