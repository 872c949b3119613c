import { refundOrder } from '#sandbox/shopify/store/order-changes/refund-order.ts';
import type { ConvergingOrder } from '#test/support/converging-order.ts';

/** The merchant refunds one piece that is still to be fulfilled; nothing happens where none is. */
export function refundPiece({ store, order, shopSettings }: ConvergingOrder, line: number): void {
  const piece = { quantity: 1, restockType: 'CANCEL' as const, locationId: null };
  const orderLineId = order.lines[line % order.lines.length]?.id ?? '';
  refundOrder(store, order, { note: null, shipping: 0, lines: [{ ...piece, orderLineId }] }, shopSettings);
}
