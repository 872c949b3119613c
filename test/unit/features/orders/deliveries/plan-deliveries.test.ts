import { describe, expect, it } from 'vitest';
import { type DeliveryFacts, planDeliveries } from '#app/features/orders/deliveries/plan-deliveries.ts';
import type { DeliveryPlan } from '#app/features/orders/deliveries/types.ts';
import {
  delivery,
  EXPRESS,
  fulfillmentOrder,
  LYON,
  NO_METHOD,
  OTHER_WAREHOUSE,
  orderLine,
  PARIS,
  PRINTER,
  pickUpAt,
  RULES,
  STANDARD,
} from './planned.ts';

function plan(facts: Partial<DeliveryFacts>): DeliveryPlan {
  return planDeliveries({
    lines: [orderLine('shirt'), orderLine('hat'), orderLine('warranty')],
    ...{ fulfillmentOrders: [], deliveries: [], fulfilled: [], rules: RULES },
    ...facts,
  });
}

/** What is asked for, each delivery as its pieces by line. */
function asked(facts: Partial<DeliveryFacts>) {
  return plan(facts).asks.map(({ lines }) =>
    Object.fromEntries(lines.map(({ lineItemId, quantity }) => [lineItemId, quantity])),
  );
}

describe('OneStock is asked for', () => {
  it('what is left of open fulfillment orders, in the order of Shopify’s lines', () => {
    const [only] = plan({ fulfillmentOrders: [fulfillmentOrder('1', { hat: 1, shirt: 2 })] }).asks;
    expect(only).toEqual({
      choice: STANDARD,
      fulfillmentOrderIds: ['1'],
      lines: [
        { lineItemId: 'shirt', quantity: 2, askedBefore: 0 },
        { lineItemId: 'hat', quantity: 1, askedBefore: 0 },
      ],
    });
  });

  it('one delivery for each choice of the shopper', () => {
    const fulfillmentOrders = [
      fulfillmentOrder('1', { shirt: 1 }),
      fulfillmentOrder('2', { shirt: 1 }, { choice: EXPRESS }),
      fulfillmentOrder('3', { hat: 1 }, { choice: pickUpAt(PARIS.id) }),
      fulfillmentOrder('4', { hat: 1 }, { choice: pickUpAt(LYON.id), location: LYON }),
    ];
    expect(asked({ fulfillmentOrders })).toEqual([{ shirt: 1 }, { shirt: 1 }, { hat: 1 }, { hat: 1 }]);
  });

  it('one delivery for several origins of one choice: where it comes from is OneStock’s to say', () => {
    const fulfillmentOrders = [
      fulfillmentOrder('1', { shirt: 1 }),
      fulfillmentOrder('2', { shirt: 1, hat: 1 }, { location: LYON }),
    ];
    expect(plan({ fulfillmentOrders }).asks).toMatchObject([{ fulfillmentOrderIds: ['1', '2'] }]);
    expect(asked({ fulfillmentOrders })).toEqual([{ shirt: 2, hat: 1 }]);
  });

  it('what needs no shipping along with the first of the others, where the shop wants that', () => {
    const warranty = fulfillmentOrder('1', {}, { choice: NO_METHOD });
    warranty.lines = [{ lineItemId: 'warranty', quantity: 1, isShipped: false }];
    const rules = { ...RULES, keepUnshippable: true };
    const shirt = fulfillmentOrder('2', { shirt: 1 });
    expect(asked({ fulfillmentOrders: [warranty, shirt], rules })).toEqual([{ shirt: 1, warranty: 1 }]);
    expect(asked({ fulfillmentOrders: [warranty], rules })).toEqual([{ warranty: 1 }]);
  });

  it('only what was not asked for before, as shares of the line’s price that follow', () => {
    const deliveries = [delivery(1, { shirt: 1 })];
    const [only] = plan({ fulfillmentOrders: [fulfillmentOrder('1', { shirt: 3 })], deliveries }).asks;
    expect(only?.lines).toEqual([{ lineItemId: 'shirt', quantity: 2, askedBefore: 1 }]);
  });
});

