import { err, ok, type Result } from 'neverthrow';
import { attemptWork, causesJson } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { KnownExport } from '../known-order.ts';
import type { OrderVisit } from '../order-visit.ts';
import {
  causesOf,
  type ExportState,
  isOrderCode,
  ORDER_SOURCES,
  type OrderCause,
  type OrderError,
  orderError,
  orderSubject,
} from '../shape.ts';
import { convergeAfterEvents } from './converge-after-events.ts';
import { exportRecord } from './export-record.ts';
import type { ExportDependencies, ExportOutcome, ExportRun } from './export-run.ts';
import { followChanges, hasChanged } from './follow-changes.ts';
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
  if (known && !isThere && isDecided(known)) return ok({ kind: 'decided' });
  const unread = (error: OrderError) => err(known && known.deliveries.length > 0 ? error : notSent(error));
  const client = await visit.client();
  if (client.isErr()) return unread(client.error);
  const read = await visit.order();
  if (read.isErr()) return unread(read.error);
  const order = read.value?.shopOrder ?? null;
  if (order === null) {
    if (!isThere) await run.record.leaveOut([GONE]);
    return ok({ kind: 'left_out' });
  }
  if (isThere) return followAndSend(run, client.value, order, known);
  // Before the record says that OneStock has it, after which nobody comes back here: the comparison waits for this run to end.
  if (known) await convergeAfterEvents(run, known, order.createdAt);
  const sent = await sendOrder(run, order, known);
  const wasUnderWay = known !== null && known.deliveries.length > 0;
  if (sent.isErr() || sent.value.kind !== 'exported' || !(wasUnderWay || hasChanged(order))) return sent;
  // It may have changed while an earlier try was under way.
  visit.changed();
  const current = (await visit.known()).export;
  if (!current) return sent;
  return (await followChanges(run, client.value, order, current)).map(() => sent.value);
}

/** A person decides about these, or nobody. */
function isDecided({ state, causes, obstacles }: KnownExport): boolean {
  const isOver = state === 'left_out' && causes?.some(({ code }) => LEFT_OUT_FOR_GOOD.includes(code));
  return isOver || obstacles.has(ORDER_SOURCES.export);
}

const LEFT_OUT_FOR_GOOD = [
  'cancelled_before_sent',
  'placed_before_synchronized',
  'order_not_in_shop',
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
  return sent;
}

/** An order that waits to be exported and is no longer in the shop waits for nothing, and nothing stands in its way. */
export async function leaveOutGone(
  { database: { prisma }, obstacles }: Pick<ExportDependencies, 'database' | 'obstacles'>,
  shop: ShopDomain,
  orderId: OrderId,
): Promise<void> {
  const [waiting, leftOut]: ExportState[] = ['waiting', 'left_out'];
  const { count } = await prisma.orderExport.updateMany({
    where: { shop, orderId, state: waiting, exportedAt: null },
    data: { state: leftOut, causes: causesJson([GONE]) },
  });
  if (count > 0)
    await obstacles.clear(shop, { subject: orderSubject(orderId), source: ORDER_SOURCES.export });
}

const GONE: OrderCause = { code: 'order_not_in_shop' };

/** What Shopify's refusal of the order's data means for the order. */
function notSent(error: OrderError): OrderError {
  const notInOneStock: OrderCause = { code: 'order_not_sent' };
  const { code, retryable } = error;
  return { code, retryable, causes: [...causesOf(error), notInOneStock] };
}
