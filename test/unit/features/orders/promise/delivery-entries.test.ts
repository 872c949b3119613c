import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Choice } from '#app/features/orders/deliveries/types.ts';
import {
  type DeliveryOutline,
  deliveryEntries,
  plannedOutlines,
  sentOutlines,
  unsentOutlines,
} from '#app/features/orders/promise/delivery-entries.ts';
import { type FulfillmentOrder, type ResolvedGroup, SOURCES } from '#app/features/orders/promise/types.ts';
import type { FulfillmentOrderId } from '#app/gateways/shopify/ids.ts';
import { promiseOf } from '#test/support/shown-rates.ts';
import { delivery, EXPRESS, pickUpAt, STANDARD } from '../deliveries/planned.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../../../../docs/deliveries.schema.json', import.meta.url), 'utf8'),
);
const isValid = new Ajv2020({ allErrors: true, allowUnionTypes: true }).compile(schema);

const fulfillmentOrderId = (number: number) =>
  `gid://shopify/FulfillmentOrder/${number}` as FulfillmentOrderId;
const lineItemId = (number: number) => `gid://shopify/LineItem/${number}`;

function group(number: number, change: Partial<ResolvedGroup> = {}): ResolvedGroup {
  return {
    ...{ fulfillmentOrderId: fulfillmentOrderId(number), code: 'STANDARD', source: 'checkout' },
    ...{ quoteId: null, endpointId: null, promise: promiseOf(number) },
    ...change,
  };
}

function outline(change: Partial<DeliveryOutline> = {}): DeliveryOutline {
  return {
    ...{ oneStockOrderId: '1001', choice: STANDARD },
    ...{ fulfillmentOrderIds: [fulfillmentOrderId(1)], lineItemIds: [lineItemId(1)] },
    ...change,
  };
}

describe('an entry of the metafield deliveries', () => {
  it('tells the order in OneStock, what it is of, and what was found for it', () => {
    expect(deliveryEntries([outline()], [group(1), group(2)])).toEqual([
      {
        onestock_order_id: '1001',
        fulfillment_order_ids: [fulfillmentOrderId(1)],
        line_item_ids: [lineItemId(1)],
        code: 'STANDARD',
        promise: promiseOf(1),
        endpoint_id: null,
        source: 'checkout',
      },
    ]);
  });

  it('of several parts has the promise that ends last, and the least sure source', () => {
    const both = outline({ fulfillmentOrderIds: [fulfillmentOrderId(1), fulfillmentOrderId(2)] });
    const groups = [group(2, { source: 'recomputed' }), group(1)];
    expect(deliveryEntries([both], groups)).toMatchObject([{ promise: promiseOf(2), source: 'recomputed' }]);
  });

  it('keeps what was found for its code when its fulfillment orders have other ids since', () => {
    const moved = outline({ fulfillmentOrderIds: [fulfillmentOrderId(9)] });
    expect(deliveryEntries([moved], [group(2, { code: 'EXPRESS' }), group(1)])).toMatchObject([
      { promise: promiseOf(1) },
    ]);
  });

  it('names the store of a collection, and no promise where there was none', () => {
    const code = 'COLLECT:store_1';
    const collected = group(1, { code, endpointId: 'store_1', promise: null, source: 'fallback' });
    expect(deliveryEntries([outline({ choice: { ...STANDARD, code } })], [collected])).toMatchObject([
      { code, endpoint_id: 'store_1', promise: null, source: 'fallback' },
    ]);
  });
});

