import { ok } from 'neverthrow';
import { type Causes, causesJson } from '#app/features/obstacles/index.ts';
import type { DeliveryNow } from '#app/features/orders/index.ts';
import { SHOP } from './admin-pages.ts';
import { keepCallback, quoteIdOf } from './kept-activity.ts';
import { keepOrder } from './kept-orders.ts';
import { hoursAgo, type OrderPagesUnderTest } from './order-pages.ts';
import { promiseOf } from './shown-rates.ts';

const LINES = [
  {
    ...{ lineItemId: 'gid://shopify/LineItem/11', itemId: '4001', quantity: 2 },
    ...{ title: 'T-shirt - Blue / M', sku: 'TSHIRT-BLUE-M' },
  },
  { lineItemId: 'gid://shopify/LineItem/12', itemId: 'JEANS-32', quantity: 1 },
];
const DIFFERENCE = { code: 'removed_since_sent', params: { pieces: ['1 × JEANS-32'] } };
export const TRACKING = {
  number: '6A123456789',
  url: 'https://track.example/6A123456789',
  company: 'Colissimo',
};

/** GIVEN orders in every state, the first with all that can happen to one. */
export async function aBusyShop({ database, oneStock }: OrderPagesUnderTest) {
  const callbackId = await keepCallback(database, { shop: SHOP, receivedAt: hoursAgo(31), rates: 1 });
  const groups = [{ promise: promiseOf(3), quoteId: quoteIdOf(callbackId, 1), code: 'STANDARD' }];
  await keepOrder(database, {
    shop: SHOP,
    number: 1001,
    seenAt: hoursAgo(30),
    resolvedAt: hoursAgo(29.9),
    groups,
    export: {
      state: 'exported',
      exportedAt: hoursAgo(29.8),
      comparedAt: hoursAgo(1),
    },
    deliveries: [
      {
        oneStockOrderId: '1001',
        oneStockState: 'claimed',
        exportedAt: hoursAgo(29.8),
        items: LINES,
        sent: {
          id: '1001',
          types: ['ffs'],
          sales_channel: 'web_fr',
          order_items: [{ item_id: 'TSHIRT-BLUE-M', quantity: 2 }],
        },
      },
    ],
    obstacles: [{ source: 'difference', causes: [DIFFERENCE], severity: 'warning', remedies: ['open'] }],
    intents: [
      {
        parcelId: 'P-77',
        state: 'done',
        tracking: TRACKING,
        lines: [{ lineItemId: 'gid://shopify/LineItem/11', quantity: 1 }],
      },
    ],
    notes: [
      { kind: 'exported', at: hoursAgo(29.8), facts: { oneStockOrderId: '1001' } },
      {
        kind: 'fulfilled',
        at: hoursAgo(5),
        facts: {
          parcelId: 'P-77',
          lines: [{ lineItemId: 'gid://shopify/LineItem/11', quantity: 1 }],
          trackingNumber: TRACKING.number,
          carrier: TRACKING.company,
        },
      },
      {
        kind: 'tracked',
        at: hoursAgo(4.5),
        facts: { parcelId: 'P-77', trackingNumber: '6A-LATER', carrier: TRACKING.company },
      },
      {
        kind: 'shortfall',
        at: hoursAgo(4.4),
        facts: { parcelId: 'P-77', lines: [{ lineItemId: 'gid://shopify/LineItem/12', quantity: 1 }] },
      },
      {
        kind: 'held',
        key: 'held:gid://shopify/FulfillmentHold/1',
        at: hoursAgo(4),
        facts: {
          note: 'OneStock will not send 1 × JEANS-32 (removed).',
          lines: [{ lineItemId: 'gid://shopify/LineItem/12', quantity: 1 }],
        },
      },
      {
        kind: 'edited',
        at: hoursAgo(3),
        facts: { causes: [DIFFERENCE] },
      },
      { kind: 'refunded', at: hoursAgo(2), facts: { total: '49.90', currency: 'EUR' } },
      {
        kind: 'blocked',
        at: hoursAgo(2),
        facts: { causes: [{ code: 'hold_refused', params: { order: '#1001', said: 'Not now.' } }] },
      },
      { kind: 'weighed_again', at: hoursAgo(1) },
    ],
  });
  const refused: Causes = [
    { code: 'not_taken.unknown_item', params: { id: 'HAT-9' } },
    ...[{ code: 'order_not_created' }, { code: 'not_taken_remedy.unknown_item' }],
    { code: 'then_synchronize_again' },
  ];
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1002, seenAt: hoursAgo(20), groups },
    export: { state: 'waiting' },
    deliveries: [{ oneStockOrderId: '1002', items: LINES }],
    obstacles: [{ source: 'export', causes: refused }],
    notes: [{ kind: 'refused', at: hoursAgo(19), facts: { causes: causesJson(refused) } }],
  });
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1003, seenAt: hoursAgo(10), groups },
    export: { state: 'waiting', causes: [{ code: 'awaiting_payment' }] },
  });
  await keepOrder(database, {
    ...{ shop: SHOP, number: 1004, seenAt: hoursAgo(9), groups },
    export: { state: 'closed', exportedAt: hoursAgo(9), closedAt: hoursAgo(1) },
    deliveries: [{ oneStockOrderId: '1004', oneStockState: 'fulfilled', exportedAt: hoursAgo(9) }],
  });
  await keepOrder(database, { shop: SHOP, number: 1005, seenAt: hoursAgo(95) });
  oneStock.now = async () => ok([NOW_IN_ONESTOCK]);
  return { callbackId };
}

const arrivesAt = (day: number) => new Date(Number(promiseOf(day).eta_end) * 1000).toISOString();
export const NOW_IN_ONESTOCK: DeliveryNow = {
  number: 1,
  state: 'claimed',
  arrival: { from: arrivesAt(4), to: arrivesAt(4) },
  isNothingToCome: false,
  unprepared: [{ itemId: 'JEANS-32', lineItemId: 'gid://shopify/LineItem/12', quantity: 1 }],
  items: [
    {
      ...(LINES[0] as (typeof LINES)[0]),
      states: [
        { state: 'fulfilled', quantity: 1 },
        { state: 'claimed', quantity: 1 },
      ],
    },
    {
      ...(LINES[1] as (typeof LINES)[0]),
      states: [{ state: 'removed', quantity: 1, reason: 'out of stock' }],
    },
  ],
  parcels: [
    {
      id: 'P-77',
      state: 'dispatched',
      items: [{ itemId: '4001', quantity: 1 }],
      tracking: TRACKING,
    },
  ],
};
