import { createFulfillment } from '#sandbox/shopify/store/fulfillment/create-fulfillment.ts';
import type { ConvergingOrder } from '#test/support/converging-order.ts';

/** The merchant, or another app, fulfils one piece of a line; nothing happens where none is left. */
export function fulfilPiece({ store, order, shopSettings }: ConvergingOrder, line: number): void {
  const orderLineId = order.lines[line % order.lines.length]?.id;
  for (const { id: fulfillmentOrderId, lines } of order.fulfillmentOrders) {
    const found = lines.find((each) => each.orderLineId === orderLineId && each.remainingQuantity > 0);
    if (!found) continue;
    const groups = [{ fulfillmentOrderId, pieces: [{ id: found.id, quantity: 1 }] }];
    createFulfillment(store, { groups, tracking: [], notifiesCustomer: false }, shopSettings);
    return;
  }
}