describe('the deliveries of an order', () => {
  it('are those that were sent, then what is to be sent and what waits, both without an id', () => {
    const sent = delivery(1, { [lineItemId(1)]: 1 });
    const ask = {
      ...{ choice: EXPRESS, fulfillmentOrderIds: [fulfillmentOrderId(2)] },
      lines: [{ lineItemId: lineItemId(2), quantity: 1, askedBefore: 0 }],
    };
    const wait = {
      ...{
        choice: STANDARD,
        fulfillmentOrderId: fulfillmentOrderId(3),
        cause: { code: 'opens_later' } as const,
      },
      ...{ until: null, lines: [{ lineItemId: lineItemId(1), quantity: 1 }] },
    };
    const outlines = plannedOutlines([sent], { asks: [ask], waits: [wait] });
    expect(outlines.map(({ oneStockOrderId, lineItemIds }) => [oneStockOrderId, lineItemIds])).toEqual([
      ['1001-1', [lineItemId(1)]],
      [null, [lineItemId(2)]],
      [null, [lineItemId(1)]],
    ]);
  });

  it('leave out what was only about to be sent, and what was sent when deliveries were not told apart', () => {
    const pending = delivery(1, { [lineItemId(1)]: 1 }, { exportedAt: null });
    const whole = delivery(1, { [lineItemId(1)]: 1 }, { choice: null });
    for (const each of [pending, whole]) expect(plannedOutlines([each], { asks: [], waits: [] })).toEqual([]);
  });

  it('of an order that is not sent to OneStock are its fulfillment orders by the shopper’s choice', () => {
    const of = (
      number: number,
      choice: Choice,
      change: Partial<FulfillmentOrder> = {},
    ): FulfillmentOrder => ({
      ...{ id: fulfillmentOrderId(number), isCancelled: false, isScheduled: false, choice, delivery: null },
      lineItemIds: [lineItemId(number)],
      lines: [{ variantId: '1', sku: null, title: 'Shirt', quantity: 1 }],
      ...change,
    });
    const outlines = unsentOutlines([
      of(1, STANDARD),
      of(2, STANDARD),
      of(3, pickUpAt('lyon')),
      of(4, EXPRESS, { isCancelled: true }),
      of(5, EXPRESS, { lines: [] }),
    ]);
    expect(
      outlines.map(({ oneStockOrderId, fulfillmentOrderIds }) => [oneStockOrderId, fulfillmentOrderIds]),
    ).toEqual([
      [null, [fulfillmentOrderId(1), fulfillmentOrderId(2)]],
      [null, [fulfillmentOrderId(3)]],
    ]);
    const sent = sentOutlines([delivery(1, { [lineItemId(1)]: 1 })]);
    const unsent = unsentOutlines([of(1, STANDARD), of(3, EXPRESS)], sent);
    expect(unsent.map(({ fulfillmentOrderIds }) => fulfillmentOrderIds)).toEqual([[fulfillmentOrderId(3)]]);
  });
});

describe('docs/deliveries.schema.json', () => {
  const anyGroup = fc
    .record({
      number: fc.integer({ min: 1, max: 4 }),
      code: fc.constantFrom('STANDARD', 'EXPRESS', 'COLLECT:store_1', null),
      source: fc.constantFrom(...SOURCES),
      endpointId: fc.constantFrom(null, 'store_1'),
      promise: fc.option(fc.nat(9).map(promiseOf)),
    })
    .map(({ number, ...change }) => group(number, change));
  const anyOutline = fc
    .record({
      oneStockOrderId: fc.constantFrom(null, '1001', '1001-2'),
      choice: fc.constantFrom(STANDARD, EXPRESS, pickUpAt('lyon')),
      fulfillmentOrderIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }).map(fulfillmentOrderId)),
      lineItemIds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }).map(lineItemId), { minLength: 1 }),
    })
    .map(outline);

  it('describes whatever is written', () => {
    fc.assert(
      fc.property(
        fc.array(anyOutline, { minLength: 1, maxLength: 4 }),
        fc.array(anyGroup, { maxLength: 4 }),
        (outlines, groups) => {
          const written = JSON.parse(JSON.stringify(deliveryEntries(outlines, groups)));
          expect(isValid(written), JSON.stringify(isValid.errors)).toBe(true);
          for (const entry of written)
            expect(Object.keys(entry)).toEqual(Object.keys(schema.$defs.delivery.properties));
        },
      ),
    );
  });

  it('refuses what lacks something or is of another kind', () => {
    const [entry] = deliveryEntries([outline()], [group(1)]);
    const { source: _source, ...without } = entry ?? { source: 'none' };
    const wrong = [[], [without], [{ ...entry, source: 'guess' }], [{ ...entry, line_item_ids: ['1'] }]];
    expect(wrong.map((each) => isValid(each))).toEqual([false, false, false, false]);
  });

  it('knows every source, in the order of how sure they are', () => {
    expect(schema.$defs.delivery.properties.source.enum).toEqual(SOURCES);
  });
});
