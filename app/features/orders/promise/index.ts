import { err, ok, type Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import { createShownRates } from '#app/features/promise/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { decideIntent, type IntentDecision } from '../convergence/decide-intent.ts';
import { handleOrderEvent } from '../handle-order-event.ts';
import { enqueueResolution, noteEvent, type OrderEvent } from '../note-event.ts';
import { createOrderVisit, type OrderVisit } from '../order-visit.ts';
import { requeueStrandedOrders } from '../requeue-stranded-orders.ts';
import type { CONVERGE_ORDER, OrderError, RESOLVE_ORDER } from '../shape.ts';
import { workAlone } from '../work-alone.ts';
import { type LastPromise, readLastPromise } from './read-last-promise.ts';
import {
  type FindOutcome,
  findPromise,
  type Outcome,
  type ResolveDependencies,
  writePromise,
} from './resolve-promise.ts';
import { dismissOrders, retryOrders } from './settle-orders.ts';

/** From an order to the promise in its metafields. */
export interface OrderPromises {
  /** The inbox's handler of the topics `ORDER_TOPICS`; see {@link handleOrderEvent}. */
  handleOrderEvent(event: InboxEvent): Promise<Result<'noted' | 'ignored', OrderError>>;
  /** Notes an event whose order is known, and has the order resolved; see {@link noteEvent}. */
  noteEvent(event: OrderEvent): Promise<void>;
  /** Finds an order's promise and writes it, and does nothing else of its job. */
  resolvePromise(shop: ShopDomain, orderId: OrderId, attempt: number): Promise<Result<Outcome, OrderError>>;
  /** What the job `resolve-order` begins with, for who keeps others from the order; see {@link findPromise}. */
  findDuring(visit: OrderVisit, attempt: number): Promise<Result<FindOutcome, OrderError>>;
  /** What it ends with; see {@link writePromise}. */
  writeDuring(visit: OrderVisit, attempt: number): Promise<Result<Outcome, OrderError>>;
  /** To be called now and then; see {@link requeueStrandedOrders}. */
  requeueStrandedOrders(): Promise<number>;
  /** See {@link readLastPromise}. */
  lastPromise(shop: ShopDomain): Promise<LastPromise | null>;
  /** See {@link retryOrders}. */
  retry(shop: ShopDomain, orderIds: readonly string[]): Promise<number>;
  /** See {@link dismissOrders}. */
  dismiss(shop: ShopDomain, orderIds: readonly string[]): Promise<number>;
  /** See {@link decideIntent}. */
  decideIntent(
    intent: { shop: ShopDomain; orderId: OrderId; intentId: string },
    decision: IntentDecision,
  ): Promise<Result<void, OrderError>>;
}

export interface OrderPromisesDependencies extends Omit<ResolveDependencies, 'shownRates'> {
  jobs: Jobs<typeof RESOLVE_ORDER | typeof CONVERGE_ORDER>;
}

export function createOrderPromises(dependencies: OrderPromisesDependencies): OrderPromises {
  const complete = {
    ...dependencies,
    shownRates: createShownRates(dependencies.database),
  };
  const note = (event: OrderEvent) => noteEvent(complete, event);
  return {
    handleOrderEvent: (event) => handleOrderEvent({ ...complete, noteEvent: note }, event),
    noteEvent: note,
    resolvePromise: (shop, orderId, attempt) =>
      workAlone(
        complete,
        { shop, orderId },
        attempt,
        async () => {
          const visit = createOrderVisit(complete, shop, orderId);
          const found = await findPromise(complete, visit, attempt);
          if (found.isErr()) return err(found.error);
          return found.value.kind === 'found' ? writePromise(complete, visit, attempt) : ok(found.value);
        },
        async (until) => {
          await enqueueResolution(complete.jobs, { shop, orderId }, until);
          return ok({ kind: 'waiting', until });
        },
      ),
    findDuring: (visit, attempt) => findPromise(complete, visit, attempt),
    writeDuring: (visit, attempt) => writePromise(complete, visit, attempt),
    requeueStrandedOrders: () => requeueStrandedOrders(complete),
    lastPromise: (shop) => readLastPromise(dependencies.database, shop),
    retry: (shop, orderIds) => retryOrders(complete, shop, orderIds),
    dismiss: (shop, orderIds) => dismissOrders(complete, shop, orderIds),
    decideIntent: (intent, decision) => decideIntent(complete, intent, decision),
  };
}
