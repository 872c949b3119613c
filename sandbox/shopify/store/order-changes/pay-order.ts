import { InvalidInput } from '../../invalid-input.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';

/**
 * What `orders/paid` announces.
 * @throws {InvalidInput} when there is nothing to pay
 */
export function payOrder(store: Store, order: Order): void {
  const isOpen = order.financialStatus === 'PENDING' || order.financialStatus === 'AUTHORIZED';
  if (order.cancelledAt || !isOpen) throw new InvalidInput('The order is not waiting for its payment.');
  order.financialStatus = 'PAID';
  order.paidAt = store.now();
  touchOrder(store, order, order.paidAt);
  store.events.emit('orderPaid', order);
}
