import { err, ok, type Result } from 'neverthrow';
import { attemptWork, causesJson } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { KnownExport } from '../known-order.ts';
import type { OrderVisit } from '../order-visit.ts';
import {
  causesOf,
  isOrderCode,
  ORDER_SOURCES,
  type OrderCause,
  type OrderError,
  orderError,
} from '../shape.ts';
import { exportRecord } from './export-record.ts';
import type { ExportDependencies, ExportOutcome, ExportRun } from './export-run.ts';
import { followChanges, hasChanged } from './follow-changes.ts';
import { lookForPending } from './look-for-pending.ts';
import { leaveUnshown } from './not-shown.ts';
import { passOn } from './pass-on.ts';
import { sendOrder } from './send-order.ts';
import type { ShopOrder } from './types.ts';

/**
 * Brings OneStock up to what Shopify says of an order: creates it there once its moment has come, what of it opens later then, and afterwards
 * follows its cancellation, edits and refunds. Runs alone for its order, and may run any number of times: a crash between any effect and its record ends in one
 * order of OneStock for each delivery all the same.
 *
 * @param attempt which try of the order's job this is; the first is 1. After the tenth the order needs attention
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database, while attempts are left
 */
export async function exportOrder(
  dependencies: ExportDependencies,
  visit: OrderVisit,
  attempt: number,
): Promise<Result<ExportOutcome, OrderError>> {
  const { shop, orderId } = visit;
  const { plan } = await visit.known();
  if (!plan) return ok({ kind: 'off' });
  const record = exportRecord(dependencies, shop, orderId);
  const failedInside = orderError({ code: 'export_failed_inside' }, { retryable: true });
  return attemptWork<ExportOutcome, OrderError>(dependencies.log, {
    attempt,
    about: { shop, orderId },
    stoppedHalfWay: orderError({ code: 'export_stopped_half_way' }, { retryable: true }),
    failedInside,
    work: () => exportAlone({ ...dependencies, shop, orderId, visit, plan, attempt, record }),
    async retryLater(error) {
      // Its words are of an order that was given up.
      if (error !== failedInside) await record.keepCauses(causesOf(error));
    },
    async giveUp(error) {
      const at = dependencies.clock.now();
      const causes = causesOf(error);
      const facts = { causes: causesJson(causes) };
      // The minute stands in the key: the same is told again when it happens again.
      const key = `refused:${sha256Hex(JSON.stringify(causes))}:${at.toISOString().slice(0, 16)}`;
      const kind = isOrderCode(error.code) ? 'stopped' : 'refused';
      await record.giveUp(causes, attempt, { at, kind, facts, key }, error.openLines);
      return { kind: 'needs_attention', code: error.code };
    },
  });
}

async function exportAlone(run: ExportRun): Promise<Result<ExportOutcome, OrderError>> {
  const { visit } = run;
  const known = (await visit.known()).export;
  const isThere = known !== null && known.exportedAt !== null;
  if (known && !isThere && isLeftOutForGood(known)) return ok({ kind: 'decided' });
  const unreadable = (error: OrderError) => (known && known.deliveries.length > 0 ? error : notSent(error));
  const client = await visit.client();
  if (client.isErr()) return err(unreadable(client.error));
  const read = await visit.order();
  if (read.isErr()) return err(unreadable(read.error));
  const order = read.value?.shopOrder ?? null;
  if (order === null) return (await leaveUnshown(run, client.value, known)).mapErr(unreadable);
  if (isThere) return followAndSend(run, client.value, order, known);
  // What was cancelled may be in OneStock, and waits for nobody's decision.
  if (known?.obstacles.has(ORDER_SOURCES.export) && !order.isCancelled)
    return goOnIfThere(run, client.value, order, known);
  const sent = await sendOrder(run, order, known);
  if (known && sent.isOk()) await run.record.followed(known);
  const wasUnderWay = known !== null && known.deliveries.length > 0;
  if (sent.isErr() || sent.value.kind !== 'exported' || !(wasUnderWay || hasChanged(order))) return sent;
  return followAnew(run, client.value, order, sent.value);
}

/** Follows what changed while an earlier try was under way: what that try sent is of before. */
async function followAnew(
  run: ExportRun,
  client: AdminClient,
  order: ShopOrder,
  sent: ExportOutcome,
): Promise<Result<ExportOutcome, OrderError>> {
  run.visit.changed();
  const current = (await run.visit.known()).export;
  if (!current) return ok(sent);
  return (await followChanges(run, client, order, current)).map(() => sent);
}

function isLeftOutForGood({ state, causes }: KnownExport): boolean {
  return state === 'left_out' && !!causes?.some(({ code }) => LEFT_OUT_FOR_GOOD.includes(code));
}

const LEFT_OUT_FOR_GOOD = [
  'cancelled_before_sent',
  'placed_before_synchronized',
] satisfies OrderCause['code'][] as string[];

/** What became of it since, and what of it is to be sent only now. */
async function followAndSend(
  run: ExportRun,
  client: AdminClient,
  order: ShopOrder,
  before: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  const passedOn = order.isCancelled ? ok(before) : await passOn(run, before);
  if (passedOn.isErr()) return err(passedOn.error);
  const known = passedOn.value;
  const followed = await followChanges(run, client, order, known);
  if (followed.isErr()) return followed;
  // What was taken out of OneStock was kept meanwhile.
  const current = (await run.visit.known()).export ?? known;
  const sent = order.isCancelled ? followed : await sendOrder(run, order, current);
  if (sent.isOk()) await run.record.followed(known);
  const wasUnderWay = known.deliveries.some(({ exportedAt }) => exportedAt === null);
  if (sent.isErr() || sent.value.kind !== 'exported' || !wasUnderWay) return sent;
  return followAnew(run, client, order, sent.value);
}

/** An order that was given up goes on where OneStock turns out to have what it was asked for; else a person decides about it. */
async function goOnIfThere(
  run: ExportRun,
  client: AdminClient,
  order: ShopOrder,
  known: KnownExport,
): Promise<Result<ExportOutcome, OrderError>> {
  const connection = await run.oneStockAccounts.account(run.shop);
  const found = connection && (await lookForPending(run, connection.account, order, known, 'keep'));
  const current = found?.unwrapOr(0) ? (await run.visit.known()).export : null;
  return current ? followAndSend(run, client, order, current) : ok({ kind: 'decided' });
}

/** What Shopify's refusal of the order's data means for the order. */
function notSent(error: OrderError): OrderError {
  const notInOneStock: OrderCause = { code: 'order_not_sent' };
  const { code, retryable } = error;
  return { code, retryable, causes: [...causesOf(error), notInOneStock] };
}
