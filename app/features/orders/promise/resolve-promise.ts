import { err, ok, type Result } from 'neverthrow';
import { attemptWork, type Causes, type Obstacles } from '#app/features/obstacles/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import { oneStockOrderId } from '../export/to-onestock-order.ts';
import type { KnownOrder, KnownPromise } from '../known-order.ts';
import { enqueueResolution, resolvableFrom } from '../note-event.ts';
import type { OrderVisit, ReadOrder } from '../order-visit.ts';
import {
  causesOf,
  isOrderCode,
  type OrderCause,
  type OrderError,
  orderError,
  type RESOLVE_ORDER,
} from '../shape.ts';
import { type AnswerDependencies, answerGroups } from './answer-groups.ts';
import { answerLater } from './answer-later.ts';
import { type DeliveryEntry, deliveryEntries, plannedOutlines, unsentOutlines } from './delivery-entries.ts';
import { wantedMetafields } from './order-metafields.ts';
import { type OrderRecord, orderRecord } from './order-record.ts';
import { orderSource } from './order-source.ts';
import type { PromiseSource, ResolvedGroup } from './types.ts';
import { writeMetafields } from './write-metafields.ts';

export interface ResolveDependencies extends AnswerDependencies {
  database: Database;
  oneStockAccounts: Pick<OneStockAccounts, 'account'>;
  shops: Pick<Shops, 'shop'>;
  adminClients: AdminClients;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  obstacles: Obstacles;
  clock: Clock;
  log: Logger;
}

/**
 * `resolved`: the order says what is known; `changed` when it did not before this run.
 * `waiting`: the other event is not overdue, or somebody else works on the order; the job comes again then.
 * `gone`: the order, or the app, is no longer in the shop.
 * `needs_attention`: nothing more is tried; an obstacle of the order says why.
 */
export type Outcome =
  | { kind: 'resolved'; source: PromiseSource; changed: boolean }
  | { kind: 'waiting'; until: Date }
  | { kind: 'gone' }
  | { kind: 'needs_attention'; error: OrderError };

/** Writers who meet once meet seldom twice; those who always do are a loop that reading again will not end. */
const MOST_READS = 3;

/**
 * Resolves an order's promise and writes it into the order's metafields. Runs alone for its order, may run any number of times, and
 * writes only what differs; see {@link workAlone} for who keeps others away.
 *
 * An attempt counts from its start, so that an order that kills its worker, or whose lock is never free, is given up too.
 *
 * @param attempt which try of the order's job this is; the first is 1
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database, while attempts are left
 */
export function resolvePromise(
  dependencies: ResolveDependencies,
  visit: OrderVisit,
  attempt: number,
): Promise<Result<Outcome, OrderError>> {
  const { shop, orderId } = visit;
  const record = orderRecord(dependencies, shop, orderId);
  const stoppedHalfWay = orderError({ code: 'order_stopped_half_way' }, { retryable: true });
  return attemptWork<Outcome, OrderError>(dependencies.log, {
    attempt,
    about: { shop, orderId },
    stoppedHalfWay,
    failedInside: orderError({ code: 'order_failed_inside' }, { retryable: true }),
    work: () => resolveAlone({ ...dependencies, visit, record, attempt }),
    async giveUp(error) {
      const { promise } = await visit.known();
      // The order says it already: what ends the process comes after, in the same job.
      if (error === stoppedHalfWay && promise?.state === 'resolved')
        return { kind: 'resolved', source: orderSource(promise.groups), changed: false };
      await record.giveUp(notWritten(error), attempt);
      return { kind: 'needs_attention', error };
    },
  });
}

/** What an outside system's failure means for the order is said after it. */
function notWritten(error: OrderError): Causes {
  const notOnOrder: OrderCause = { code: 'promise_not_written' };
  const causes = causesOf(error);
  return isOrderCode(error.code) ? causes : [...causes, notOnOrder];
}

export interface ResolveRun extends ResolveDependencies {
  visit: OrderVisit;
  record: OrderRecord;
  attempt: number;
}

