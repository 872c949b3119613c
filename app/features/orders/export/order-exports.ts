import type { Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Orders } from '../orders.ts';
import type { CONVERGE_ORDER, OrderError, RESOLVE_ORDER } from '../shape.ts';
import type { ExportDependencies } from './export-run.ts';
import { handleOrderChange } from './handle-order-change.ts';
import { type ProcessedOrder, processOrder } from './process-order.ts';
import { readSynchronizations, type Synchronization } from './read-synchronizations.ts';
import { resynchronize } from './resynchronize.ts';
import { type SWEEP_ORDERS, sweepAllOrders, sweepOrders } from './sweep-orders.ts';

/** From Shopify's orders to OneStock's. */
export interface OrderExports {
  /** The work of the job `resolve-order`; see {@link processOrder}. */
  process(shop: ShopDomain, orderId: OrderId, attempt: number): Promise<Result<ProcessedOrder, OrderError>>;
  /** The inbox's handler of the topics `ORDER_CHANGE_TOPICS`; see {@link handleOrderChange}. */
  handleOrderChange(event: InboxEvent): Promise<Result<'noted' | 'ignored', OrderError>>;
  /** The job `sweep-orders`; see {@link sweepOrders}. */
  sweep(shop: ShopDomain): Promise<Result<number, ShopifyError>>;
  /** To be called every few minutes; see {@link sweepAllOrders}. */
  sweepAll(): Promise<void>;
  /** See {@link resynchronize}. */
  resynchronize(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<Result<void, OrderError>>;
  /** See {@link readSynchronizations}. */
  synchronizations(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<Synchronization[]>;
}

export interface OrderExportsDependencies extends ExportDependencies {
  orders: Pick<Orders, 'resolvePromise'>;
  jobs: Jobs<typeof RESOLVE_ORDER | typeof CONVERGE_ORDER | typeof SWEEP_ORDERS>;
}

export function createOrderExports(dependencies: OrderExportsDependencies): OrderExports {
  return {
    process: (shop, orderId, attempt) => processOrder(dependencies, shop, orderId, attempt),
    handleOrderChange: (event) => handleOrderChange(dependencies, event),
    sweep: (shop) => sweepOrders(dependencies, shop),
    sweepAll: () => sweepAllOrders(dependencies),
    resynchronize: (shop, orderIds) => resynchronize(dependencies, shop, orderIds),
    synchronizations: (shop, orderIds) => readSynchronizations(dependencies.database, shop, orderIds),
  };
}
