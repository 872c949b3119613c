import { err, ok, type Result } from 'neverthrow';
import type { Connection } from '#app/features/connection/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type AnswerDependencies, answerGroups } from './answer-groups.ts';
import { enqueueResolution, type RESOLVE_ORDER, resolvableFrom } from './note-event.ts';
import { wantedMetafields } from './order-metafields.ts';
import { type KnownOrder, type OrderReason, type OrderRecord, orderRecord } from './order-record.ts';
import { orderSource } from './order-source.ts';
import { readOrder } from './read-order.ts';
import type { OrderError, PromiseSource, ResolvedGroup } from './types.ts';
import { writeMetafields } from './write-metafields.ts';

export interface ResolveDependencies extends AnswerDependencies {
  database: Database;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  connection: Pick<Connection, 'account' | 'shop'>;
  adminClients: AdminClients;
  clock: Clock;
  log: Logger;
}

/**
 * `resolved`: the order says what is known; `changed` when it did not before this run.
 * `waiting`: the other event is not overdue; the job comes again then.
 * `gone`: the order, or the app, is no longer in the shop.
 * `needs_attention`: nothing more is tried; the order's record says why.
 */
export type Outcome =
  | { kind: 'resolved'; source: PromiseSource; changed: boolean }
  | { kind: 'waiting'; until: Date }
  | { kind: 'gone' }
  | { kind: 'needs_attention'; error: OrderError };

/** With the back-off of the job queue, e^n seconds after the nth attempt, the last one comes about four hours after the first. */
const MOST_ATTEMPTS = 10;

/** Writers who meet once meet seldom twice; those who always do are a loop that reading again will not end. */
const MOST_READS = 3;

/**
 * Resolves an order's promise and writes it into the order's metafields. Runs alone for its order, may run any number of times, and
 * writes only what differs.
 *
 * An attempt counts from its start, so that an order that kills its worker, or whose lock is never free, comes to rest too: no attempt
 * beyond the tenth does anything but that.
 *
 * @param attempt which try of the order's job this is; the first is 1
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database, while attempts are left
 */
export async function resolvePromise(
  dependencies: ResolveDependencies,
  shop: ShopDomain,
  orderId: OrderId,
  attempt: number,
): Promise<Result<Outcome, OrderError>> {
  const { database, log } = dependencies;
  const record = orderRecord(database, shop, orderId);
  const isLast = attempt >= MOST_ATTEMPTS;
  if (attempt > MOST_ATTEMPTS) {
    log.error({ shop, orderId, attempt }, 'an order was not resolved: each attempt was stopped half-way');
    return rest(record, STOPPED_HALF_WAY);
  }
  return withLock(database.pool, `order:${shop}:${orderId}`, async () => {
    const result = await resolveAlone({ ...dependencies, shop, orderId, record, attempt }).catch((error) => {
      if (!isLast) throw error;
      log.error({ err: error, shop, orderId }, 'an order was not resolved');
      return err(FAILED_INSIDE);
    });
    if (result.isOk()) return result;
    const { error } = result;
    log.warn({ shop, orderId, code: error.code, attempt }, 'an order was not resolved');
    return error.retryable && !isLast ? result : rest(record, error);
  });
}

async function rest(record: OrderRecord, error: OrderError): Promise<Result<Outcome, OrderError>> {
  await record.needsAttention(error);
  return ok({ kind: 'needs_attention', error });
}

interface Run extends ResolveDependencies {
  shop: ShopDomain;
  orderId: OrderId;
  record: OrderRecord;
  attempt: number;
}

async function resolveAlone(run: Run): Promise<Result<Outcome, OrderError>> {
  const { shop, orderId, record, clock } = run;
  const known = await record.find();
  if (!known) return ok({ kind: 'gone' });
  const until = resolvableFrom(known);
  if (until > clock.now()) {
    await enqueueResolution(run.jobs, { shop, orderId }, until);
    return ok({ kind: 'waiting', until });
  }
  return converge(run, known);
}

/**
 * Reads, finds, writes; and reads again when somebody else wrote in between. An order that OneStock has keeps what it was sent with: its delivery
 * groups are cut anew by whoever holds or moves a part of it, and were never shown a promise of their own.
 */
async function converge(run: Run, known: KnownOrder): Promise<Result<Outcome, OrderError>> {
  const { record, log, clock } = run;
  const shop = await run.connection.shop(run.shop);
  if (!shop) return gone(run);
  const client = await run.adminClients.forShop(run.shop);
  if (client.isErr()) return err(client.error);
  let { groups } = known;
  const isSettled = known.isExported && groups.length > 0;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const order = await readOrder(client.value, run.orderId);
    if (order.isErr()) return err(order.error);
    if (!order.value) return gone(run);
    if (!isSettled) {
      const answered = await answerGroups(run, shop, order.value, groups, run.attempt);
      if (answered.isErr()) return err(answered.error);
      groups = answered.value;
    }
    await record.keepAnswer(order.value.name, groups);
    const written = await writeMetafields(client.value, order.value, wantedMetafields(groups));
    if (written.isErr()) return err(written.error);
    if (written.value === 'stale') continue;
    await record.settle(clock.now(), reasonOf(groups));
    const source = orderSource(groups);
    log.info({ shop: run.shop, orderId: run.orderId, source, state: written.value }, 'an order was resolved');
    return ok({ kind: 'resolved', source, changed: written.value === 'written' });
  }
  return err(ALWAYS_STALE);
}

async function gone({ record, clock }: Run): Promise<Result<Outcome, OrderError>> {
  await record.settle(clock.now(), GONE);
  return ok({ kind: 'gone' });
}

/** Why the first group that could have a promise has none. */
function reasonOf(groups: readonly ResolvedGroup[]): OrderReason | null {
  const { reason, reasonCode = null } = groups.find((group) => group.reason) ?? {};
  return reason === undefined ? null : { code: reasonCode, message: reason };
}

const GONE: OrderReason = {
  code: 'order_gone',
  message: 'The order, or the app, is no longer in the shop. There is nothing to write the promise on.',
};

const ALWAYS_STALE: OrderError = {
  code: 'order_always_stale',
  retryable: true,
  message:
    'The delivery promise was not written on the order, because another app or person changed it at the same moment each time. ' +
    'Whoever reads the order does not see its promise. Look for another app that writes metafields of the namespace “onestock”.',
};

const STOPPED_HALF_WAY: OrderError = {
  code: 'order_stopped_half_way',
  retryable: true,
  message:
    'The app stopped each time while it was writing the delivery promise on the order, and does not try again by itself. ' +
    'Whoever reads the order may not see its promise.',
};

const FAILED_INSIDE: OrderError = {
  code: 'order_failed_inside',
  retryable: true,
  message:
    'The app failed each time while it was writing the delivery promise on the order, by a fault of its own. ' +
    'Whoever reads the order does not see its promise.',
};
