import { describe, expect, it } from 'vitest';
import {
  type LineRules,
  type PlannableLine,
  whyLeftOut,
  whyLineLeftOut,
} from '#app/features/orders/deliveries/why-left-out.ts';
import { fulfillmentOrder, OTHER_WAREHOUSE, orderLine, PARIS, PRINTER, RULES, STANDARD } from './planned.ts';

describe('a fulfillment order', () => {
  it('is OneStock’s at any location of the merchant’s own that no setting excludes', () => {
    expect(whyLeftOut(fulfillmentOrder('1', {}), { excludedLocations: [] })).toBeNull();
    const nowhere = { ...PARIS, id: null };
    expect(whyLeftOut(fulfillmentOrder('1', {}, { location: nowhere }), RULES)).toBeNull();
  });

  it.each([
    ['was sold at a till', { choice: { ...STANDARD, methodType: 'RETAIL' } }, { code: 'sold_at_till' }],
    [
      'is of another fulfillment service',
      { location: PRINTER },
      { code: 'of_another_service', params: { service: 'Printer' } },
    ],
    [
      'is at an excluded location',
      { location: OTHER_WAREHOUSE },
      { code: 'at_excluded_location', params: { location: 'Other warehouse' } },
    ],
  ])('is left out that %s', (_, change, cause) => {
    expect(whyLeftOut(fulfillmentOrder('1', {}, change), RULES)).toEqual(cause);
  });
});

describe('a line', () => {
  const custom = { sku: null, variantId: null };
  const why = (line: Partial<PlannableLine>, rules: Partial<LineRules> = {}, isShipped = true) =>
    whyLineLeftOut(orderLine('shirt', line), { isShipped }, { ...RULES, ...rules })?.code ?? null;

  it('is OneStock’s that is a product of the shop', () => {
    expect(why({})).toBeNull();
  });

  it('that is a gift card, or needs no shipping, is left out unless the shop wants it', () => {
    expect([why({ isGiftCard: true }), why({}, {}, false)]).toEqual([
      'gift_card_left_out',
      'not_shipped_left_out',
    ]);
    const rules = { keepUnshippable: true };
    expect([why({ isGiftCard: true }, rules), why({}, rules, false)]).toEqual([null, null]);
  });

  it('that is a tip is left out whatever the shop wants: it has no item', () => {
    expect(why(custom, { keepUnshippable: true }, false)).toBe('not_shipped_left_out');
  });

  it('that is custom stops the order, or is left out where the shop wants that', () => {
    expect(why(custom)).toBeNull();
    expect(why(custom, { customLines: 'leave_out' })).toBe('custom_line_left_out');
  });

  it('that is custom and carries a SKU by which items are named is an item like any', () => {
    expect(why({ ...custom, sku: 'SHIRT' }, { customLines: 'leave_out' })).toBeNull();
    const byVariant = { customLines: 'leave_out', itemIdSource: 'variant_id' } as const;
    expect(why({ ...custom, sku: 'SHIRT' }, byVariant)).toBe('custom_line_left_out');
  });

  it('that has no item id is left out once a person decided so of this line, and as long as it has none', () => {
    expect(why({ sku: ' ' })).toBeNull();
    expect(why({ sku: ' ' }, { without: ['shirt'] })).toBe('line_left_out');
    expect(why({ sku: ' ' }, { without: ['scarf'] })).toBeNull();
    expect(why({}, { without: ['shirt'] })).toBeNull();
  });
});
