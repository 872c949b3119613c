import { getAllCountries } from 'countries-and-timezones';
import { describe, expect, it } from 'vitest';
import { deliveryOptionSchema } from '#app/features/delivery-options/schema.ts';
import { formatRateDate } from '#app/features/promise/dates.ts';
import { destinationTimezone } from '#app/features/promise/timezone.ts';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { askOnce, promise, promisesFor } from '#test/support/promises.ts';
import {
  collectOption,
  deliveryOption,
  rateItemJson,
  rateRequestJson,
  snapshot,
} from '#test/support/rate-requests.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const AMERICA = {
  names: { en: 'Standard delivery' },
  descriptions: { en: 'Delivered {eta}[, order before {cutoff}]' },
  countries: ['FR', 'US'],
};
/** Shopify's destination without what tells a zone exactly. */
const thin = { province: null, latitude: null, longitude: null, postal_code: null, city: null };

async function rateFor(change: Partial<DeliveryPromise>, destination: object, settings: object = {}) {
  const { rates } = await askOnce(
    snapshot([deliveryOption(AMERICA)], settings),
    [promise(change)],
    rateRequestJson({ destination: { ...thin, ...destination }, rate: { locale: 'en' } }),
  );
  return rates[0];
}

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
    const rate = await rateFor({}, { country: 'FR' });
    expect(rate?.service_name).toBe('Standard delivery');
    expect(rate?.description).toBe(
      'Delivered Tue, Nov 24 – Wed, Nov 25, order before Sat, Nov 21, 04:00 PM GMT+1',
    );
  });
});

describe('the zone of a rate’s dates', () => {
  const eta = { etaStart: new Date('2026-11-24T07:00:00Z'), etaEnd: new Date('2026-11-24T07:00:00Z') };
  const losAngeles = { country: 'US', province: 'NY', latitude: 34.05, longitude: -118.24 };

  it.each([
    ['OneStock’s', 'Asia/Tokyo', losAngeles, {}, '2026-11-24 16:00:00 +0900'],
    ['else that of the coordinates', undefined, losAngeles, {}, '2026-11-23 23:00:00 -0800'],
    ['else the region’s', undefined, { country: 'US', province: 'TX' }, {}, '2026-11-24 01:00:00 -0600'],
    ['else the country’s', undefined, { country: 'US' }, {}, '2026-11-24 02:00:00 -0500'],
  ])('is %s', async (_source, timezone, destination, settings, date) => {
    expect((await rateFor({ ...eta, timezone }, destination, settings))?.min_delivery_date).toBe(date);
  });

  it('is the shop’s where the country has none that is known', async () => {
    const nowhere = snapshot([deliveryOption({ ...AMERICA, countries: ['XX'] })], {
      timezone: 'Asia/Kolkata',
    });
    const json = rateRequestJson({ destination: { ...thin, country: 'XX' } });
    const { rates } = await askOnce(nowhere, [promise({ ...eta, timezone: undefined })], json);
    expect(rates[0]?.min_delivery_date).toBe('2026-11-24 12:30:00 +0530');
  });

  it.each([
    ['the mirror’s', { timezone: 'Atlantic/Canary' }, '2026-11-24 07:00:00 +0000'],
    [
      'else where the store is',
      { timezone: null, latitude: 28.1, longitude: -15.4 },
      '2026-11-24 07:00:00 +0000',
    ],
    [
      'else that of the store’s country',
      { timezone: null, latitude: null, longitude: null, country: 'JP' },
      '2026-11-24 16:00:00 +0900',
    ],
  ])('for a collection is its store’s own, never the shopper’s: %s', async (_source, change, date) => {
    const shop = snapshot([collectOption({ stores: { mode: 'list', endpointIds: ['store_paris'] } })]);
    const far = { ...shop, stores: shop.stores.map((store) => ({ ...store, ...change })) };
    const { rates } = await askOnce(far, (question) =>
      promisesFor(question, () => ({ ...eta, timezone: undefined })),
    );
    expect(rates[0]?.min_delivery_date).toBe(date);
  });

  it('is one that dates can be written in, for every country there is', () => {
    for (const country of Object.keys(getAllCountries())) {
      const place = { country, region: null, latitude: null, longitude: null };
      expect(formatRateDate(eta.etaStart, destinationTimezone(place, null, 'Etc/UTC'))).toMatch(
        /^2026-11-2[345] /,
      );
    }
  });
});

describe('the description', () => {
  it.each([
    ['fr-FR', 'Livré mar. 24 – mer. 25 nov., commandez avant sam. 21 nov., 16:00 UTC+1'],
    ['de', 'Geliefert Di., 24. – Mi., 25. Nov., bis Sa., 21. Nov., 16:00 MEZ bestellen'],
    ['ja', 'Delivered Tue, Nov 24 – Wed, Nov 25, order before Sat, Nov 21, 04:00 PM GMT+1'],
  ])(
    'speaks the buyer’s language where the merchant wrote it, %s, and names days and hours, never “in two hours”',
    async (locale, text) => {
      const option = deliveryOption({
        descriptions: {
          en: 'Delivered {eta}[, order before {cutoff}]',
          fr: 'Livré {eta}[, commandez avant {cutoff}]',
          de: 'Geliefert {eta}[, bis {cutoff} bestellen]',
        },
      });
      const { rates } = await askOnce(snapshot([option]), [promise()], rateRequestJson({ rate: { locale } }));
      expect(rates[0]?.description).toBe(text);
    },
  );
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
