import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeOneStockEvent } from '#app/features/orders/convergence/onestock-events/describe-event.ts';

const root = { order_id: '1001', date: 1_770_364_800, old_state: 'created', new_state: 'claimed' };

describe('an event of OneStock', () => {
  test.each([
    ['order_state_changed', {}],
    ['parcel_state_changed', { parcel_id: 'p1' }],
    ['line_item_group_state_changed', { line_item_group_id: 'g1' }],
    ['line_item_group_state_changed', { item_id: 'SKU-001', quantity: 1 }],
    ['line_item_group_state_changed', { index_ranges: [{ from: 0, to: 1 }], parcel_id: 'p1' }],
    ['parcel_state_changed', { topic: 'parcel_state_changed' }],
    ['order_state_changed', { topic: 'order_state_changed', parcel_id: 'p1' }],
  ])('is one of %s, by its keys or its topic: %j', (topic, keys) => {
    expect(describeOneStockEvent({ ...root, ...keys })).toMatchObject({ topic, subject: '1001' });
  });

  test('is kept as the order that it is about, its states and its second', () => {
    expect(describeOneStockEvent({ ...root, parcel_id: 'p1', customer: { name: 'Camille' } })).toEqual({
      topic: 'parcel_state_changed',
      subject: '1001',
      facts: { parcelId: 'p1', oldState: 'created', newState: 'claimed' },
      triggeredAt: new Date('2026-02-06T08:00:00Z'),
    });
  });

  test('on a topic that nobody asked for is kept by its name', () => {
    expect(describeOneStockEvent({ topic: 'stock_import_error_occurred', file: 'x' })).toEqual({
      topic: 'other',
      subject: null,
      facts: { topic: 'stock_import_error_occurred' },
      triggeredAt: null,
    });
    expect(describeOneStockEvent({})).toMatchObject({ topic: 'other', facts: {} });
  });

  test('may number its order instead of naming it', () => {
    expect(describeOneStockEvent({ order_id: 1001 })).toMatchObject({
      topic: 'order_state_changed',
      subject: '1001',
    });
  });

  test('never carries what the database refuses or an id that is none, whatever JSON it is', () => {
    const odd = fc.oneof(
      fc.constantFrom('\u0000', '\ud800', '', 'x'.repeat(300), 1e300, -1, null, {}, [], true),
      fc.jsonValue(),
    );
    const keys = ['topic', 'order_id', 'date', 'old_state', 'new_state', 'parcel_id', 'item_id'];
    const body = fc.record(Object.fromEntries(keys.map((key) => [key, odd])), { requiredKeys: [] });
    fc.assert(
      fc.property(body, (json) => {
        const event = describeOneStockEvent(json);
        const kept = [event?.subject ?? 'none', ...Object.values(event?.facts ?? {})];
        for (const text of kept) expect(text).toMatch(/^[^\p{C}]{1,200}$/u);
        const year = event?.triggeredAt?.getUTCFullYear() ?? 2026;
        expect(year >= 2000 && year < 2100).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([null, 7, 'text', [], [root], undefined])('is an object, unlike %j', (body) => {
    expect(describeOneStockEvent(body)).toBeNull();
  });
});
