import { err, ok, type Result } from 'neverthrow';
import { attemptWork, type Causes, type Obstacles } from '#app/features/obstacles/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { AdminClient, AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { enqueueResolution } from '../note-event.ts';
import { readOwnOrder } from '../read-own-order.ts';
import {
  type CONVERGE_ORDER,
  causesOf,
  isOrderCode,
  ORDER_SOURCES,
  type OrderCause,
  type OrderError,
  orderError,
  type RESOLVE_ORDER,
} from '../shape.ts';
import { workAlone } from '../work-alone.ts';
import { type ConvergeRecord, convergeRecord, type ExportedOrder } from './converge-record.ts';
import { finishComparison } from './finish-comparison.ts';
import { enqueueConvergence, enqueueConvergenceOf } from './onestock-events/converge-job.ts';
import { takePlannedSteps } from './take-planned-steps.ts';
import type { ConvergedDelivery } from './types.ts';
import { oneStockOrderMissing, orderNotShown } from './what-blocks.ts';

export interface ConvergeDependencies {
  database: Database;
  jobs: Jobs<typeof CONVERGE_ORDER | typeof RESOLVE_ORDER>;
  oneStockAccounts: Pick<OneStockAccounts, 'account'>;
  adminClients: AdminClients;
  oneStock: Pick<OneStockGateway, 'readOrder'>;
  obstacles: Obstacles;
  /** Puts a cause into words, for the note on a hold. */
  say(cause: Cause): string;
  clock: Clock;
  log: Logger;
}

/**
 * `converged`: Shopify's order tells what OneStock's does; `changes` were made, and `closed` says that nothing more is to come.
 * `blocked`: the same, but for what `causes` say.
 * `waiting`: a call may still be under way, or somebody else works on the order; the job comes again then.
 * `left_alone`: the order is not synchronized.
 * `needs_attention`: nothing more is tried; an obstacle of the order says why.
 */
export type Convergence =
  | { kind: 'converged'; changes: number; closed: boolean }
  | { kind: 'blocked'; changes: number; causes: OrderCause[] }
  | { kind: 'waiting'; until: Date }
  | { kind: 'left_alone' }
  | { kind: 'needs_attention'; error: OrderError };

/**
 * Brings Shopify's order to what OneStock says of it: fulfilments of the parcels that have left, holds on what will not come. Events are hints
 * only: both orders are read anew, so that it does not matter how many there were, which were lost and in which order they came. Runs alone
 * for its order, and does each thing once however often it runs and wherever it is cut off.
 *
 * @param attempt which try of the order's job this is; the first is 1
 * @returns an error when the same work is to be tried again; what no retry can help is an outcome
 * @throws what is a bug or a failure of the database, while attempts are left
 */
export async function convergeOrder(
  dependencies: ConvergeDependencies,
  shop: ShopDomain,
  orderId: OrderId,
  attempt: number,
): Promise<Result<Convergence, OrderError>> {
  const record = convergeRecord(dependencies, shop, orderId);
  const work = () =>
    attemptWork<Convergence, OrderError>(dependencies.log, {
      attempt,
      about: { shop, orderId },
      stoppedHalfWay: orderError({ code: 'comparison_stopped_half_way' }, { retryable: true }),
      failedInside: orderError({ code: 'comparison_failed_inside' }, { retryable: true }),
      async work() {
        const exported = await record.find();
        if (!exported) return ok({ kind: 'left_alone' });
        return convergeAlone({ ...dependencies, shop, orderId, record, exported });
      },
      async giveUp(error) {
        const exported = await record.find();
        if (!exported) return { kind: 'left_alone' };
        const compared = { now: dependencies.clock.now(), blocked: notCompared(error), attempts: attempt };
        await finishComparison(record, exported, compared);
        return { kind: 'needs_attention', error };
      },
    });
  return workAlone(dependencies, { shop, orderId }, attempt, work, async (until) => {
    const { prisma } = dependencies.database;
    const isPutBack = await enqueueConvergenceOf(dependencies.jobs, { shop, orderId }, until, prisma);
    return ok(isPutBack ? { kind: 'waiting', until } : { kind: 'left_alone' });
  });
}

