import { expect, test } from 'vitest';
import { CATALOGUE } from '#sandbox/catalogue.ts';

test('the catalogue is 300 variants, SKU-001 to SKU-300, no two of them alike in any language', () => {
  expect(CATALOGUE).toHaveLength(300);
  expect(CATALOGUE[0]?.sku).toBe('SKU-001');
  expect(CATALOGUE.at(-1)?.sku).toBe('SKU-300');
  for (const key of ['en', 'fr', 'de'] as const) {
    expect(new Set(CATALOGUE.map(({ title }) => title[key])).size).toBe(300);
  }
});

test('the variants of a product share its title, its price and its shape', () => {
  const products = Map.groupBy(CATALOGUE, ({ productHandle }) => productHandle);
  expect(products.size).toBe(35);
  for (const [handle, [first, ...others]] of products) {
    expect(handle).toMatch(/^[a-z0-9-]+$/);
    for (const { productTitle, priceEur, size } of others) {
      expect(productTitle).toEqual(first?.productTitle);
      expect(priceEur).toBe(first?.priceEur);
      expect(size === undefined).toBe(first?.size === undefined);
    }
  }
});

test('prices are whole cents and weights whole grams', () => {
  for (const { priceEur, grams } of CATALOGUE) {
    expect(Number.isInteger(priceEur) && priceEur > 0).toBe(true);
    expect(Number.isInteger(grams) && grams > 0).toBe(true);
  }
});
