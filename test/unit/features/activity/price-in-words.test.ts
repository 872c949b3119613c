import { describe, expect, test } from 'vitest';
import { priceInWords } from '#app/features/activity/price-in-words.ts';
import type { PriceRule } from '#app/features/delivery-options/index.ts';

describe('a price rule in words', () => {
  test.each<[PriceRule, string, string]>([
    [{ kind: 'fixed', amount: 490, freeFrom: null }, 'EUR', '€4.90'],
    [{ kind: 'fixed', amount: 490, freeFrom: 6000 }, 'EUR', '€4.90, free from €60.00'],
    [{ kind: 'fixed', amount: 0, freeFrom: null }, 'EUR', 'Free'],
    [{ kind: 'fixed', amount: 100_000, freeFrom: null }, 'JPY', '¥1,000'],
    [{ kind: 'onestock_cost', freeFrom: null }, 'EUR', 'OneStock’s cost'],
    [
      {
        kind: 'tiers',
        tiers: [
          { from: 5000, amount: 0 },
          { from: 0, amount: 590 },
        ],
        freeFrom: null,
      },
      'USD',
      '$5.90, free from $50.00',
    ],
  ])('%o in %s reads %s', (rule, currency, words) => {
    expect(priceInWords(rule, currency)).toBe(words);
  });
});
