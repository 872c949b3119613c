import { err, ok, type Result } from 'neverthrow';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { KnownDelivery } from '../deliveries/types.ts';
import type { KnownExport } from '../known-order.ts';
import { keepNote } from '../order-notes.ts';
import { readOwnOrder } from '../read-own-order.ts';
import { saidByOneStock } from '../said-by-onestock.ts';
import type { OrderCause, OrderError } from '../shape.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { healsByItself } from './healing-faults.ts';

/**
 * Takes an order that was cancelled in Shopify out of OneStock: every group that is not removed yet, as far as the site's workflow lets it
 * go. Done once; what had left by then stays, and the order says so. With the setting off nothing is asked of OneStock.
 */
export async function removeCancelled(
  run: ExportRun,
  known: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  const { database, shop, orderId } = run;
  const isDone = await database.prisma.orderNote.findFirst({ where: { shop, orderId, kind: 'cancelled' } });
  if (isDone || known.state === 'closed') return ok({ kind: 'followed' });
  if (!run.plan.settings.removeOnCancel) return cancelled(run, known, null);
  let keptPieces = 0;
  for (const delivery of known.deliveries) {
    const kept = await remove(run, delivery);
    if (kept.isErr()) return err(kept.error);
    keptPieces += kept.value;
  }
  return cancelled(run, known, keptPieces);
}

/** @returns how many pieces the site did not let go */
async function remove(
  run: ExportRun,
  { number, oneStockOrderId: id, exportedAt }: KnownDelivery,
): Promise<Result<number, OrderError>> {
  const connection = await run.oneStockAccounts.account(run.shop);
  if (!connection) return err(NOT_CONNECTED);
  const { account } = connection;
  const order = await readOwnOrder(run.oneStock, account, { oneStockOrderId: id, orderId: run.orderId });
  if (order.isErr()) return err(notRemoved(order.error));
  if (order.value && exportedAt === null) {
    await run.record.exported({ number, oneStockOrderId: id }, run.clock.now());
    run.visit.changed();
  }
  const removedState = run.plan.settings.removedGroupState;
  const groups = order.value?.groups.filter((group) => group.state !== removedState) ?? [];
  if (groups.length === 0) return ok(0);
  const removed = await run.oneStock.removeGroups(account, { orderId: id, groups, removedState });
  return removed
    .map(({ kept }) => kept.reduce((pieces, { quantity }) => pieces + quantity, 0))
    .mapErr(notRemoved);
}

function notRemoved(error: OneStockError): OrderError {
  const { code } = error;
  return { code, retryable: healsByItself(error), causes: [NOT_REMOVED, { code }, ...saidByOneStock(error)] };
}

/** `keptPieces` is null where nothing was to be taken out. The note comes last: it says that nothing is left to do. */
async function cancelled(
  { database, shop, orderId, clock, record, log }: ExportRun,
  known: KnownExport,
  keptPieces: number | null,
): Promise<Result<ExportOutcome, never>> {
  const difference = whatIsLeft(keptPieces);
  await record.differs(difference && [difference], known);
  const facts = { isRemoved: keptPieces !== null, keptPieces: keptPieces ?? 0 };
  await keepNote(database, shop, orderId, { at: clock.now(), kind: 'cancelled', facts, key: 'cancelled' });
  log.info({ shop, orderId, count: keptPieces }, 'a cancelled order was taken out of OneStock');
  return ok({ kind: 'followed' });
}

function whatIsLeft(keptPieces: number | null): OrderCause | null {
  if (keptPieces === null) return { code: 'cancelled_and_left_alone' };
  return keptPieces > 0 ? { code: 'cancelled_but_kept', params: { pieces: keptPieces } } : null;
}

const NOT_REMOVED: OrderCause = { code: 'cancelled_not_removed' };
const TO_CONNECT: OrderCause = { code: 'account_to_connect' };
const NOT_CONNECTED: OrderError = {
  code: 'onestock_not_connected',
  retryable: false,
  causes: [NOT_REMOVED, TO_CONNECT],
};