/** What an outside system's failure means for the order is said after it. */
function notCompared(error: OrderError): Causes {
  const mayDiffer: OrderCause = { code: 'order_may_differ' };
  const causes = causesOf(error);
  return isOrderCode(error.code) ? causes : [...causes, mayDiffer];
}

interface Run extends ConvergeDependencies {
  shop: ShopDomain;
  orderId: OrderId;
  record: ConvergeRecord;
  exported: ExportedOrder;
}

async function convergeAlone(run: Run): Promise<Result<Convergence, OrderError>> {
  const { shop, exported, record, clock } = run;
  const account = await run.oneStockAccounts.account(shop);
  if (!account) return ok({ kind: 'left_alone' });
  const found: ConvergedDelivery[] = [];
  const missing: OrderCause[] = [];
  for (const delivery of exported.deliveries) {
    const oneStockOrder = await readOwnOrder(run.oneStock, account.account, {
      oneStockOrderId: delivery.oneStockOrderId,
      orderId: run.orderId,
    });
    if (oneStockOrder.isErr()) return err(oneStockOrder.error);
    if (oneStockOrder.value === null) missing.push(oneStockOrderMissing(delivery.oneStockOrderId));
    else found.push({ ...delivery, oneStockOrder: oneStockOrder.value });
  }
  if (found.length === 0) {
    await finishComparison(record, exported, { now: clock.now(), blocked: missing });
    return ok({ kind: 'blocked', changes: 0, causes: missing });
  }
  const client = await run.adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  return takeSteps(run, client.value, found, missing);
}

async function takeSteps(
  run: Run,
  client: AdminClient,
  deliveries: readonly ConvergedDelivery[],
  missing: readonly OrderCause[],
): Promise<Result<Convergence, OrderError>> {
  const { shop, orderId, record, exported, clock, log } = run;
  const { settings, locations } = exported;
  const facts = { deliveries, settings, locations };
  const taken = await takePlannedSteps({ client, record, clock, say: run.say, orderId, facts });
  if (taken.isErr()) return err(taken.error);
  if (taken.value === null) {
    const causes = [orderNotShown()];
    await finishComparison(record, exported, { now: clock.now(), blocked: causes });
    return ok({ kind: 'blocked', changes: 0, causes });
  }
  const { changes, isTrackingAwaited, waitUntil, settled } = taken.value;
  const [first] = deliveries;
  if (waitUntil && first) {
    await enqueueConvergence(run.jobs, { shop, oneStockOrderId: first.oneStockOrder.id }, waitUntil);
    return ok({ kind: 'waiting', until: waitUntil });
  }
  for (const removal of settled) await record.keepRemoved(removal, exported);
  const blocked = [...missing, ...taken.value.blocked];
  const closed = await finishComparison(record, exported, {
    now: clock.now(),
    blocked,
    oneStock: {
      states: new Map(deliveries.map(({ number, oneStockOrder }) => [number, oneStockOrder.state])),
      closedStates: settings.closedOrderStates,
      isTrackingAwaited,
    },
  });
  // What differed, or waited, may do so no more: the order's other job tells.
  if (
    exported.obstacles.has(ORDER_SOURCES.difference) ||
    settled.length > 0 ||
    (changes > 0 && exported.isWaiting)
  )
    await enqueueResolution(run.jobs, { shop, orderId }, clock.now());
  if (changes > 0) log.info({ shop, orderId, changes, count: blocked.length }, 'an order was changed');
  return ok(
    blocked.length > 0
      ? { kind: 'blocked', changes, causes: blocked }
      : { kind: 'converged', changes, closed },
  );
}
