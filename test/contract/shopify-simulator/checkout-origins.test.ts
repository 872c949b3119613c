import { describe, expect, test } from 'vitest';
import { answerJson, answerRates, type Carrier, carrierRate, startCheckout } from './checkout-harness.ts';

const { carrier, open } = await startCheckout();

const twoOrigins = { lines: [{ sku: 'SKU-001' }, { sku: 'SKU-050', quantity: 2, location: 'Lyon' }] };

/** Rates by the origin's city. */
function answerByOrigin(rates: Record<string, Record<string, unknown>[]>): Carrier['answer'] {
  return (callback, response) => answerRates(...(rates[callback.rate.origin.city] ?? []))(callback, response);
}

describe('a cart that leaves from two locations', () => {
  test('asks once for each, with the lines of each and the totals of the whole cart', async () => {
    await open(twoOrigins);

    const asked = carrier.callbacks.map(({ rate }) => [rate.origin.city, rate.items.map(({ sku }) => sku)]);
    expect(asked.toSorted()).toEqual([
      ['Lyon', ['SKU-050']],
      ['Paris', ['SKU-001']],
    ]);
    const totals = carrier.callbacks.map(({ rate }) => rate.order_totals);
    expect(totals[0]).toEqual(totals[1]);
  });

  test('adds same-named rates together, with the widest window and the metafields of the first', async () => {
    const metafield = (value: string) => ({
      namespace: 'n',
      key: 'k',
      type: 'single_line_text_field',
      value,
    });
    carrier.answer = answerByOrigin({
      Paris: [
        carrierRate({
          min_delivery_date: '2026-11-24 08:00:00 +0100',
          max_delivery_date: '2026-11-25 08:00:00 +0100',
          metafields: [metafield('paris')],
        }),
      ],
      Lyon: [
        carrierRate({
          total_price: 100,
          min_delivery_date: '2026-11-24 06:30:00 +0000',
          max_delivery_date: '2026-11-25 06:30:00 +0000',
          metafields: [metafield('lyon')],
        }),
      ],
    });

    const { rates, groups } = await open(twoOrigins);

    expect(groups).toHaveLength(1);
    expect(rates).toEqual([
      expect.objectContaining({
        title: 'Standard delivery',
        code: 'STANDARD',
        price: 590,
        minDeliveryDate: '2026-11-24T06:30:00+00:00',
        maxDeliveryDate: '2026-11-25T08:00:00+01:00',
        metafields: [metafield('paris')],
      }),
    ]);
  });

  test('offers the names that both know, and drops the others', async () => {
    carrier.answer = answerByOrigin({
      Paris: [carrierRate(), carrierRate({ service_name: 'Express', service_code: 'EXPRESS' })],
      Lyon: [carrierRate({ total_price: 0 })],
    });

    const { rates } = await open(twoOrigins);

    expect(rates.map(({ title, price }) => [title, price])).toEqual([['Standard delivery', 490]]);
  });

  test('makes one "Shipping" of the cheapest of each when no name is shared', async () => {
    carrier.answer = answerByOrigin({
      Paris: [carrierRate({ service_name: 'A' }), carrierRate({ service_name: 'B', total_price: 900 })],
      Lyon: [carrierRate({ service_name: 'C', total_price: 300 })],
    });

    const { rates } = await open(twoOrigins);

    expect(rates.map(({ title, price }) => [title, price])).toEqual([['Shipping', 790]]);
  });

  test('cannot be sent when one of them declines', async () => {
    carrier.answer = answerByOrigin({ Paris: [carrierRate()], Lyon: [] });

    expect(await open(twoOrigins)).toMatchObject({ rates: [], source: 'carrier' });
  });

  test('shows a backup rate in the sum when one of them fails', async () => {
    carrier.answer = (callback, response) => {
      const isParis = callback.rate.origin.city === 'Paris';
      (isParis ? answerRates(carrierRate()) : answerJson({}, 500))(callback, response);
    };

    const { rates, source } = await open(twoOrigins);

    expect(source).toBe('backup');
    expect(rates).toEqual([expect.objectContaining({ title: 'Shipping', price: 490 + 990 })]);
  });

  test('makes a group of each location when the cart is split', async () => {
    carrier.answer = answerByOrigin({ Paris: [carrierRate()], Lyon: [carrierRate({ total_price: 300 })] });

    const { groups, rates } = await open({ ...twoOrigins, splitGroups: true });

    expect(groups.map((group) => group.rates.map(({ price }) => price))).toEqual([[490], [300]]);
    expect(new Set(groups.map(({ id }) => id)).size).toBe(2);
    expect(rates).toEqual(groups[0]?.rates);
  });
});
