import { err, ok, type Result } from 'neverthrow';
import type { Connection } from '#app/features/connection/index.ts';
import type { OneStockGateway, OneStockOrder } from '#app/gateways/onestock/index.ts';
import type { AdminClient, AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueResolution, type RESOLVE_ORDER } from '../note-event.ts';
import { type CONVERGE_ORDER, enqueueConvergence } from '../onestock-events/converge-job.ts';
import { readOrderSettings } from '../order-settings.ts';
import type { OrderError } from '../types.ts';
import { type ConvergeRecord, convergeRecord, type ExportedOrder } from './converge-record.ts';
import { finishComparison } from './finish-comparison.ts';
import { oneStockOrderMissing } from './obstacles.ts';
import { readLocations } from './read-locations.ts';
import { takePlannedSteps } from './take-planned-steps.ts';
import type { Obstacle } from './types.ts';

export interface ConvergeDependencies {
  database: Database;
  jobs: Jobs<typeof CONVERGE_ORDER | typeof RESOLVE_ORDER>;
  connection: Pick<Connection, 'account'>;
  adminClients: AdminClients;
  oneStock: Pick<OneStockGateway, 'readOrder'>;
  clock: Clock;
  log: Logger;
}

/**
 * `converged`: Shopify's order tells what OneStock's does; `changes` were made, and `closed` says that nothing more is to come.
 * `blocked`: the same, but for what the obstacles say.
 * `waiting`: a call may still be under way; the job comes again then.
 * `left_alone`: the order is not synchronized, or gone.
 * `needs_attention`: nothing more is tried; the order's record says why.
 */
export type Convergence =
  | { kind: 'converged'; changes: number; closed: boolean }
  | { kind: 'blocked'; changes: number; obstacles: Obstacle[] }
  | { kind: 'waiting'; until: Date }
  | { kind: 'left_alone' }
  | { kind: 'needs_attention'; error: OrderError };

/** With the back-off of the job queue, e^n seconds after the nth attempt, the last one comes about four hours after the first. */
const MOST_ATTEMPTS = 10;

/**
 * Brings Shopify's order to what OneStock says of it: fulfilments of the parcels that have left, holds on what will not come. Events are hints
 * only: both orders are read anew, so that it does not matter how many there were, which were lost and in which order they came. Runs alone
 * for its order, and does each thing once however often it runs and wherever it is cut off.
 *
 * @param attempt which try of the order's job this is; the first is 1
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database
 */
export async function convergeOrder(
  dependencies: ConvergeDependencies,
  shop: ShopDomain,
  orderId: OrderId,
  attempt: number,
): Promise<Result<Convergence, OrderError>> {
  const { database, clock, log } = dependencies;
  const record = convergeRecord(database, shop, orderId);
  return withLock(database.pool, `order:${shop}:${orderId}`, async () => {
    const exported = await record.find();
    if (!exported) return ok({ kind: 'left_alone' });
    const result = await convergeAlone({ ...dependencies, shop, orderId, record, exported });
    if (result.isOk()) return result;
    const { error } = result;
    log.warn({ shop, orderId, code: error.code, attempt }, 'an order was not compared with OneStock');
    if (error.retryable && attempt < MOST_ATTEMPTS) return result;
    await finishComparison(record, exported, { now: clock.now(), obstacles: [error] });
    return ok({ kind: 'needs_attention', error });
  });
}

interface Run extends ConvergeDependencies {
  shop: ShopDomain;
  orderId: OrderId;
  record: ConvergeRecord;
  exported: ExportedOrder;
}

async function convergeAlone(run: Run): Promise<Result<Convergence, OrderError>> {
  const { shop, exported, record, clock } = run;
  const account = await run.connection.account(shop);
  if (!account) return ok({ kind: 'left_alone' });
  const oneStockOrder = await run.oneStock.readOrder(account.account, exported.oneStockOrderId);
  if (oneStockOrder.isErr()) return err(oneStockOrder.error);
  if (oneStockOrder.value === null) {
    const obstacles = [oneStockOrderMissing(exported.oneStockOrderId)];
    await finishComparison(record, exported, { now: clock.now(), obstacles });
    return ok({ kind: 'blocked', changes: 0, obstacles });
  }
  const client = await run.adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  return takeSteps(run, client.value, oneStockOrder.value);
}

async function takeSteps(
  run: Run,
  client: AdminClient,
  oneStockOrder: OneStockOrder,
): Promise<Result<Convergence, OrderError>> {
  const { shop, orderId, record, exported, clock, log } = run;
  const settings = await readOrderSettings(run.database, shop);
  const locations = await readLocations(run.database, shop);
  const facts = { oneStockOrder, items: exported.items, settings, locations };
  const taken = await takePlannedSteps({ client, record, clock, orderId, facts });
  if (taken.isErr()) return err(taken.error);
  if (taken.value === null) return ok({ kind: 'left_alone' });
  const { changes, obstacles, isTrackingAwaited, waitUntil } = taken.value;
  if (waitUntil) {
    await enqueueConvergence(run.jobs, { shop, oneStockOrderId: exported.oneStockOrderId }, waitUntil);
    return ok({ kind: 'waiting', until: waitUntil });
  }
  const closed = await finishComparison(record, exported, {
    now: clock.now(),
    obstacles,
    oneStock: { state: oneStockOrder.state, closedStates: settings.closedOrderStates, isTrackingAwaited },
  });
  // What differed may do so no more: the order's other job tells.
  if (exported.isDifferent) await enqueueResolution(run.jobs, { shop, orderId }, clock.now());
  if (changes > 0) log.info({ shop, orderId, changes, obstacles: obstacles.length }, 'an order was changed');
  return ok(
    obstacles.length > 0 ? { kind: 'blocked', changes, obstacles } : { kind: 'converged', changes, closed },
  );
}
