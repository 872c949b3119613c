import type { Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import type { RunKind, Runs } from '#app/features/runs/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OrderPromises } from '../promise/index.ts';
import type { CONVERGE_ORDER, OrderError, RESOLVE_ORDER } from '../shape.ts';
import { decideExport } from './decide-export.ts';
import type { Decision } from './decided.ts';
import type { ExportDependencies } from './export-run.ts';
import { handleOrderChange } from './handle-order-change.ts';
import { handleScopesUpdate } from './handle-scopes-update.ts';
import { lookAgain } from './look-again.ts';
import { type ProcessedOrder, processOrder } from './process-order.ts';
import { readSynchronizations, type Synchronization } from './read-synchronizations.ts';
import { resynchronize } from './resynchronize.ts';
import { sendAgain } from './send-again.ts';
import { sweepAllOrders, sweepRun } from './sweep-orders.ts';

/** From Shopify's orders to OneStock's. */
export interface OrderExports {
  /** The work of the job `resolve-order`; see {@link processOrder}. */
  process(shop: ShopDomain, orderId: OrderId, attempt: number): Promise<Result<ProcessedOrder, OrderError>>;
  /** The inbox's handler of the topics `ORDER_CHANGE_TOPICS`; see {@link handleOrderChange}. */
  handleOrderChange(event: InboxEvent): Promise<Result<'noted' | 'ignored', OrderError>>;
  /** The inbox's handler of the topic `app/scopes_update`; see {@link handleScopesUpdate}. */
  handleScopesUpdate(event: InboxEvent): Promise<Result<'noted' | 'ignored', OrderError>>;
  /** See {@link sweepRun}. */
  sweepRun: RunKind;
  /** To be called every few minutes; see {@link sweepAllOrders}. */
  sweepAll(runs: Pick<Runs, 'startAll'>): Promise<void>;
  /** See {@link resynchronize}. */
  resynchronize(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<Result<void, OrderError>>;
  /** See {@link lookAgain}. */
  lookAgain(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<number>;
  /** See {@link decideExport}. */
  decide(
    order: { shop: ShopDomain; orderId: OrderId },
    decision: Decision,
  ): Promise<Result<void, OrderError>>;
  /** See {@link sendAgain}. */
  sendAgain(order: { shop: ShopDomain; orderId: OrderId }): Promise<Result<number, OrderError>>;
  /** See {@link readSynchronizations}. */
  synchronizations(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<Synchronization[]>;
}

export interface OrderExportsDependencies extends ExportDependencies {
  orders: Pick<OrderPromises, 'findDuring' | 'writeDuring'>;
  jobs: Jobs<typeof RESOLVE_ORDER | typeof CONVERGE_ORDER>;
}

export function createOrderExports(dependencies: OrderExportsDependencies): OrderExports {
  return {
    process: (shop, orderId, attempt) => processOrder(dependencies, shop, orderId, attempt),
    handleOrderChange: (event) => handleOrderChange(dependencies, event),
    handleScopesUpdate: (event) => handleScopesUpdate(dependencies, event),
    sweepRun: sweepRun(dependencies),
    sweepAll: (runs) => sweepAllOrders(dependencies, runs),
    resynchronize: (shop, orderIds) => resynchronize(dependencies, shop, orderIds),
    lookAgain: (shop, orderIds) => lookAgain(dependencies, shop, orderIds),
    decide: (order, decision) => decideExport(dependencies, order, decision),
    sendAgain: (order) => sendAgain(dependencies, order),
    synchronizations: (shop, orderIds) => readSynchronizations(dependencies.database, shop, orderIds),
  };
}
