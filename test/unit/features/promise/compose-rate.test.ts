import { describe, expect, it } from 'vitest';
import { deliveryOptionSchema } from '#app/features/delivery-options/schema.ts';
import { askOnce, promise, promisesFor } from '#test/support/promises.ts';
import {
  collectOption,
  deliveryOption,
  rateItemJson,
  rateRequestJson,
  snapshot,
} from '#test/support/rate-requests.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
describe('the code and the name of a rate', () => {
  it('are the same for the same option whatever the origin, the day, the basket, the postal code and the rung', async () => {
    const shop = snapshot([deliveryOption(), collectOption()]);
    const json = [
      rateRequestJson(),
      rateRequestJson({ origin: { country: 'DE', postal_code: '10115', city: 'Berlin' } }),
      rateRequestJson({ items: [rateItemJson({ sku: 'B', quantity: 9 })] }),
      rateRequestJson({ destination: { postal_code: '31300' } }),
    ];
    const days = [0, 1, 9].map((day) => ({ cutoff: new Date(Date.UTC(2026, 11, 1 + day)) }));
    const seen = new Set<string>();
    for (const each of json) {
      for (const day of days) {
        const { rates } = await askOnce(shop, (question) => promisesFor(question, () => day), each);
        seen.add(JSON.stringify(rates.map(({ service_code, service_name }) => [service_code, service_name])));
      }
    }
    expect([...seen].map((text) => JSON.parse(text))).toEqual([
      [
        ['STANDARD', 'Livraison standard'],
        ['COLLECT:store_capitole', 'Collect at Toulouse Capitole'],
        ['COLLECT:store_purpan', 'Collect at Toulouse Purpan'],
      ],
    ]);
    const fallback = await askOnce(shop, 'onestock_unreachable');
    expect(fallback.rates[0]).toMatchObject({ service_code: 'STANDARD', service_name: 'Livraison standard' });
  });

  it.each(['eta', 'cutoff', 'carrier', 'city'])(
    'have no placeholder but the store: {%s} is refused when it is saved',
    (placeholder) => {
      const option = { ...deliveryOption(), names: { en: `Delivery {${placeholder}}` } };
      expect(deliveryOptionSchema.safeParse(option).error?.issues[0]?.path).toEqual(['names', 'en']);
      expect(deliveryOptionSchema.safeParse(collectOption()).success).toBe(true);
    },
  );

  it('hold no date, cut-off or carrier: those stand in the description', async () => {
    const option = deliveryOption({
      descriptions: { en: 'Delivered {eta}[, order before {cutoff}][ by {carrier}]' },
    });
    const json = rateRequestJson({ rate: { locale: 'en-GB' } });
    const [rate] = (await askOnce(snapshot([option]), [promise()], json)).rates;
    expect(rate?.service_name).toBe('Standard delivery');
    expect(rate?.description).toBe(
      'Delivered Tue 24 Nov – Wed 25 Nov, order before Sat 21 Nov, 16:00 CET by Colissimo',
    );
  });
});

describe('the price', () => {
  it.each(['EUR', 'JPY', 'KWD'])(
    'is integer hundredths in %s, whatever its smallest coin',
    async (currency) => {
      const { rates, shown } = await askOnce(
        snapshot([deliveryOption({ currency, price: { kind: 'onestock_cost', freeFrom: null } })]),
        [promise({ cost: 500 })],
        rateRequestJson({ rate: { currency } }),
      );
      expect(rates[0]).toMatchObject({ total_price: '50000', currency });
      expect(shown[0]).toMatchObject({ price: 50000, currency });
    },
  );
});

describe('the metafields of a rate', () => {
  it('are OneStock’s own promise and a random quote id, another one each time', async () => {
    const shop = snapshot([deliveryOption(), deliveryOption({ handle: 'ALSO' })]);
    const answers = [await askOnce(shop, [promise()]), await askOnce(shop, [promise()])];
    const metafields = answers.flatMap(({ rates }) => rates.flatMap((rate) => rate.metafields));
    const quotes = metafields.filter(({ key }) => key === 'quote_id');
    expect(new Set(quotes.map(({ value }) => value)).size).toBe(4);
    for (const { namespace, value } of quotes) {
      expect(namespace).toBe('onestock');
      expect(value).toMatch(UUID);
    }
    const promises = metafields.filter(({ key }) => key === 'delivery_promise');
    expect(promises.map(({ namespace, type, value }) => [namespace, type, JSON.parse(value)])).toEqual(
      Array(4).fill(['onestock', 'json', promise().option]),
    );
  });

  it('survive whatever OneStock writes into its promise', async () => {
    const option = {
      delivery_method: 'standard',
      id: '00000000-0000-0000-0000-000000000000',
      note: '"value":"\\',
    };
    const { rates, shown } = await askOnce(snapshot([deliveryOption()]), [promise({ option })]);
    expect(rates[0]?.metafields.map(({ value }) => value)).toEqual([
      shown[0]?.quoteId,
      JSON.stringify(option),
    ]);
  });

  it('of a fallback are the quote id alone: no promise was made', async () => {
    const { rates } = await askOnce(snapshot([deliveryOption()]), 'onestock_unreachable');
    expect(rates[0]?.metafields.map(({ key }) => key)).toEqual(['quote_id']);
  });
});
