import { describe, expect, test } from 'vitest';
import { type WarningCircumstances, warningsOf } from '#app/features/delivery-options/index.ts';
import { collectOption, deliveryOption } from '#test/support/rate-requests.ts';

const shop: WarningCircumstances = {
  primaryLocale: 'en',
  locales: ['en', 'fr'],
  currency: 'EUR',
  stores: [
    { endpointId: 'a', country: 'FR' },
    { endpointId: 'b', country: 'FR' },
  ],
};
const standard = deliveryOption();
const fixed = (amount: number) => ({ kind: 'fixed' as const, amount, freeFrom: null });
const express = deliveryOption({
  handle: 'EXPRESS',
  names: { en: 'Express', fr: 'Express' },
  price: fixed(990),
  position: 1,
});
const codes = (...question: Parameters<typeof warningsOf>) => warningsOf(...question).map(({ code }) => code);

describe('what bites at checkout', () => {
  test('is nothing with options that are apart in name and price, the cheapest first', () => {
    expect(warningsOf(standard, [express], shop)).toEqual([]);
    expect(warningsOf(express, [standard], shop)).toEqual([]);
  });

  test('is a name that another option has in one of the languages, the one it falls back to included', () => {
    const german = { ...express, names: { de: 'X', en: 'standard  Delivery' } };
    expect(warningsOf(german, [standard], { ...shop, locales: ['en'] })[0]).toEqual({
      code: 'same_name',
      other: 'STANDARD',
      language: 'en',
      name: 'standard  Delivery',
    });
    const untranslated = { ...express, names: { en: 'Livraison standard' } };
    expect(warningsOf(untranslated, [standard], shop)[0]).toMatchObject({
      code: 'same_name',
      language: 'fr',
    });
  });

  test('is a price that is another option’s at every basket total', () => {
    const alike = { ...express, price: standard.price };
    expect(codes(alike, [standard], shop)).toContain('same_price');
    expect(codes({ ...alike, price: fixed(490) }, [standard], shop)).not.toContain('same_price');
  });

  test('is an option that is cheaper than all others at some total and not the first', () => {
    const cheap = { ...express, price: fixed(300) };
    expect(warningsOf(cheap, [standard], shop)).toEqual([
      { code: 'cheaper_than_first', other: 'STANDARD', basketTotal: 0 },
    ]);
    const later = { ...express, price: { ...fixed(990), freeFrom: 3000 } };
    expect(warningsOf(later, [standard], shop)).toEqual([
      { code: 'cheaper_than_first', other: 'STANDARD', basketTotal: 3000 },
    ]);
  });

  test('is said of no two options that one shopper is never shown together', () => {
    const same = { ...express, names: standard.names, price: standard.price };
    const apart = [
      { ...same, countries: ['US'] },
      { ...same, basketTotal: { min: 5001, max: null } },
      { ...same, weightGrams: { min: 5001, max: null } },
    ];
    const limited = {
      ...standard,
      basketTotal: { min: null, max: 5000 },
      weightGrams: { min: null, max: 5000 },
    };
    expect(apart.flatMap((other) => warningsOf(other, [limited], shop))).toEqual([]);
    expect(warningsOf(same, [{ ...standard, active: false }], shop)).toEqual([]);
  });

  test('is a currency in which Shopify never asks, and a language without a name', () => {
    expect(warningsOf({ ...standard, currency: 'GBP', names: { en: 'X' } }, [], shop)).toEqual([
      { code: 'other_currency', currency: 'GBP', shopCurrency: 'EUR' },
      { code: 'name_untranslated', languages: ['fr'] },
    ]);
    expect(codes(standard, [], { ...shop, locales: ['en', 'fr-CA'] })).toEqual([]);
  });

  test.each([
    ['no store is known', { mode: 'near', radiusKm: 5, limit: 2 }, [], 'stores_unknown'],
    ['none is in its countries', { mode: 'near', radiusKm: 5, limit: 2 }, ['US'], 'stores_elsewhere'],
    [
      'there are fewer than it wants',
      { mode: 'near', radiusKm: 5, limit: 2 },
      ['FR'],
      'fewer_stores_than_limit',
    ],
    ['a chosen one is gone', { mode: 'list', endpointIds: ['s0', 'gone'] }, ['FR'], 'stores_gone'],
  ] as const)('is a collection when %s', (_when, choice, countries, code) => {
    const stores = countries.map((country, at) => ({ endpointId: `s${at}`, country }));
    const names = { en: 'Collect at {store}', fr: 'Retrait à {store}' };
    const wanted = choice.mode === 'list' ? { ...choice, endpointIds: [...choice.endpointIds] } : choice;
    const option = collectOption({ names, stores: wanted });
    expect(codes(option, [], { ...shop, stores })).toEqual([code]);
  });
});
