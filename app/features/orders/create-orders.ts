import {
  createOneStockEvents,
  type OneStockEvents,
  type OneStockEventsDependencies,
} from './convergence/onestock-events/index.ts';
import {
  type ConvergeDependencies,
  createOrderConvergence,
  type OrderConvergence,
} from './convergence/order-convergence.ts';
import {
  createOrderExports,
  type OrderExports,
  type OrderExportsDependencies,
} from './export/order-exports.ts';
import { createOrderPromises, type OrderPromises, type OrderPromisesDependencies } from './promise/index.ts';
import { createOrderStories, type OrderStories, type OrderStoriesDependencies } from './views/index.ts';

/** What the app does with orders, and what it shows of them. */
export interface Orders {
  /** From an order to the promise in its metafields. */
  promise: OrderPromises;
  /** From Shopify's orders to OneStock's. */
  export: OrderExports;
  /** From OneStock's orders, and what OneStock tells of them, to Shopify's. */
  convergence: OrderConvergence & OneStockEvents;
  /** What became of orders, for merchants to look at. */
  views: OrderStories;
}

export function createOrders(
  dependencies: OrderPromisesDependencies &
    Omit<OrderExportsDependencies, 'orders'> &
    ConvergeDependencies &
    OneStockEventsDependencies &
    OrderStoriesDependencies,
): Orders {
  const promise = createOrderPromises(dependencies);
  return {
    promise,
    export: createOrderExports({ ...dependencies, orders: promise }),
    convergence: { ...createOrderConvergence(dependencies), ...createOneStockEvents(dependencies) },
    views: createOrderStories(dependencies),
  };
}
