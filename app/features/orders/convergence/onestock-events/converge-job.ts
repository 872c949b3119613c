import type { InboxJob } from '#app/features/inbox/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { CONVERGE_ORDER, CONVERGENCE_KEY_PREFIX, convergenceKey } from '../../shape.ts';
import { OTHER_TOPIC } from './describe-event.ts';

/** The payload of the job `converge-order`. */
export interface ConvergeOrderPayload {
  shop: ShopDomain;
  /** The order's id in OneStock. */
  oneStockOrderId: string;
}

/**
 * Events carry no id, and times to the second: two that happened within one second can be the same bytes, of which the second counts as a
 * repeat. The order is read when that second is over, so that what both told is seen.
 */
const READ_AFTER_MS = 1_000;

/** The job of an event: a hundred events within a second about one order ask for the same. Null for what is none of our topics, or about no order. */
export function convergenceAfter({
  shop,
  topic,
  subject,
}: {
  shop: ShopDomain;
  topic: string;
  subject: string | null;
}): InboxJob | null {
  if (topic === OTHER_TOPIC || subject === null) return null;
  const payload: ConvergeOrderPayload = { shop, oneStockOrderId: subject };
  return { task: CONVERGE_ORDER, key: convergenceKey(payload), payload, delayMs: READ_AFTER_MS };
}

/** Adds the order's job, or moves the one that waits: however many ask for it, one is done. */
export function enqueueConvergence(
  jobs: Jobs<typeof CONVERGE_ORDER>,
  { shop, oneStockOrderId }: ConvergeOrderPayload,
  runAt: Date,
  transaction?: Prisma.TransactionClient,
): Promise<void> {
  const payload: ConvergeOrderPayload = { shop, oneStockOrderId };
  return jobs.enqueue(CONVERGE_ORDER, payload, { jobKey: convergenceKey(payload), runAt }, transaction);
}

/**
 * The same for an order of Shopify, under the first of its ids in OneStock: its job looks at all of them.
 *
 * @returns false when nothing of it was sent, or about to be
 */
export async function enqueueConvergenceOf(
  jobs: Jobs<typeof CONVERGE_ORDER>,
  { shop, orderId }: { shop: ShopDomain; orderId: string },
  runAt: Date,
  transaction: Prisma.TransactionClient,
): Promise<boolean> {
  const where = { shop, orderId };
  const first = await transaction.orderDelivery.findFirst({ where, orderBy: { number: 'asc' } });
  if (first === null) return false;
  await enqueueConvergence(jobs, { shop, oneStockOrderId: first.oneStockOrderId }, runAt, transaction);
  return true;
}

/** SQL for the key of the order's job, of a row with the columns `shop` and `onestock_order_id`. */
export const CONVERGENCE_KEY_OF_ROW = `'${CONVERGENCE_KEY_PREFIX}' || shop || ':' || onestock_order_id`;

/**
 * SQL for the same as {@link enqueueConvergence}, for all rows of a statement with the columns `shop` and `onestock_order_id`. Its value is how
 * many there were.
 */
export const ENQUEUE_CONVERGENCES = `enqueue_jobs(jsonb_agg(jsonb_build_object(
  'task', '${CONVERGE_ORDER}', 'key', ${CONVERGENCE_KEY_OF_ROW},
  'payload', jsonb_build_object('shop', shop, 'oneStockOrderId', onestock_order_id))))`;
