import type { Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OrderError } from '../shape.ts';
import { compareOrders } from './compare-orders.ts';
import { type ConvergeDependencies, type Convergence, convergeOrder } from './converge-order.ts';

export type { ConvergeDependencies };

/** From OneStock's orders to Shopify's. */
export interface OrderConvergence {
  /** The work of the job `converge-order`; see {@link convergeOrder}. */
  converge(shop: ShopDomain, orderId: OrderId, attempt: number): Promise<Result<Convergence, OrderError>>;
  /** To be called every few minutes; see {@link compareOrders}. */
  compareDue(): Promise<number>;
}

export function createOrderConvergence(dependencies: ConvergeDependencies): OrderConvergence {
  return {
    converge: (shop, orderId, attempt) => convergeOrder(dependencies, shop, orderId, attempt),
    compareDue: () => compareOrders(dependencies),
  };
}
