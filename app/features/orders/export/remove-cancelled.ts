import { err, ok, type Result } from 'neverthrow';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import { keepNote } from '../order-notes.ts';
import { type Reason, reasonOf } from '../reason.ts';
import type { OrderError } from '../types.ts';
import type { KnownExport } from './export-record.ts';
import type { ExportOutcome, ExportRun } from './export-run.ts';
import { healsByItself } from './healing-faults.ts';

/**
 * Takes an order that was cancelled in Shopify out of OneStock: every group that is not removed yet, as far as the site's workflow lets it
 * go. Done once; what had left by then stays, and the order says so. With the setting off nothing is asked of OneStock.
 */
export async function removeCancelled(
  run: ExportRun,
  { oneStockOrderId, state }: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  const { database, shop, orderId } = run;
  const isDone = await database.prisma.orderNote.findFirst({ where: { shop, orderId, kind: 'cancelled' } });
  if (isDone || oneStockOrderId === null || state === 'closed') return ok({ kind: 'followed' });
  if (!run.plan.settings.removeOnCancel) return cancelled(run, null, LEFT_ALONE);
  const kept = await remove(run, oneStockOrderId);
  if (kept.isErr()) return err(kept.error);
  return cancelled(run, kept.value, kept.value > 0 ? stillThere(kept.value) : null);
}

/** @returns how many pieces the site did not let go */
async function remove(run: ExportRun, id: string): Promise<Result<number, OrderError>> {
  const connection = await run.connection.account(run.shop);
  if (!connection) return err(NOT_CONNECTED);
  const { account } = connection;
  const order = await run.oneStock.readOrder(account, id);
  if (order.isErr()) return err(notRemoved(order.error));
  const removedState = run.plan.settings.removedGroupState;
  const groups = order.value?.groups.filter((group) => group.state !== removedState) ?? [];
  if (groups.length === 0) return ok(0);
  const removed = await run.oneStock.removeGroups(account, { orderId: id, groups, removedState });
  return removed
    .map(({ kept }) => kept.reduce((pieces, { quantity }) => pieces + quantity, 0))
    .mapErr(notRemoved);
}

function notRemoved(error: OneStockError): OrderError {
  return { ...error, retryable: healsByItself(error), ...reasonOf(NOT_REMOVED, error) };
}

/** The note comes last: it says that nothing is left to do. */
async function cancelled(
  { database, shop, orderId, clock, record, log }: ExportRun,
  keptPieces: number | null,
  difference: Reason | null,
): Promise<Result<ExportOutcome, never>> {
  await record.differs(difference);
  const facts = { isRemoved: keptPieces !== null, keptPieces: keptPieces ?? 0 };
  await keepNote(database, shop, orderId, { at: clock.now(), kind: 'cancelled', facts, key: 'cancelled' });
  log.info({ shop, orderId, count: keptPieces }, 'a cancelled order was taken out of OneStock');
  return ok({ kind: 'followed' });
}

function stillThere(pieces: number): Reason {
  return reasonOf({
    code: 'cancelled_but_kept',
    params: { pieces },
    message:
      `The order is cancelled in Shopify, but OneStock did not let go of ${pieces} of its pieces, which may have left already. ` +
      'Look at the order in OneStock.',
  });
}

const LEFT_ALONE = reasonOf({
  code: 'cancelled_and_left_alone',
  message:
    'The order is cancelled in Shopify and goes on in OneStock, as the settings say. Remove it in OneStock if it is not to be prepared.',
});

const NOT_REMOVED = {
  code: 'cancelled_not_removed',
  message: 'The order is cancelled in Shopify, but was not taken out of OneStock and may still be prepared.',
};

const NOT_CONNECTED: OrderError = {
  code: 'onestock_not_connected',
  retryable: false,
  ...reasonOf(NOT_REMOVED, {
    code: 'account_to_connect',
    message:
      'The shop has no OneStock account: connect OneStock in the configuration, then synchronize the order again.',
  }),
};
