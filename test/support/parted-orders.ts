/** Orders of which parts come in different ways, wait, are left out or stopped until a person decides. */
import { ok } from 'neverthrow';
import type { DeliveryNow } from '#app/features/orders/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { SHOP } from './admin-pages.ts';
import { keepOrder } from './kept-orders.ts';
import { hoursAgo, type OrderPagesUnderTest } from './order-pages.ts';
import { promiseOf } from './shown-rates.ts';

const line = (number: number, itemId: string, title: string, quantity = 1) => ({
  ...{ lineItemId: `gid://shopify/LineItem/${number}`, itemId, title, quantity },
  sku: itemId,
});
const SHIRT = line(21, 'SHIRT-M', 'Linen shirt - M', 2);
const SCARF = line(22, 'SCARF', 'Silk scarf');
const TABLE = line(23, 'TABLE', 'Oak table');

const sentOption = (day: number) => {
  const { eta_start, eta_end } = promiseOf(day);
  const told = { eta_start: Number(eta_start), eta_end: Number(eta_end) };
  return { delivery_promise: { sent_delivery_option: told } };
};
const arrives = (day: number) => {
  const at = new Date(Number(promiseOf(day).eta_end) * 1000).toISOString();
  return { from: at, to: at };
};

export const OPENS_ON = { code: 'opens_on', params: { date: '2027-01-02T23:30:00.000Z' } };
const AWAITS_HOLD = { code: 'awaits_hold', params: { reason: 'Upsell app' } };
const OF_SERVICE = { code: 'of_another_service', params: { service: 'Print on demand' } };
const GIFT_CARD = { code: 'gift_card_left_out', params: { title: 'Gift card' } };

/** GIVEN an order sent by express, in part picked up at a store and in part delivered by the store; the rest waits, or is another's. */
export async function aPartedOrder({ database, oneStock }: OrderPagesUnderTest): Promise<void> {
  const exportedAt = hoursAgo(20);
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1020, seenAt: hoursAgo(21), resolvedAt: hoursAgo(20.9) },
    groups: [
      { promise: promiseOf(3), code: 'EXPRESS' },
      { promise: promiseOf(2), code: 'COLLECT:store_capitole', endpointId: 'store_capitole' },
    ],
    export: {
      ...{ state: 'exported', exportedAt, comparedAt: hoursAgo(1) },
      causes: [OPENS_ON, AWAITS_HOLD, OF_SERVICE, GIFT_CARD],
    },
    deliveries: [
      {
        ...{ oneStockOrderId: '1020', oneStockState: 'claimed', exportedAt, items: [SHIRT] },
        choice: { methodType: 'SHIPPING', code: 'EXPRESS', locationId: null },
        sent: { id: '1020', types: ['ffs'], ...sentOption(3) },
      },
      {
        ...{ oneStockOrderId: '1020-2', oneStockState: 'claimed', exportedAt, items: [SCARF] },
        choice: { methodType: 'SHIPPING', code: 'COLLECT:store_capitole', locationId: null },
        sent: {
          ...{ id: '1020-2', types: ['ffs', 'ckc'] },
          delivery: { destination: { endpoint_id: 'store_capitole' } },
          ...sentOption(2),
        },
      },
      {
        ...{ oneStockOrderId: '1020-3', items: [TABLE] },
        choice: { methodType: 'LOCAL', code: null, locationId: null },
      },
    ],
    notes: [
      { kind: 'exported', at: exportedAt, facts: { oneStockOrderId: '1020' } },
      { kind: 'exported', at: hoursAgo(19.9), facts: { oneStockOrderId: '1020-2' } },
    ],
  });
  oneStock.now = async () => ok(PARTED_NOW);
}

const PREPARED = { isNothingToCome: false, unprepared: [] };
const PARTED_NOW: DeliveryNow[] = [
  {
    ...PREPARED,
    number: 1,
    state: 'claimed',
    arrival: arrives(4),
    items: [
      {
        ...SHIRT,
        states: [
          { state: 'fulfilled', quantity: 1 },
          { state: 'claimed', quantity: 1 },
        ],
      },
    ],
    parcels: [
      {
        ...{ id: 'P-90', state: 'dispatched', items: [{ itemId: 'SHIRT-M', quantity: 1 }] },
        tracking: { number: 'XY123', url: 'https://track.example/XY123', company: 'Chronopost' },
      },
    ],
  },
  {
    ...{ ...PREPARED, number: 2, state: 'claimed', arrival: arrives(2), parcels: [] },
    items: [{ ...SCARF, states: [{ state: 'claimed', quantity: 1 }] }],
  },
];

/** GIVEN an order that stopped at a line that is no product, one in several deliveries, and one that would come late. */
export async function stoppedOrders({ database }: OrderPagesUnderTest): Promise<void> {
  const stopped: { number: number; cause: Cause }[] = [
    { number: 1021, cause: { code: 'custom_line', params: { title: 'Engraving' } } },
    { number: 1022, cause: { code: 'several_deliveries' } },
    { number: 1023, cause: { code: 'late_after_hold', params: { reason: 'Fraud Filter' } } },
  ];
  for (const { number, cause } of stopped)
    await keepOrder(database, {
      ...{ shop: SHOP, number, seenAt: hoursAgo(3) },
      export: { state: 'waiting', openLines: [`gid://shopify/LineItem/${number}`] },
      obstacles: [{ source: 'export', causes: [cause] }],
    });
}

/** GIVEN an order that was sent late and of which the rest is held for too long. */
export async function aLateOrder({ database }: OrderPagesUnderTest): Promise<void> {
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1024, seenAt: hoursAgo(90) },
    export: {
      ...{ state: 'exported', exportedAt: hoursAgo(2) },
      causes: [{ code: 'awaits_hold', params: { reason: 'High risk of fraud' } }],
    },
    deliveries: [{ oneStockOrderId: '1024', exportedAt: hoursAgo(2), items: [SHIRT] }],
    obstacles: [
      {
        ...{
          source: 'lateness',
          severity: 'warning' as const,
          remedies: ['dismiss' as const, 'open' as const],
        },
        causes: [
          { code: 'late_after_hold', params: { reason: 'Fraud Filter' } },
          { code: 'no_promise_any_more' },
          { code: 'tell_shopper' },
        ],
      },
      {
        ...{ source: 'waiting', severity: 'warning' as const, remedies: ['open' as const] },
        causes: [{ code: 'held_too_long' }],
      },
    ],
  });
}
