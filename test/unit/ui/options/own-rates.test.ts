import { expect, test } from 'vitest';
import { ownRateWarnings } from '#app/ui/options/own-rates.ts';

const RATES = ['Economy', 'Standard  Delivery'];

test('an option called as a rate of the merchant is told, in the language where it is, whatever spaces and capitals', () => {
  expect(ownRateWarnings({ en: ' standard delivery', fr: 'Livraison standard' }, RATES)).toEqual([
    { code: 'same_as_own_rate', language: 'en', name: 'Standard  Delivery' },
  ]);
});

test('nothing is told of another name, of one not yet typed, or of stores that have names of their own', () => {
  expect(ownRateWarnings({ en: 'Express', fr: '', de: 'Economy {store}' }, [...RATES, ''])).toEqual([]);
  expect(ownRateWarnings({ en: 'Economy' }, [])).toEqual([]);
});
