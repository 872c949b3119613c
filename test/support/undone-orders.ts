/** Orders of which something was cancelled, or removed and sent again. */
import { ok } from 'neverthrow';
import { causesJson } from '#app/features/obstacles/index.ts';
import type { DeliveryNow } from '#app/features/orders/index.ts';
import type { FulfillmentOrderId } from '#app/gateways/shopify/ids.ts';
import { SHOP } from './admin-pages.ts';
import { keepOrder } from './kept-orders.ts';
import { hoursAgo, type OrderPagesUnderTest } from './order-pages.ts';
import { promiseOf } from './shown-rates.ts';

const HOODIE = {
  ...{ lineItemId: 'gid://shopify/LineItem/31', itemId: 'SKU-082', sku: 'SKU-082' },
  ...{ title: 'Zip hoodie - olive / M', quantity: 2 },
};
const ONE = [{ lineItemId: HOODIE.lineItemId, quantity: 1 }];
const arrivesAt = (day: number) => new Date(Number(promiseOf(day).eta_end) * 1000).toISOString();
const nowIn = (number: number, state: string, quantity: number): DeliveryNow => ({
  ...{ number, state, parcels: [], unprepared: [], isNothingToCome: state === 'removed' },
  arrival: { from: arrivesAt(3), to: arrivesAt(3) },
  items: [{ ...HOODIE, quantity, states: [{ state, quantity }] }],
});
const exportedAt = hoursAgo(20);
const SENT = { oneStockState: 'removed', exportedAt, items: [HOODIE] };
const groups = [{ promise: promiseOf(3), code: 'STANDARD' }];

/** GIVEN an order that was cancelled in Shopify and taken out of OneStock. */
export async function aCancelledOrder({ database, oneStock }: OrderPagesUnderTest): Promise<void> {
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1022, seenAt: hoursAgo(21), resolvedAt: hoursAgo(21), groups },
    export: { state: 'closed', exportedAt, comparedAt: hoursAgo(1), closedAt: hoursAgo(1) },
    deliveries: [{ oneStockOrderId: '1022', ...SENT }],
    notes: [
      { kind: 'exported', at: exportedAt, facts: { oneStockOrderId: '1022' } },
      ...[
        { kind: 'cancelled', key: 'cancelled', at: hoursAgo(2), facts: { isRemoved: true, keptPieces: 0 } },
      ],
    ],
  });
  oneStock.now = async () => ok([nowIn(1, 'removed', 2)]);
}

/** GIVEN an order whose parcel was fulfilled, and that fulfilment cancelled in Shopify; it differs since. */
export async function aCancelledFulfilment({ database, oneStock }: OrderPagesUnderTest): Promise<void> {
  const causes = [{ code: 'fulfilment_cancelled', params: { pieces: ['2 × SKU-082'] } }] as const;
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1023, seenAt: hoursAgo(21), resolvedAt: hoursAgo(21), groups },
    export: { state: 'closed', exportedAt, comparedAt: hoursAgo(1), closedAt: hoursAgo(1) },
    deliveries: [{ oneStockOrderId: '1023', ...SENT, oneStockState: 'fulfilled' }],
    intents: [{ state: 'done', parcelId: 'P-23', lines: [{ ...ONE[0], quantity: 2 }] }],
    obstacles: [
      { source: 'difference', causes: [...causes], severity: 'warning', remedies: ['dismiss', 'open'] },
    ],
    notes: [{ kind: 'differs', at: hoursAgo(2), facts: { causes: causesJson(causes) } }],
  });
  oneStock.now = async () => ok([nowIn(1, 'fulfilled', 2)]);
}

/** GIVEN an order of which OneStock removed a piece, which somebody had sent again; its hold stands until the next comparison. */
export async function anOrderSentAgain({ database, oneStock }: OrderPagesUnderTest): Promise<void> {
  const idOf = (number: number) => `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
  const choice = { methodType: 'SHIPPING', code: 'EXPRESS', locationId: null };
  const promised = (day: number) => ({
    delivery_promise: { sent_delivery_option: { eta_start: Number(promiseOf(day).eta_start) } },
  });
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1028, seenAt: hoursAgo(21), resolvedAt: hoursAgo(21) },
    groups: [
      { promise: promiseOf(3), code: 'EXPRESS', fulfillmentOrderId: idOf(1) },
      { promise: promiseOf(4), code: 'EXPRESS', fulfillmentOrderId: idOf(2), source: 'recomputed' },
    ],
    export: { state: 'exported', exportedAt, comparedAt: hoursAgo(3) },
    deliveries: [
      {
        ...{ oneStockOrderId: '1028', ...SENT, oneStockState: 'claimed', removed: ONE, choice },
        ...{ fulfillmentOrderIds: [idOf(1)], sent: promised(3) },
      },
      {
        ...{ oneStockOrderId: '1028-2', oneStockState: 'created', exportedAt: hoursAgo(2), choice },
        ...{ items: [{ ...HOODIE, quantity: 1 }], fulfillmentOrderIds: [idOf(2)], sent: promised(4) },
      },
    ],
    notes: [
      {
        ...{ kind: 'held', key: 'held:h1', at: hoursAgo(5) },
        facts: { note: 'OneStock will not send 1 × SKU-082 (removed).', lines: ONE },
      },
      { kind: 'sent_again', at: hoursAgo(2.1), facts: { pieces: 1 } },
      { kind: 'taken_out', at: hoursAgo(1.5), facts: {} },
    ],
  });
  oneStock.now = async () => ok([nowIn(1, 'claimed', 2), nowIn(2, 'created', 1)]);
}
