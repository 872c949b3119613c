import { err, ok, type Result } from 'neverthrow';
import { attemptWork, type Causes, type Obstacles } from '#app/features/obstacles/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
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
import { entriesOfOrder } from './entries-of-order.ts';
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

/** `found`: what is known of the order is kept, and is to be written on it. */
export type FindOutcome = { kind: 'found' } | Outcome;

/** Writers who meet once meet seldom twice; those who always do are a loop that reading again will not end. */
const MOST_WRITES = 3;

/**
 * Finds an order's promise and keeps it. Runs alone for its order, and may run any number of times; see {@link workAlone} for who keeps
 * others away.
 *
 * An attempt counts from its start, so that an order that kills its worker, or whose lock is never free, is given up too.
 *
 * @param attempt which try of the order's job this is; the first is 1
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database, while attempts are left
 */
export function findPromise(
  dependencies: ResolveDependencies,
  visit: OrderVisit,
  attempt: number,
): Promise<Result<FindOutcome, OrderError>> {
  return attemptPromise<FindOutcome>(dependencies, visit, attempt, findAlone);
}

/**
 * Writes what {@link findPromise} found in the same visit into the order's metafields, with what OneStock has of the order by now. Writes only
 * what differs, and like it runs alone and any number of times.
 */
export function writePromise(
  dependencies: ResolveDependencies,
  visit: OrderVisit,
  attempt: number,
): Promise<Result<Outcome, OrderError>> {
  return attemptPromise<Outcome>(dependencies, visit, attempt, writeAlone);
}

function attemptPromise<Done>(
  dependencies: ResolveDependencies,
  visit: OrderVisit,
  attempt: number,
  work: (run: ResolveRun) => Promise<Result<Done, OrderError>>,
): Promise<Result<Done | Outcome, OrderError>> {
  const { shop, orderId } = visit;
  const record = orderRecord(dependencies, shop, orderId);
  const stoppedHalfWay = orderError({ code: 'order_stopped_half_way' }, { retryable: true });
  return attemptWork<Done | Outcome, OrderError>(dependencies.log, {
    attempt,
    about: { shop, orderId },
    stoppedHalfWay,
    failedInside: orderError({ code: 'order_failed_inside' }, { retryable: true }),
    work: () => work({ ...dependencies, visit, record, attempt }),
    async giveUp(error) {
      const { promise } = await visit.known();
      // The order says it already: it is something else in the same job that ends the process.
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

async function findAlone(run: ResolveRun): Promise<Result<FindOutcome, OrderError>> {
  const { visit, clock } = run;
  const { promise } = await visit.known();
  if (!promise) return ok({ kind: 'gone' });
  const until = resolvableFrom(promise);
  if (until > clock.now()) {
    await enqueueResolution(run.jobs, visit, until);
    return ok({ kind: 'waiting', until });
  }
  const read = await readAndAnswer(run);
  if (read.isErr()) return err(read.error);
  return read.value ? ok({ kind: 'found' }) : gone(run);
}

/** Writes, and reads again when somebody else wrote in between. */
async function writeAlone(run: ResolveRun): Promise<Result<Outcome, OrderError>> {
  const { visit, record, log, clock } = run;
  const { shop, orderId } = visit;
  const client = await visit.client();
  if (client.isErr()) return err(client.error);
  for (let writes = 0; writes < MOST_WRITES; writes++) {
    const read = writes === 0 ? await visit.order() : await readAndAnswer(run);
    if (read.isErr()) return err(read.error);
    if (!read.value) return gone(run);
    const groups = await visit.groups();
    const entries = await entriesOfOrder(visit, read.value, groups);
    if (entries.isErr()) return err(entries.error);
    const wanted = wantedMetafields(groups, entries.value);
    const written = await writeMetafields(client.value, read.value.order, wanted);
    if (written.isErr()) return err(written.error);
    if (written.value === 'stale') continue;
    await record.settle(clock.now(), whyNotAsShown(groups), await visit.known());
    const source = orderSource(groups);
    log.info({ shop, orderId, source, state: written.value }, 'an order was resolved');
    return ok({ kind: 'resolved', source, changed: written.value === 'written' });
  }
  return err(orderError({ code: 'order_always_stale' }, { retryable: true }));
}

/**
 * Reads the order, finds what is known of it, and keeps that. An order that OneStock has keeps what it was sent with: its delivery groups are cut
 * anew by whoever holds or moves a part of it, and were never shown a promise of their own. What of it is to be sent only now is asked for
 * anew.
 *
 * @returns null when the order, or the app, is no longer in the shop
 */
async function readAndAnswer(run: ResolveRun): Promise<Result<ReadOrder | null, OrderError>> {
  const { visit, record, attempt } = run;
  const shop = await run.shops.shop(visit.shop);
  if (!shop) return ok(null);
  const read = await visit.orderNow();
  if (read.isErr()) return err(read.error);
  if (!read.value) return ok(null);
  const { order } = read.value;
  const known = await visit.known();
  const before = await visit.groups();
  const isSettled = !!known.export?.exportedAt && before.length > 0;
  const answered = isSettled
    ? await answerLater(run, shop, read.value, before)
    : await answerGroups(run, shop, order, before, attempt);
  if (answered.isErr()) return err(answered.error);
  // Nothing of a cancelled order is to come any more: it goes on to say what its shopper was told.
  const groups = answered.value.length > 0 ? answered.value : before;
  await record.keepAnswer(order, groups, known);
  visit.found(groups);
  return ok(read.value);
}

async function gone({ visit, record, clock }: ResolveRun): Promise<Result<Outcome, OrderError>> {
  const cause: OrderCause = { code: 'order_gone' };
  const known = await visit.known();
  if (known.promise?.state === 'waiting') await record.settle(clock.now(), [cause], known);
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
