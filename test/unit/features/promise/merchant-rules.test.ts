import { describe, expect, it } from 'vitest';
import { askOnce, promise } from '#test/support/promises.ts';
import { deliveryOption, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

describe('the merchant’s rules', () => {
  it.each([
    ['country_not_served', { countries: ['DE'] }],
    ['basket_total_out_of_range', { basketTotal: { min: 4000, max: null } }],
    ['weight_out_of_range', { weightGrams: { min: null, max: 699 } }],
  ])('keep an option out: %s', async (reason, change) => {
    const { status, rates, reasons } = await askOnce(snapshot([deliveryOption(change)]), [promise()]);
    expect({ status, rates, reason: reasons.STANDARD }).toEqual({ status: 200, rates: [], reason });
  });

  it('never relabel a price: an option in another currency is dropped and reported', async () => {
    const shop = snapshot([deliveryOption({ currency: 'USD' })]);
    const { status, reasons, currencyMismatches } = await askOnce(shop, [promise()]);
    expect({ status, reason: reasons.STANDARD, currencyMismatches }).toEqual({
      status: 503,
      reason: 'currency_mismatch',
      currencyMismatches: ['STANDARD'],
    });
  });

  it('charge once: the full price from the main origin, nothing from the others', async () => {
    const shop = snapshot([deliveryOption({ chargeOnce: true })]);
    const from = (origin: object) =>
      askOnce(shop, [promise()], rateRequestJson({ origin: origin as Record<string, unknown> }));
    expect((await from({})).rates[0]?.total_price).toBe('490');
    expect((await from({ postal_code: '69002', city: 'Lyon' })).rates[0]?.total_price).toBe('0');
    expect((await from({ postal_code: null, city: null })).rates[0]?.total_price).toBe('490');
  });

  it('take the price from OneStock’s cost, and drop the option where there is none', async () => {
    const shop = snapshot([deliveryOption({ price: { kind: 'onestock_cost', freeFrom: null } })]);
    expect((await askOnce(shop, [promise({ cost: 9.95 })])).rates[0]?.total_price).toBe('995');
    const without = await askOnce(shop, [promise({ cost: undefined })]);
    expect({ status: without.status, reason: without.reasons.STANDARD }).toEqual({
      status: 503,
      reason: 'cost_missing',
    });
  });

  it('make it free from a basket total on', async () => {
    const json = rateRequestJson({ rate: { order_totals: { subtotal_price: '6000' } } });
    expect((await askOnce(snapshot([deliveryOption()]), [promise()], json)).rates[0]?.total_price).toBe('0');
  });

  it('a shop without options is not empty on purpose', async () => {
    expect((await askOnce(snapshot([]), [])).status).toBe(503);
  });
});
