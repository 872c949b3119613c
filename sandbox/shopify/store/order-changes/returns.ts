import { InvalidInput } from '../../invalid-input.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import type { NewOrderLine } from '../new-order.ts';
import { sum } from '../order-totals.ts';
import type { Return, ReturnLine } from '../order-types.ts';
import type { Store } from '../store.ts';
import { touchOrder } from '../touch-order.ts';
import type { Order } from '../types.ts';
import { addExchange, endExchangeHolds, exchangeLines } from './exchanges.ts';
import { refundOrder } from './refund-order.ts';
import { takeUnfulfilled, unfulfilledOf } from './unfulfilled.ts';

export interface NewReturn {
  lines: Pick<ReturnLine, 'orderLineId' | 'quantity' | 'reason' | 'note'>[];
  /** What the shopper gets instead. */
  exchange: NewOrderLine[];
}

/**
 * Makes a return that the merchant approves at once, with what is sent in exchange
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/returnCreate). When the exchange becomes lines of the order is a rule.
 * @throws {InvalidInput} for more pieces than are fulfilled and not in another return
 */
export function createReturn(
  store: Store,
  order: Order,
  { lines, exchange }: NewReturn,
  rules: FulfillmentRules,
): Return {
  for (const { orderLineId, quantity } of lines) {
    if (quantity > returnableOf(order, orderLineId)) {
      throw new InvalidInput('More pieces cannot be returned than are fulfilled.');
    }
  }
  const made: Return = {
    id: store.nextId('Return'),
    name: `${order.name}-R${order.returns.length + 1}`,
    createdAt: store.now(),
    closedAt: null,
    status: 'OPEN',
    isProcessed: false,
    lines: lines.map((line) => ({
      id: store.nextId('ReturnLineItem'),
      fulfillmentLineId: fulfilledLines(order, line.orderLineId)[0]?.id ?? '',
      ...line,
    })),
    exchangeLines: exchangeLines(store, exchange),
  };
  order.returns.push(made);
  if (rules.exchangeLinesCome !== 'processed') addExchange(store, order, made, rules);
  touchOrder(store, order, made.createdAt);
  store.events.emit('returnChanged', order, made, 'approve');
  return made;
}

/**
 * The pieces of a return have come in: what waited for them is free, and they may be refunded
 * (https://shopify.dev/docs/api/admin-graphql/latest/mutations/returnProcess).
 * @throws {InvalidInput} when it is processed or over, and for a refund that is not possible
 */
export function processReturn(
  store: Store,
  order: Order,
  { asked, refunds }: { asked: Return; refunds: boolean },
  rules: FulfillmentRules,
): void {
  if (asked.isProcessed || asked.status !== 'OPEN') throw new InvalidInput('The return cannot be processed.');
  if (refunds) {
    const lines = asked.lines.map(({ orderLineId, quantity }) => ({
      orderLineId,
      quantity,
      restockType: 'RETURN' as const,
      locationId: null,
    }));
    const made = refundOrder(store, order, { note: null, shipping: 0, returnId: asked.id, lines }, rules);
    if (made.isErr()) throw new InvalidInput(made.error.message);
  }
  asked.isProcessed = true;
  if (rules.exchangeLinesCome === 'processed') addExchange(store, order, asked, rules);
  endExchangeHolds(store, order, asked, rules);
  touchOrder(store, order);
  store.events.emit('returnChanged', order, asked, 'process');
}

/** @throws {InvalidInput} when it is over */
export function closeReturn(store: Store, order: Order, asked: Return): void {
  if (asked.status !== 'OPEN') throw new InvalidInput('The return is over.');
  asked.status = 'CLOSED';
  asked.closedAt = store.now();
  touchOrder(store, order, asked.closedAt);
  store.events.emit('returnChanged', order, asked, 'close');
}

/**
 * Ends a return of which nothing came in. That what was to be sent in exchange is then removed from the order is inferred.
 * @throws {InvalidInput} when it is over or processed, or its exchange is fulfilled
 */
export function cancelReturn(store: Store, order: Order, asked: Return, rules: FulfillmentRules): void {
  if (asked.status !== 'OPEN' || asked.isProcessed) throw new InvalidInput('The return cannot be cancelled.');
  const added = order.lines.filter(({ id }) =>
    asked.exchangeLines.some(({ orderLineId }) => orderLineId === id),
  );
  if (added.some((line) => unfulfilledOf(order, line.id) < line.currentQuantity)) {
    throw new InvalidInput('The exchange is fulfilled.');
  }
  for (const line of added) {
    takeUnfulfilled(store, order, { orderLineId: line.id, quantity: line.currentQuantity }, rules);
    line.currentQuantity = 0;
  }
  asked.status = 'CANCELED';
  touchOrder(store, order);
  store.events.emit('returnChanged', order, asked, 'cancel');
}

function returnableOf(order: Order, orderLineId: string): number {
  const fulfilled = sum(fulfilledLines(order, orderLineId).map(({ quantity }) => quantity));
  const coming = order.returns
    .filter(({ status }) => status !== 'CANCELED')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.orderLineId === orderLineId);
  return fulfilled - sum(coming.map(({ quantity }) => quantity));
}

function fulfilledLines({ fulfillments }: Order, orderLineId: string) {
  return fulfillments
    .filter(({ status }) => status === 'SUCCESS')
    .flatMap(({ lines }) => lines)
    .filter((line) => line.orderLineId === orderLineId);
}
