import { describe, expect, test } from 'vitest';
import type { KeptOption } from '#app/features/delivery-options/index.ts';
import { deliveryOptionSchema } from '#app/features/delivery-options/schema.ts';
import { readAmount, writeAmount } from '#app/ui/options/amounts.ts';
import { type FormFacts, formOf, newForm, prefill } from '#app/ui/options/fill-form.ts';
import { findStores } from '#app/ui/options/find-stores.ts';
import { allErrors, readForm } from '#app/ui/options/read-form.ts';
import { collectOption, deliveryOption } from '#test/support/rate-requests.ts';

const facts: FormFacts = { languages: ['en', 'fr'], currency: 'EUR', country: 'FR' };

describe('an amount that is typed', () => {
  test.each([
    ['4.90', 2, 490],
    ['4,9', 2, 490],
    [' 1 200 ', 2, 120_000],
    ['0', 2, 0],
    ['500.00', 0, 50_000],
    ['4.905', 2, 'amount_too_precise'],
    ['1,000', 2, 'amount_too_precise'],
    ['500.5', 0, 'amount_not_whole'],
    ['', 2, 'amount_missing'],
    ['-1', 2, 'amount_unreadable'],
    ['four', 2, 'amount_unreadable'],
    ['1000001', 2, 'amount_too_high'],
  ])('%j with %i decimals is %j', (text, decimals, expected) => {
    expect(readAmount(text, decimals)).toBe(expected);
  });

  test.each([
    [490, 'EUR', 'en', '4.90'],
    [490, 'EUR', 'fr', '4,90'],
    [50_000, 'JPY', 'en', '500'],
    [50_050, 'JPY', 'en', '500.50'],
  ] as const)('as it was saved, %i %s in %s, is written %s', (amount, currency, language, text) => {
    expect(writeAmount(amount, currency, language)).toBe(text);
  });
});

describe('a form', () => {
  const tiers = [
    { from: 0, amount: 790 },
    { from: 5000, amount: 390 },
  ];
  test.each<[string, KeptOption]>([
    ['home', deliveryOption({ weightGrams: { min: 250, max: 30_000 }, nearCutoff: 'next' })],
    ['tiers', deliveryOption({ price: { kind: 'tiers', freeFrom: 9000, tiers } })],
    ['cost', deliveryOption({ price: { kind: 'onestock_cost', freeFrom: null } })],
    ['lead time', deliveryOption({ fallback: { policy: 'lead_time', minDays: 1, maxDays: 9 } })],
    ['near', collectOption({ stores: { mode: 'near', radiusKm: 12.5, limit: 3 } })],
    ['list', collectOption({ stores: { mode: 'list', endpointIds: ['a', 'b'] } })],
  ])('that nobody touched saves the very option that it shows: %s', (_kind, option) => {
    for (const language of ['en', 'fr'] as const) {
      const { input, errors } = readForm(formOf(option, facts, language));
      expect(errors).toEqual([]);
      const { position: _position, ...read } = deliveryOptionSchema.parse(input);
      expect(option).toMatchObject(read);
    }
  });

  test('tells of each number that cannot be read why, once', () => {
    const form = formOf(deliveryOption(), facts, 'en');
    const typed = {
      ...form,
      price: { ...form.price, amount: '4.905', freeFrom: 'much' },
      weightGrams: { min: 'heavy', max: '' },
    };
    const { input, errors } = readForm(typed);
    expect(errors.map(({ field, code }) => [field, code])).toEqual([
      ['price.freeFrom', 'amount_unreadable'],
      ['weightGrams.min', 'decimal_unreadable'],
      ['price.amount', 'amount_too_precise'],
    ]);
    const faults = [...errors, { field: 'handle', code: 'handle_used' }];
    expect(allErrors(errors, faults)).toHaveLength(4);
    expect(deliveryOptionSchema.safeParse(input).success).toBe(false);
  });
});

describe('a chosen delivery method', () => {
  const [standard, collect] = [
    { id: 'std home', name: 'Standard' },
    { id: 'ckc', name: 'Click & collect' },
  ];
  const choice = { language: 'en', before: null };

  test('fills what nobody has written, and again when another one is chosen', () => {
    const first = { ...newForm(facts), ...prefill(newForm(facts), standard, choice) };
    expect(first).toMatchObject({ handle: 'STD-HOME', kind: 'home', names: { en: 'Standard' } });
    const second = { ...first, ...prefill(first, collect, { ...choice, before: standard }) };
    expect(second).toMatchObject({ handle: 'CKC', kind: 'collect', names: { en: 'Collect at {store}' } });
  });

  test('leaves what was written', () => {
    const written = { ...newForm(facts), handle: 'MINE', names: { fr: 'Le mien' } };
    expect(prefill(written, collect, choice)).toEqual({ deliveryMethod: 'ckc' });
  });
});

describe('stores that are searched', () => {
  const stores = Array.from({ length: 45 }, (_, at) => ({
    endpointId: `s${at}`,
    name: at === 44 ? 'Orléans République' : `Store ${at}`,
    country: 'FR',
    zipCode: '75001',
    city: 'Paris',
    latitude: null,
    longitude: null,
    timezone: null,
  }));

  test('come twenty at a time, from whichever store is asked for', () => {
    expect(findStores(stores, '', 0)).toMatchObject({ offset: 0, total: 45 });
    expect(findStores(stores, '', 19).offset).toBe(0);
    expect(findStores(stores, 'store', 20)).toMatchObject({ offset: 20, total: 44 });
    expect(findStores(stores, '', 40).stores).toHaveLength(5);
    expect([findStores(stores, '', 99).offset, findStores(stores, '', -1).offset]).toEqual([0, 0]);
  });

  test('are found by any of their words, whatever the accents', () => {
    expect(findStores(stores, 'REPUBLIQUE orl', 0).stores).toEqual([
      { endpointId: 's44', name: 'Orléans République', city: 'Paris' },
    ]);
  });
});
