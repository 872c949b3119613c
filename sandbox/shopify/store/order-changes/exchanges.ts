import { placeHold } from '../fulfillment/place-hold.ts';
import { addPieces } from '../fulfillment/quantities.ts';
import { releaseHolds } from '../fulfillment/release-holds.ts';
import type { FulfillmentRules } from '../fulfillment/rules.ts';
import { orderLine } from '../new-lines.ts';
import type { NewOrderLine } from '../new-order.ts';
import type { ExchangeLine, Return } from '../order-types.ts';
import type { Store } from '../store.ts';
import type { Order } from '../types.ts';
import { newFulfillmentOrder } from './deliver-added.ts';

const waiting = 'AWAITING_RETURN_ITEMS';
/** Who holds an exchange. Inferred: somebody other than the app that calls. */
const holder = 'Shopify';

/** @throws {InvalidInput} for what the shop has not */
export function exchangeLines(store: Store, asked: readonly NewOrderLine[]): ExchangeLine[] {
  return asked.map((line) => {
    const { variantId, sku, title, quantity } = orderLine(store, line);
    const id = store.nextId('ExchangeLineItem');
    return { id, variantId, sku, title, quantity, orderLineId: null };
  });
}

/**
 * Makes the exchange of a return lines of the order, in a fulfillment order of their own, which waits for the return where the rule says so. That
 * it is one of their own is inferred.
 */
export function addExchange(
  store: Store,
  order: Order,
  { exchangeLines: exchanged }: Return,
  rules: FulfillmentRules,
): void {
  if (exchanged.length === 0) return;
  const additions = exchanged.map((exchange) => {
    const { variantId, title, quantity } = exchange;
    const line = orderLine(
      store,
      variantId === null ? { title, unitPrice: 0, quantity } : { variantId, quantity },
    );
    exchange.orderLineId = line.id;
    order.lines.push(line);
    return line;
  });
  for (const requiresShipping of [true, false]) {
    const [first, ...others] = additions.filter((line) => line.requiresShipping === requiresShipping);
    if (!first) continue;
    const fulfillmentOrder = newFulfillmentOrder(store, order, first);
    for (const line of [first, ...others]) addPieces(store, fulfillmentOrder, line.id, line.quantity);
    if (rules.exchangeLinesCome !== 'held') continue;
    const hold = { app: holder, handle: '', reason: waiting, reasonNotes: null, pieces: null } as const;
    placeHold(store, { order, fulfillmentOrder }, hold, rules);
  }
  if (!rules.exchangesMarkEdited) return;
  order.isEdited = true;
  store.events.emit('orderEdited', order, {
    id: store.nextId('OrderEdit'),
    at: store.now(),
    note: null,
    additions: additions.map(({ id, quantity }) => ({ orderLineId: id, delta: quantity })),
    removals: [],
  });
}

/** Frees what waited for the pieces of that return. */
export function endExchangeHolds(
  store: Store,
  order: Order,
  { exchangeLines: exchanged }: Return,
  rules: FulfillmentRules,
): void {
  const lineIds = new Set(exchanged.map(({ orderLineId }) => orderLineId));
  for (const fulfillmentOrder of order.fulfillmentOrders) {
    if (!fulfillmentOrder.lines.some(({ orderLineId }) => lineIds.has(orderLineId))) continue;
    const ids = fulfillmentOrder.holds.filter(({ reason }) => reason === waiting).map(({ id }) => id);
    if (ids.length > 0)
      releaseHolds(store, { order, fulfillmentOrder }, { app: holder, holdIds: ids }, rules);
  }
}
