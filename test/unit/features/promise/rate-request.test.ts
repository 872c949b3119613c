import { describe, expect, it } from 'vitest';
import { parseRateRequest } from '#app/features/promise/index.ts';
import { rateItemJson, rateRequestJson } from '#test/support/rate-requests.ts';

function request(json: unknown) {
  const outcome = parseRateRequest(json);
  if ('fault' in outcome) throw new Error(outcome.fault.code);
  return outcome.request;
}

describe('a rate request', () => {
  it('needs no more of a destination than the country', () => {
    const thin = { rate: { destination: { country: 'fr' }, items: [rateItemJson()], currency: 'EUR' } };
    expect(request(thin)).toMatchObject({
      destination: { country: 'FR', zip: null, city: null, latitude: null },
      locale: null,
      basketTotal: 3998,
    });
  });

  it.each([
    ['integer hundredths', 1999, 1999],
    ['hundredths as text', '1999', 1999],
    ['major units as decimal text', '19.99', 1999],
    ['yen in hundredths', 100000, 100000],
    ['nothing', null, 0],
  ])('reads a price given as %s', (_form, price, expected) => {
    expect(request(rateRequestJson({ items: [rateItemJson({ price })] })).lines[0]?.unitPrice).toBe(expected);
  });

  it.each([[null], [[]], [{}], [[{ name: 'engraving', value: 'x' }]], [{ _gift: 'yes' }]])(
    'does not mind properties of the form %j',
    (properties) => {
      expect(request(rateRequestJson({ items: [rateItemJson({ properties })] })).lines).toHaveLength(1);
    },
  );

  it('takes totals as numbers or as text, and sums the lines without them', () => {
    const withTotals = (order_totals: unknown) =>
      request(rateRequestJson({ rate: { order_totals } })).basketTotal;
    expect([
      withTotals({ subtotal_price: 100 }),
      withTotals({ subtotal_price: '100' }),
      withTotals(null),
    ]).toEqual([100, 100, 3998]);
  });

  it('keeps a custom line, which has neither SKU nor variant', () => {
    const items = [rateItemJson({ sku: '', variant_id: null, name: 'Made to measure' })];
    expect(request(rateRequestJson({ items })).lines[0]).toMatchObject({
      sku: null,
      variantId: null,
      name: 'Made to measure',
    });
  });

  it.each([
    ['no rate', {}],
    ['a list', []],
    ['nothing', null],
    ['no country', rateRequestJson({ destination: { country: null } })],
    ['a currency that is none', rateRequestJson({ rate: { currency: 'euro' } })],
    ['a quantity below nothing', rateRequestJson({ items: [rateItemJson({ quantity: -1 })] })],
  ])('is refused with a reason: %s', (_name, json) => {
    expect(parseRateRequest(json)).toEqual({
      fault: { code: 'not_a_rate_request', params: { field: expect.stringMatching(/.+/) } },
    });
  });
});
