import type { FulfillmentOrder } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import type { Order } from '../types.ts';

/** So many pieces of the fulfillment order line `id`. */
export interface Pieces {
  id: string;
  quantity: number;
}

/** Everything that remains of it. */
export function allPieces({ lines }: FulfillmentOrder): Pieces[] {
  return lines
    .filter(({ remainingQuantity }) => remainingQuantity > 0)
    .map(({ id, remainingQuantity }) => ({ id, quantity: remainingQuantity }));
}

/** What remains of it beside `pieces`. */
export function otherPieces(fulfillmentOrder: FulfillmentOrder, pieces: readonly Pieces[]): Pieces[] {
  return allPieces(fulfillmentOrder)
    .map(({ id, quantity }) => ({ id, quantity: quantity - quantityOf(pieces, id) }))
    .filter(({ quantity }) => quantity > 0);
}

/** Whether each of `pieces` is a positive number of pieces that remain. */
export function areThere(fulfillmentOrder: FulfillmentOrder, pieces: readonly Pieces[]): boolean {
  return pieces.every(({ id, quantity }) => {
    const line = fulfillmentOrder.lines.find((each) => each.id === id);
    return line !== undefined && quantity > 0 && quantityOf(pieces, id) <= line.remainingQuantity;
  });
}

/**
 * Moves `pieces`, which remain, to a new fulfillment order right behind the one they were of. It has the same location, delivery and holds
 * none; lines of which nothing is left behind disappear from the old one.
 */
export function takeOff(
  store: Store,
  order: Order,
  from: FulfillmentOrder,
  pieces: readonly Pieces[],
): FulfillmentOrder {
  const createdAt = store.now();
  const part: FulfillmentOrder = {
    ...from,
    id: store.nextId('FulfillmentOrder'),
    createdAt,
    updatedAt: createdAt,
    status: 'OPEN',
    holds: [],
    remainderOf: null,
    lines: from.lines.flatMap(({ id, orderLineId }) => {
      const quantity = quantityOf(pieces, id);
      if (quantity === 0) return [];
      const lineId = store.nextId('FulfillmentOrderLineItem');
      return [{ id: lineId, orderLineId, totalQuantity: quantity, remainingQuantity: quantity }];
    }),
  };
  removePieces(from, pieces);
  order.fulfillmentOrders.splice(order.fulfillmentOrders.indexOf(from) + 1, 0, part);
  return part;
}

/** Takes `pieces`, which remain, out of it. */
export function removePieces(fulfillmentOrder: FulfillmentOrder, pieces: readonly Pieces[]): void {
  for (const line of fulfillmentOrder.lines) {
    const quantity = quantityOf(pieces, line.id);
    line.totalQuantity -= quantity;
    line.remainingQuantity -= quantity;
  }
  fulfillmentOrder.lines = fulfillmentOrder.lines.filter(({ totalQuantity }) => totalQuantity > 0);
}

/** Adds pieces of an order line to it. */
export function addPieces(
  store: Store,
  fulfillmentOrder: FulfillmentOrder,
  orderLineId: string,
  quantity: number,
): void {
  const line = fulfillmentOrder.lines.find((each) => each.orderLineId === orderLineId);
  if (line) {
    line.totalQuantity += quantity;
    line.remainingQuantity += quantity;
    return;
  }
  const id = store.nextId('FulfillmentOrderLineItem');
  fulfillmentOrder.lines.push({ id, orderLineId, totalQuantity: quantity, remainingQuantity: quantity });
}

function quantityOf(pieces: readonly Pieces[], lineId: string): number {
  return pieces.filter(({ id }) => id === lineId).reduce((total, { quantity }) => total + quantity, 0);
}
