import { describe, expect, it } from 'vitest';
import { metafieldChanges, wantedMetafields } from '#app/features/orders/promise/order-metafields.ts';
import type { GroupAnswer, Order } from '#app/features/orders/promise/types.ts';
import { promiseOf } from '#test/support/shown-rates.ts';

function answer(change: Partial<GroupAnswer>): GroupAnswer {
  return { source: 'checkout', quoteId: null, endpointId: null, promise: promiseOf(0), ...change };
}

const nothing: GroupAnswer = answer({ source: 'none', promise: null });
const absent: Order['metafields'] = {
  delivery_promise: null,
  endpoint_id: null,
  delivery_promise_source: null,
  deliveries: null,
};

describe('the metafields of an order', () => {
  it('hold the promises as an array, one a delivery group that has one', () => {
    const wanted = wantedMetafields([
      answer({}),
      nothing,
      answer({ promise: promiseOf(1), endpointId: 'store_1' }),
    ]);
    expect(JSON.parse(wanted.delivery_promise ?? '')).toEqual([promiseOf(0), promiseOf(1)]);
    expect(wanted.endpoint_id).toBe('store_1');
  });

  it('name the store only where there is exactly one', () => {
    const stores = (...ids: string[]) =>
      wantedMetafields(ids.map((endpointId) => answer({ endpointId }))).endpoint_id;
    expect([stores('store_1', 'store_1'), stores('store_1', 'store_2')]).toEqual(['store_1', null]);
  });

  it('lack promise and store where there is none, and always say the source', () => {
    expect(wantedMetafields([nothing])).toEqual({
      delivery_promise: null,
      endpoint_id: null,
      delivery_promise_source: 'none',
      deliveries: null,
    });
    expect(wantedMetafields([])).toMatchObject({ delivery_promise_source: 'none' });
  });

  it.each([
    [['cart', 'checkout'], 'checkout'],
    [['checkout_ambiguous', 'cart'], 'checkout_ambiguous'],
    [['checkout_ambiguous', 'delivery_window', 'checkout'], 'delivery_window'],
    [['recomputed', 'delivery_window'], 'recomputed'],
    [['cart', 'fallback', 'none'], 'cart'],
    [['none', 'fallback'], 'fallback'],
  ] as const)(
    'of groups from %j name the least sure of those that carry a promise: %s',
    (sources, expected) => {
      const groups = sources.map((source) =>
        answer({ source, promise: source === 'fallback' || source === 'none' ? null : promiseOf(0) }),
      );
      expect(wantedMetafields(groups).delivery_promise_source).toBe(expected);
    },
  );
});

describe('what is written', () => {
  const wanted = wantedMetafields([answer({})]);

  it('is everything on a new order, on condition that it is still absent', () => {
    expect(metafieldChanges(absent, wanted)).toEqual({
      set: [
        { key: 'delivery_promise', value: JSON.stringify([promiseOf(0)]), compareDigest: null },
        { key: 'delivery_promise_source', value: 'checkout', compareDigest: null },
      ],
      delete: [],
    });
  });

  it('is nothing where the order says it already, in whatever order and spacing its JSON is', () => {
    const reversed = Object.fromEntries(Object.entries(promiseOf(0)).reverse());
    const present: Order['metafields'] = {
      delivery_promise: { value: JSON.stringify([reversed], null, 2), compareDigest: 'a' },
      endpoint_id: null,
      delivery_promise_source: { value: 'checkout', compareDigest: 'b' },
      deliveries: null,
    };
    expect(metafieldChanges(present, wanted)).toEqual({ set: [], delete: [] });
  });

  it('is what differs, against the digest that was read, and the removal of what must be absent', () => {
    const present: Order['metafields'] = {
      delivery_promise: { value: 'not JSON', compareDigest: 'a' },
      endpoint_id: { value: 'store_1', compareDigest: 'c' },
      delivery_promise_source: { value: 'checkout', compareDigest: 'b' },
      deliveries: null,
    };
    expect(metafieldChanges(present, wanted)).toEqual({
      set: [{ key: 'delivery_promise', value: wanted.delivery_promise, compareDigest: 'a' }],
      delete: ['endpoint_id'],
    });
  });
});
