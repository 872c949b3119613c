import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  basketFingerprint,
  destinationFingerprint,
  normalisePostalCode,
  postalPrefix,
} from '#app/features/promise/index.ts';

const SALT = 'salt';
const line = fc.record({
  variantId: fc.integer({ min: 1, max: 9 }).map(String),
  quantity: fc.integer({ min: 0, max: 5 }),
});
const lines = fc.array(line, { maxLength: 8 });

function totals(basket: { variantId: string; quantity: number }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { variantId, quantity } of basket) {
    if (quantity > 0) sums[variantId] = (sums[variantId] ?? 0) + quantity;
  }
  return sums;
}

describe('the fingerprint of a basket', () => {
  it('does not depend on the order of the lines', () => {
    const shuffled = lines.chain((basket) =>
      fc.tuple(fc.constant(basket), fc.shuffledSubarray(basket, { minLength: basket.length })),
    );
    fc.assert(
      fc.property(shuffled, ([basket, other]) => {
        expect(basketFingerprint(other, SALT)).toBe(basketFingerprint(basket, SALT));
      }),
    );
  });

  it('is the same exactly when every variant has the same total, on however many lines', () => {
    fc.assert(
      fc.property(lines, lines, (one, other) => {
        const isSame = JSON.stringify(totals(one)) === JSON.stringify(totals(other));
        expect(basketFingerprint(one, SALT) === basketFingerprint(other, SALT)).toBe(isSame);
      }),
    );
  });

  it('counts one variant on two lines as one line of both', () => {
    const two = [
      { variantId: '11', quantity: 1 },
      { variantId: '11', quantity: 2 },
    ];
    expect(basketFingerprint(two, SALT)).toBe(basketFingerprint([{ variantId: '11', quantity: 3 }], SALT));
  });

  it('knows a custom line by its title, and never takes it for a variant', () => {
    const custom = (customTitle: string) =>
      basketFingerprint([{ variantId: null, customTitle, quantity: 1 }], SALT);
    expect(custom('Engraving ')).toBe(custom('Engraving'));
    expect(custom('Engraving')).not.toBe(custom('Gift wrap'));
    expect(custom('11')).not.toBe(basketFingerprint([{ variantId: '11', quantity: 1 }], SALT));
  });

  it('ignores the title of a line that has a variant', () => {
    const titled = [{ variantId: '11', customTitle: 'Chemise en lin', quantity: 1 }];
    expect(basketFingerprint(titled, SALT)).toBe(basketFingerprint([{ variantId: '11', quantity: 1 }], SALT));
  });

  it('cannot be compared between shops', () => {
    const basket = [{ variantId: '11', quantity: 1 }];
    expect(basketFingerprint(basket, 'one')).not.toBe(basketFingerprint(basket, 'other'));
  });
});

describe('the fingerprint of a destination', () => {
  const of = (country: string, zip: string | null, region: string | null = null) =>
    destinationFingerprint({ country, zip, region }, SALT);

  it('does not depend on how a postal code is written', () => {
    const separators = fc.constantFrom('', ' ', '-', '  ', '.');
    const written = fc
      .array(fc.tuple(fc.constantFrom(...'ABCXYZ019'), separators, fc.boolean()), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => ({
        plain: parts.map(([letter]) => letter).join(''),
        odd: parts
          .map(([letter, separator, lower]) => (lower ? letter.toLowerCase() : letter) + separator)
          .join(''),
      }));
    fc.assert(
      fc.property(written, ({ plain, odd }) => {
        expect(of('GB', odd)).toBe(of('GB', plain));
        expect(of('gb', odd)).toBe(of('GB', plain));
      }),
    );
  });

  it('tells postal codes and countries apart', () => {
    expect(of('FR', '31000')).not.toBe(of('FR', '31001'));
    expect(of('FR', '31000')).not.toBe(of('ES', '31000'));
  });

  it('looks at the region only where there is no postal code', () => {
    expect(of('FR', '31000', 'OCC')).toBe(of('FR', '31000', null));
    expect(of('AE', null, 'DU')).toBe(of('AE', ' ', 'du'));
    expect(of('AE', null, 'DU')).not.toBe(of('AE', null, 'AZ'));
  });

  it('is the same for the ZIP that a wallet tells first and the ZIP+4 of the order', () => {
    expect(of('US', '95014')).toBe(of('US', '95014-2083'));
    expect(of('US', '95014')).not.toBe(of('US', '95015'));
  });
});

describe('the postal area', () => {
  it.each([
    ['GB', 'EC2A 2AS', 'EC2A'],
    ['GB', 'ec2a', 'EC2A'],
    ['GB', 'M1 1AE', 'M1'],
    ['GB', 'M1', 'M1'],
    ['GB', 'SW1A 1AA', 'SW1A'],
    ['JE', 'JE2 3QA', 'JE2'],
    ['CA', 'K1A 0B1', 'K1A'],
    ['CA', 'K1A', 'K1A'],
    ['IE', 'D02 X285', 'D02'],
    ['NL', '1012 AB', '1012'],
    ['US', '95014-2083', '950'],
    ['FR', '31000', '31'],
    ['DE', '10115', '10'],
    ['fr', ' 31000', '31'],
    ['AE', null, ''],
  ])('of %s %s is %s', (country, zip, prefix) => {
    expect(postalPrefix(country, zip)).toBe(prefix);
  });

  it('is the same for what a wallet leaves of a postal code, which lacks the last three characters', () => {
    const letter = fc.constantFrom(...'ABCDEFGHJK');
    const digit = fc.integer({ min: 0, max: 9 }).map(String);
    const outward = fc
      .tuple(letter, fc.option(letter, { nil: '' }), digit, fc.option(fc.oneof(letter, digit), { nil: '' }))
      .map((parts) => parts.join(''));
    const inward = fc.tuple(digit, letter, letter).map((parts) => parts.join(''));
    fc.assert(
      fc.property(outward, inward, (before, after) => {
        expect(postalPrefix('GB', `${before} ${after}`)).toBe(before);
        expect(postalPrefix('GB', before)).toBe(before);
      }),
    );
  });
});

describe('a postal code', () => {
  it('is letters and digits in upper case, full-width ones too', () => {
    expect(normalisePostalCode(' １０１-００４１ ')).toBe('1010041');
    expect(normalisePostalCode('d02 x285')).toBe('D02X285');
    expect(normalisePostalCode(null)).toBe('');
  });
});
