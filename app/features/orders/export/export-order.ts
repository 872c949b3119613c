import { err, ok, type Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { keepNote } from '../order-notes.ts';
import { reasonColumns, reasonFacts, reasonOf } from '../reason.ts';
import type { OrderError } from '../types.ts';
import { convergeIfTold } from './converge-if-told.ts';
import { exportRecord } from './export-record.ts';
import type { ExportDependencies, ExportOutcome, ExportRun } from './export-run.ts';
import { followChanges } from './follow-changes.ts';
import { readPlan } from './read-plan.ts';
import { readShopOrder } from './read-shop-order.ts';
import { sendOrder } from './send-order.ts';

/** With the back-off of the job queue, e^n seconds after the nth attempt, the last one comes about four hours after the first. */
const MOST_ATTEMPTS = 10;

/**
 * Brings OneStock up to what Shopify says of an order: creates it there once its moment has come, and afterwards follows its cancellation,
 * edits and refunds. Runs alone for its order, and may run any number of times: a crash between any effect and its record ends in one
 * order of OneStock all the same.
 *
 * @param attempt which try of the order's job this is; the first is 1. After the tenth the order needs attention
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database, while attempts are left
 */
export async function exportOrder(
  dependencies: ExportDependencies,
  shop: ShopDomain,
  orderId: OrderId,
  attempt: number,
): Promise<Result<ExportOutcome, OrderError>> {
  const { database, clock, log } = dependencies;
  const plan = await readPlan(database, shop);
  if (!plan) return ok({ kind: 'off' });
  const record = exportRecord(database, shop, orderId);
  const isLast = attempt >= MOST_ATTEMPTS;
  const rest = async (error: OrderError): Promise<Result<ExportOutcome, OrderError>> => {
    log.warn({ shop, orderId, code: error.code, attempt }, 'an order was not exported and needs attention');
    const { code } = error;
    const reason = reasonOf(error);
    const at = clock.now();
    // The minute stands in the key: a crash before the record is noted once.
    const key = `refused:${code}:${at.toISOString().slice(0, 16)}`;
    await keepNote(database, shop, orderId, {
      at,
      kind: 'refused',
      facts: { code, ...reasonFacts(reason) },
      key,
    });
    await record.needsAttention(reason);
    return ok({ kind: 'needs_attention', code });
  };
  if (attempt > MOST_ATTEMPTS) return rest(STOPPED_HALF_WAY);
  return withLock(database.pool, `order:${shop}:${orderId}`, async () => {
    const run: ExportRun = { ...dependencies, shop, orderId, plan, record };
    const result = await exportAlone(run).catch((error) => {
      if (!isLast) throw error;
      log.error({ err: error, shop, orderId }, 'an order was not exported');
      return err(FAILED_INSIDE);
    });
    if (result.isOk()) return result;
    const { error } = result;
    if (!error.retryable || isLast) return rest(error);
    log.warn({ shop, orderId, code: error.code, attempt }, 'an order was not exported');
    await record.keepReason(reasonOf(error));
    return result;
  });
}

async function exportAlone(run: ExportRun): Promise<Result<ExportOutcome, OrderError>> {
  const known = await run.record.find();
  const isThere = known !== null && known.exportedAt !== null;
  // A person decides about these, or nobody.
  if (known && !isThere && known.state !== 'waiting') return ok({ kind: 'resting' });
  const unread = (error: OrderError) => err(known?.oneStockOrderId ? error : notSent(error));
  const client = await run.adminClients.forShop(run.shop);
  if (client.isErr()) return unread(client.error);
  const order = await readShopOrder(client.value, run.orderId);
  if (order.isErr()) return unread(order.error);
  if (order.value === null) {
    if (!isThere) await run.record.leaveOut(GONE);
    return ok({ kind: 'left_out' });
  }
  if (isThere) {
    const followed = await followChanges(run, client.value, order.value, known);
    if (followed.isOk()) await run.record.followed();
    return followed;
  }
  // Before the record says that OneStock has it, after which nobody comes back here: the comparison waits for this run to end.
  if (known) await convergeIfTold(run, known, order.value.createdAt);
  const sent = await sendOrder(run, order.value, known);
  if (sent.isErr() || sent.value.kind !== 'exported') return sent;
  // It may have been cancelled or edited while an earlier try was under way.
  const standing = await run.record.find();
  if (!standing) return sent;
  return (await followChanges(run, client.value, order.value, standing)).map(() => sent.value);
}

/** An order that waits to be exported and is no longer in the shop waits for nothing. */
export async function leaveOutGone({ prisma }: Database, shop: ShopDomain, orderId: OrderId): Promise<void> {
  await prisma.orderExport.updateMany({
    where: { shop, orderId, state: 'waiting', exportedAt: null },
    data: { state: 'left_out', ...reasonColumns(GONE) },
  });
}

const GONE = reasonOf({
  code: 'order_not_in_shop',
  message: 'The order is no longer in the shop. There is nothing to do.',
});

/** What Shopify's refusal of the order's data means for the order. */
function notSent(error: OrderError): OrderError {
  return { ...error, ...reasonOf(error, NOT_SENT) };
}

const NOT_SENT = {
  code: 'order_not_sent',
  message: 'The order is not in OneStock, so nobody is asked to prepare it. Synchronize it again afterwards.',
};

const STOPPED_HALF_WAY: OrderError = {
  code: 'export_stopped_half_way',
  retryable: true,
  message:
    'The app stopped each time while it was sending the order to OneStock, and does not try again by itself. OneStock may not have the ' +
    'order. Synchronize the order again.',
};

const FAILED_INSIDE: OrderError = {
  code: 'export_failed_inside',
  retryable: true,
  message:
    'The app failed each time while it was sending the order to OneStock, by a fault of its own. OneStock may not have the order. ' +
    'Synchronize the order again; if it fails again, tell whoever operates this app.',
};
