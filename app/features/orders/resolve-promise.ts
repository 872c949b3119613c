import { err, ok, type Result } from 'neverthrow';
import type { Connection } from '#app/features/connection/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId, ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import { type AnswerDependencies, answerGroups } from './answer-groups.ts';
import { enqueueResolution, type RESOLVE_ORDER, resolvableFrom } from './note-event.ts';
import { wantedMetafields } from './order-metafields.ts';
import { type OrderRecord, type OrderRecords, orderRecord } from './order-record.ts';
import { readOrder } from './read-order.ts';
import type { Attempt, OrderError } from './types.ts';
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
 * `resolved`: the order says what is known; `changed` when it did not before.
 * `waiting`: the other event is not overdue; the job comes again then.
 * `gone`: the order, or the app, is no longer in the shop.
 * `needs_attention`: nothing more is tried; the order's record says why.
 */
export type Outcome =
  | { kind: 'resolved'; changed: boolean }
  | { kind: 'waiting'; until: Date }
  | { kind: 'gone' }
  | { kind: 'needs_attention'; error: OrderError };

/** Writers who meet once meet seldom twice; those who always do are a loop that reading again will not end. */
const MOST_READS = 3;

/**
 * Resolves an order's promise and writes it into the order's metafields. Runs alone for its order, may run any number of times, and
 * writes only what differs.
 *
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database
 */
export function resolvePromise(
  dependencies: ResolveDependencies,
  shop: ShopDomain,
  orderId: OrderId,
  attempt: Attempt,
): Promise<Result<Outcome, OrderError>> {
  const { database, log } = dependencies;
  return withLock(database.pool, `order:${shop}:${orderId}`, async () => {
    const record = orderRecord(database, shop, orderId);
    const result = await resolveAlone(dependencies, shop, orderId, record, attempt);
    if (result.isOk()) return result;
    const { error } = result;
    log.warn({ shop, orderId, code: error.code, ...attempt }, 'an order was not resolved');
    if (error.retryable && attempt.attempt < attempt.maxAttempts) return result;
    await record.needsAttention(error.message);
    return ok({ kind: 'needs_attention', error });
  });
}

async function resolveAlone(
  dependencies: ResolveDependencies,
  shopDomain: ShopDomain,
  orderId: OrderId,
  records: OrderRecords,
  attempt: Attempt,
): Promise<Result<Outcome, OrderError>> {
  const { clock, jobs, connection, adminClients } = dependencies;
  const record = await records.find();
  if (!record) return ok({ kind: 'gone' });
  const until = resolvableFrom(record);
  if (until > clock.now()) {
    await enqueueResolution(jobs, { shop: shopDomain, orderId }, until);
    return ok({ kind: 'waiting', until });
  }
  const shop = await connection.shop(shopDomain);
  if (!shop) return ok({ kind: 'gone' });
  const client = await adminClients.forShop(shopDomain);
  if (client.isErr()) return err(client.error);

  let { groups } = record;
  for (let reads = 0; reads < MOST_READS; reads++) {
    const order = await readOrder(client.value, orderId);
    if (order.isErr()) return err(order.error);
    if (order.value === null) return settle(dependencies, records, record, { kind: 'gone' }, GONE);
    const answered = await answerGroups(dependencies, shop, order.value, groups, attempt);
    if (answered.isErr()) return err(answered.error);
    groups = answered.value;
    await records.keepAnswer(order.value.name, groups);
    const written = await writeMetafields(client.value, order.value, wantedMetafields(groups));
    if (written.isErr()) return err(written.error);
    if (written.value !== 'stale') {
      const reason = groups.find((group) => group.reason)?.reason ?? null;
      return settle(
        dependencies,
        records,
        record,
        { kind: 'resolved', changed: written.value === 'written' },
        reason,
      );
    }
  }
  return err(ALWAYS_STALE);
}
