import { describe, expect, it } from 'vitest';
import { priceOf } from '#app/features/delivery-options/index.ts';
import { deliveryOptionSchema, languageCode } from '#app/features/delivery-options/schema.ts';
import { collectOption, deliveryOption } from '#test/support/rate-requests.ts';

const { id: _id, shop: _shop, ...home } = deliveryOption();
const { id: _collectId, shop: _collectShop, ...collect } = collectOption();

describe('what a merchant saves', () => {
  it.each([
    ['a handle with a colon, which separates the store', { ...home, handle: 'A:B' }, 'handle'],
    ['a date in the name: Shopify adds rates up by name', { ...home, names: { en: 'By {eta}' } }, 'names.en'],
    ['a store in the name of a home delivery', { ...home, names: { en: 'At {store}' } }, 'names'],
    ['an unknown placeholder', { ...home, descriptions: { en: '{price}' } }, 'descriptions.en'],
    ['the same with a space', { ...home, names: { en: 'At { store }' } }, 'names'],
    ['stores that share a name', { ...collect, names: { en: 'Collect' } }, 'names'],
    ['no name', { ...home, names: {} }, 'names'],
    ['no country', { ...home, countries: [] }, 'countries'],
    [
      'a price with decimals of a hundredth',
      { ...home, price: { kind: 'fixed', amount: 4.9, freeFrom: null } },
      'price.amount',
    ],
    ['a collection without stores', { ...collect, stores: null }, 'stores'],
    [
      'more stores than an answer holds',
      { ...collect, stores: { mode: 'near', radiusKm: 5, limit: 11 } },
      'stores.limit',
    ],
    ['a range that is upside down', { ...home, weightGrams: { min: 2, max: 1 } }, 'weightGrams'],
    [
      'tiers that do not begin at nothing',
      { ...home, price: { kind: 'tiers', freeFrom: null, tiers: [{ from: 100, amount: 1 }] } },
      'price.tiers',
    ],
    [
      'a fallback that never shows',
      { ...home, fallbackOnly: true, fallback: { policy: 'hide' } },
      'fallback',
    ],
  ])('is refused: %s', (_name, input, field) => {
    const parsed = deliveryOptionSchema.safeParse(input);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(field);
  });

  it('accepts statuses by kind where none are named', () => {
    expect(deliveryOption().acceptedStatuses).toEqual(['valid', 'valid_estimation']);
    expect(collectOption().acceptedStatuses).toEqual(['valid']);
  });
});

describe('a price by tiers', () => {
  const price = {
    kind: 'tiers' as const,
    freeFrom: null,
    tiers: [
      { from: 5000, amount: 300 },
      { from: 0, amount: 700 },
    ],
  };
  it.each([
    [0, 700],
    [4999, 700],
    [5000, 300],
  ])('at a basket of %i hundredths is %i', (basketTotal, expected) => {
    const circumstances = { basketTotal, oneStockCost: null, isMainOrigin: true };
    expect(priceOf({ price, chargeOnce: false }, circumstances)).toBe(expected);
  });
});

describe('a language', () => {
  it('is kept under its canonical code, whichever way it was typed', () => {
    expect(deliveryOption({ names: { 'PT-br': 'Entrega' } }).names).toEqual({ 'pt-BR': 'Entrega' });
  });

  it.each(['', '!!', 'en-US-US', 'en-aaaaaaaa-bb', '__proto__'])(
    'is refused where it is none: “%s”',
    (code) => {
      expect(languageCode.safeParse(code).success).toBe(false);
    },
  );
});

describe('OneStock’s cost', () => {
  const price = { kind: 'onestock_cost' as const, freeFrom: null };
  it.each([
    [9.95, 995],
    [0, 0],
    [null, 'cost_missing'],
    [-1, 'cost_implausible'],
    [21_500_000, 'cost_implausible'],
    [Number.NaN, 'cost_implausible'],
  ])('of %s is a price of %s', (oneStockCost, expected) => {
    const circumstances = { basketTotal: 0, oneStockCost, isMainOrigin: true };
    expect(priceOf({ price, chargeOnce: false }, circumstances)).toBe(expected);
  });
});