describe('OneStock is not asked again', () => {
  const deliveries = [delivery(1, { shirt: 2 })];

  it.each([
    ['split', [fulfillmentOrder('1', { shirt: 1 }), fulfillmentOrder('2', { shirt: 1 })]],
    ['moved', [fulfillmentOrder('2', { shirt: 2 }, { location: LYON })]],
    [
      'moved to another store of collection',
      [fulfillmentOrder('2', { shirt: 2 }, { choice: pickUpAt('x') })],
    ],
    ['held', [fulfillmentOrder('1', { shirt: 2 }, { state: 'held' })]],
    ['fulfilled in part by somebody', [fulfillmentOrder('1', { shirt: 1 })]],
    ['refunded in part', [fulfillmentOrder('1', { shirt: 1 })]],
  ])('for what was %s since', (_, fulfillmentOrders) => {
    expect(plan({ fulfillmentOrders, deliveries })).toEqual({
      asks: [],
      waits: [],
      leftOut: [],
      passedOn: [],
    });
  });

  it('for what was moved to a location of others, nor when it comes back', () => {
    const at = (location: typeof PARIS) => [fulfillmentOrder('1', { shirt: 2 }, { location })];
    expect(asked({ fulfillmentOrders: at(OTHER_WAREHOUSE), deliveries })).toEqual([]);
    expect(asked({ fulfillmentOrders: at(PARIS), deliveries })).toEqual([]);
  });

  it('for what left, unless more of the line was added since', () => {
    const fulfilled = [{ delivery: 1, lineItemId: 'shirt', quantity: 2 }];
    expect(asked({ fulfillmentOrders: [], deliveries, fulfilled })).toEqual([]);
    expect(
      asked({ fulfillmentOrders: [fulfillmentOrder('2', { shirt: 1 })], deliveries, fulfilled }),
    ).toEqual([{ shirt: 1 }]);
  });

  it('for what it removed, until that counts as not asked for', () => {
    const fulfillmentOrders = [fulfillmentOrder('1', { shirt: 2 })];
    expect(asked({ fulfillmentOrders, deliveries })).toEqual([]);
    const again = [delivery(1, { shirt: 2 }, { removed: [{ lineItemId: 'shirt', quantity: 1 }] })];
    expect(asked({ fulfillmentOrders, deliveries: again })).toEqual([{ shirt: 1 }]);
  });

  it('for anything of an order that was sent when deliveries were not told apart', () => {
    const whole = [delivery(1, { shirt: 2, hat: 1 }, { choice: null })];
    const fulfillmentOrders = [
      fulfillmentOrder('1', { shirt: 2 }),
      fulfillmentOrder('2', { hat: 1 }, { choice: pickUpAt(PARIS.id) }),
    ];
    expect(asked({ fulfillmentOrders, deliveries: whole })).toEqual([]);
  });
});

describe('what waits', () => {
  const hold = (reason: string) => ({ state: 'held' as const, holds: [reason] });

  it.each([
    [
      'awaits a hold, by what its author says of it',
      hold('High risk of fraud'),
      { code: 'awaits_hold', params: { reason: 'High risk of fraud' } },
    ],
    [
      'awaits a hold of which Shopify tells nothing',
      { state: 'held' as const },
      { code: 'awaits_hold_unnamed' },
    ],
    [
      'opens later, where Shopify does not say when',
      { state: 'scheduled' as const },
      { code: 'opens_later' },
    ],
  ])('%s', (_, change, cause) => {
    const { asks, waits } = plan({ fulfillmentOrders: [fulfillmentOrder('1', { shirt: 2 }, change)] });
    expect(asks).toEqual([]);
    expect(waits).toEqual([
      {
        ...{ cause, until: null, choice: STANDARD, fulfillmentOrderId: '1' },
        lines: [{ lineItemId: 'shirt', quantity: 2 }],
      },
    ]);
  });

  it('opens on its day', () => {
    const opensAt = new Date('2027-01-03T00:00:00Z');
    const scheduled = fulfillmentOrder('1', { shirt: 1 }, { state: 'scheduled', opensAt });
    expect(plan({ fulfillmentOrders: [scheduled] }).waits).toMatchObject([
      { cause: { code: 'opens_on', params: { date: '2027-01-03T00:00:00.000Z' } }, until: opensAt },
    ]);
  });

  it('keeps nothing else: what is open is asked for beside it, and it is asked for when it opens', () => {
    const open = fulfillmentOrder('1', { shirt: 1 });
    const later = fulfillmentOrder('2', { shirt: 1 }, { state: 'scheduled' });
    expect(asked({ fulfillmentOrders: [open, later] })).toEqual([{ shirt: 1 }]);
    const opened = [fulfillmentOrder('2', { shirt: 1 })];
    const sent = {
      deliveries: [delivery(1, { shirt: 1 })],
      fulfilled: [{ delivery: 1, lineItemId: 'shirt', quantity: 1 }],
    };
    expect(asked({ fulfillmentOrders: opened, ...sent })).toEqual([{ shirt: 1 }]);
  });
});

it('what is not OneStock’s is left out, each reason told once', () => {
  const fulfillmentOrders = [
    fulfillmentOrder('1', { shirt: 1 }),
    fulfillmentOrder('2', { hat: 1 }, { location: PRINTER }),
    fulfillmentOrder('3', { shirt: 1 }, { location: PRINTER }),
    fulfillmentOrder('4', { hat: 1 }, { state: 'over' }),
  ];
  expect(plan({ fulfillmentOrders })).toMatchObject({
    asks: [{ lines: [{ lineItemId: 'shirt', quantity: 1 }] }],
    leftOut: [{ code: 'of_another_service', params: { service: 'Printer' } }],
  });
});
