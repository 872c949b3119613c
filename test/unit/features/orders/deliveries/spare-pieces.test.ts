import { describe, expect, it } from 'vitest';
import { outstandingOf } from '#app/features/orders/deliveries/outstanding.ts';
import { itemsPassedOn } from '#app/features/orders/deliveries/passed-on.ts';
import { type DeliveryFacts, planDeliveries } from '#app/features/orders/deliveries/plan-deliveries.ts';
import { delivery, fulfillmentOrder, LYON, orderLine, PARIS, pickUpAt, RULES } from './planned.ts';

/** Two lines of one item. */
const lines = [orderLine('shirt'), orderLine('shirt-again', { sku: 'SHIRT' })];

function plan(facts: Partial<DeliveryFacts>) {
  const none = { fulfillmentOrders: [], deliveries: [], fulfilled: [] };
  const { asks, passedOn } = planDeliveries({ ...none, lines, rules: RULES, ...facts });
  return { asks: asks.map((ask) => ask.lines.map((line) => [line.lineItemId, line.quantity])), passedOn };
}

describe('a line that came in the place of another of its item', () => {
  const replaced = fulfillmentOrder('2', { 'shirt-again': 2 });

  it('gets what OneStock is to send for that, and the rest is asked for', () => {
    expect(plan({ fulfillmentOrders: [replaced], deliveries: [delivery(1, { shirt: 1 })] })).toEqual({
      asks: [[['shirt-again', 1]]],
      passedOn: [{ delivery: 1, from: 'shirt', to: 'shirt-again', quantity: 1 }],
    });
  });

  it('gets it also of an order that was sent when deliveries were not told apart', () => {
    const sent = delivery(1, { shirt: 2 }, { choice: null });
    expect(plan({ fulfillmentOrders: [replaced], deliveries: [sent] })).toMatchObject({
      asks: [],
      passedOn: [{ quantity: 2 }],
    });
  });

  it('gets it where Shopify tells no rate of it', () => {
    const unknown = { choice: { methodType: 'SHIPPING', code: null, locationId: null } };
    const fulfillmentOrders = [fulfillmentOrder('2', { 'shirt-again': 1 }, unknown)];
    expect(plan({ fulfillmentOrders, deliveries: [delivery(1, { shirt: 1 })] })).toEqual({
      asks: [],
      passedOn: [{ delivery: 1, from: 'shirt', to: 'shirt-again', quantity: 1 }],
    });
  });

  it.each([
    ['its own line still waits for', [fulfillmentOrder('1', { shirt: 1 }), replaced], {}],
    [
      'its own line waits for under another choice, as somebody moved it',
      [fulfillmentOrder('1', { shirt: 1 }, { choice: pickUpAt(LYON.id) }), replaced],
      {},
    ],
    ['is sent under another choice', [replaced], { choice: pickUpAt(PARIS.id) }],
    ['OneStock removed', [replaced], { removed: [{ lineItemId: 'shirt', quantity: 1 }] }],
  ])('gets nothing that %s', (_, fulfillmentOrders, change) => {
    const sent = delivery(1, { shirt: 1 }, change);
    expect(plan({ fulfillmentOrders, deliveries: [sent] })).toEqual({
      asks: [[['shirt-again', 2]]],
      passedOn: [],
    });
  });

  it('gets nothing that left and was fulfilled, be it for another line of the item', () => {
    const sent = delivery(1, { shirt: 1, other: 1 });
    const ofOneItem = { ...sent, items: sent.items.map((item) => ({ ...item, itemId: 'SHIRT' })) };
    const fulfilled = [{ delivery: 1, lineItemId: 'other', quantity: 2 }];
    expect(outstandingOf({ deliveries: [ofOneItem], fulfilled }).all).toEqual(
      new Map([
        ['shirt', 0],
        ['other', 0],
      ]),
    );
    expect(plan({ fulfillmentOrders: [replaced], deliveries: [ofOneItem], fulfilled }).passedOn).toEqual([]);
  });

  it('is asked for once, though it is of two choices', () => {
    const there = fulfillmentOrder('3', { 'shirt-again': 1 }, { choice: pickUpAt(PARIS.id) });
    const here = fulfillmentOrder('2', { 'shirt-again': 1 });
    const deliveries = [
      delivery(1, { shirt: 1 }),
      delivery(2, { 'shirt-again': 1 }, { choice: pickUpAt(LYON.id) }),
    ];
    expect(plan({ fulfillmentOrders: [here, there], deliveries })).toMatchObject({
      asks: [],
      passedOn: [{ quantity: 1 }],
    });
  });

  it('keeps the place of its pieces among the items, by which OneStock counts its units', () => {
    const { items } = delivery(1, { hat: 1, shirt: 3, scarf: 1 });
    const passedOn = itemsPassedOn(items, { from: 'shirt', to: 'shirt-again', quantity: 2 });
    expect(passedOn.map(({ lineItemId, itemId, quantity }) => [lineItemId, itemId, quantity])).toEqual([
      ['hat', 'HAT', 1],
      ['shirt', 'SHIRT', 1],
      ['shirt-again', 'SHIRT', 2],
      ['scarf', 'SCARF', 1],
    ]);
  });
});
