import type { Fulfillment, FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import type { Order } from '../types.ts';

export interface Found {
  order: Order;
  fulfillmentOrder: FulfillmentOrder;
}

export function findFulfillmentOrder(store: Store, id: string): Found | null {
  for (const order of store.orders.values()) {
    const fulfillmentOrder = order.fulfillmentOrders.find((each) => each.id === id);
    if (fulfillmentOrder) return { order, fulfillmentOrder };
  }
  return null;
}

export function findFulfillment(store: Store, id: string): { order: Order; fulfillment: Fulfillment } | null {
  for (const order of store.orders.values()) {
    const fulfillment = order.fulfillments.find((each) => each.id === id);
    if (fulfillment) return { order, fulfillment };
  }
  return null;
}