async function resolveAlone(run: ResolveRun): Promise<Result<Outcome, OrderError>> {
  const { visit, clock } = run;
  const known = await visit.known();
  if (!known.promise) return ok({ kind: 'gone' });
  const until = resolvableFrom(known.promise);
  if (until > clock.now()) {
    await enqueueResolution(run.jobs, visit, until);
    return ok({ kind: 'waiting', until });
  }
  return resolve(run, known, known.promise);
}

/**
 * Reads, finds, writes; and reads again when somebody else wrote in between. An order that OneStock has keeps what it was sent with: its delivery
 * groups are cut anew by whoever holds or moves a part of it, and were never shown a promise of their own. What of it is to be sent only now is
 * asked for anew.
 */
async function resolve(
  run: ResolveRun,
  known: KnownOrder,
  { groups: earlier }: KnownPromise,
): Promise<Result<Outcome, OrderError>> {
  const { visit, record, log, clock } = run;
  const { shop: domain, orderId } = visit;
  const shop = await run.shops.shop(domain);
  if (!shop) return gone(run, known);
  const client = await visit.client();
  if (client.isErr()) return err(client.error);
  let groups = earlier;
  const isSettled = !!known.export?.exportedAt && groups.length > 0;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const read = await visit.orderNow();
    if (read.isErr()) return err(read.error);
    if (!read.value) return gone(run, known);
    const { order } = read.value;
    const answered = isSettled
      ? await answerLater(run, shop, read.value, groups)
      : await answerGroups(run, shop, order, groups, run.attempt);
    if (answered.isErr()) return err(answered.error);
    groups = answered.value;
    await record.keepAnswer(order, groups, known);
    visit.found(groups);
    const entries = await entriesOf(visit, read.value, groups);
    if (entries.isErr()) return err(entries.error);
    const written = await writeMetafields(client.value, order, wantedMetafields(groups, entries.value));
    if (written.isErr()) return err(written.error);
    if (written.value === 'stale') continue;
    await record.settle(clock.now(), whyNotAsShown(groups), known);
    const source = orderSource(groups);
    log.info({ shop: domain, orderId, source, state: written.value }, 'an order was resolved');
    return ok({ kind: 'resolved', source, changed: written.value === 'written' });
  }
  return err(orderError({ code: 'order_always_stale' }, { retryable: true }));
}

/** The deliveries of the order, with the ids in OneStock of those that it has, or is about to get. */
async function entriesOf(
  visit: OrderVisit,
  { order, shopOrder }: ReadOrder,
  groups: readonly ResolvedGroup[],
): Promise<Result<DeliveryEntry[], OrderError>> {
  const { plan, export: exported } = await visit.known();
  if (!plan || !shopOrder) return ok(deliveryEntries(unsentOutlines(order.fulfillmentOrders), groups));
  const planned = await visit.deliveryPlan();
  if (planned.isErr()) return err(planned.error);
  if (!planned.value) return ok([]);
  const nameOf = (number: number) => oneStockOrderId(shopOrder, number, plan.settings);
  const storeAt = (id: string) =>
    plan.mappings.locations.find(({ locationId }) => locationId === id)?.endpointId ?? null;
  const outlines = plannedOutlines(exported?.deliveries ?? [], planned.value, nameOf);
  return ok(deliveryEntries(outlines, groups, storeAt));
}

async function gone({ record, clock }: ResolveRun, known: KnownOrder): Promise<Result<Outcome, OrderError>> {
  const cause: OrderCause = { code: 'order_gone' };
  await record.settle(clock.now(), [cause], known);
  return ok({ kind: 'gone' });
}

/** Why a group that could have a promise has none; where all have theirs, why one has another than was shown. Of several the first says it. */
function whyNotAsShown(groups: readonly ResolvedGroup[]): Causes | null {
  const [first, ...others] =
    [...groups.filter(hasNone), ...groups]
      .map(({ notCounted, reasonCode }) => [notCounted ?? [], reasonCode ? { code: reasonCode } : []].flat())
      .find((causes) => causes.length > 0) ?? [];
  return first ? [first, ...others] : null;
}

function hasNone({ promise }: ResolvedGroup): boolean {
  return promise === null;
}
