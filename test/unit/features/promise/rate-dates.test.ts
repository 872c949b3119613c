import { getAllCountries } from 'countries-and-timezones';
import { describe, expect, it } from 'vitest';
import { formatRateDate } from '#app/features/promise/dates.ts';
import { destinationTimezone } from '#app/features/promise/timezone.ts';
import type { DeliveryPromise } from '#app/gateways/onestock/index.ts';
import { askOnce, promise, promisesFor } from '#test/support/promises.ts';
import { collectOption, deliveryOption, rateRequestJson, snapshot } from '#test/support/rate-requests.ts';

const AMERICA = {
  names: { en: 'Standard delivery' },
  descriptions: { en: 'Delivered {eta}[, order before {cutoff}]' },
  countries: ['FR', 'US'],
};
/** Shopify's destination without what tells a zone exactly. */
const thin = { province: null, latitude: null, longitude: null, postal_code: null, city: null };

async function rateFor(change: Partial<DeliveryPromise>, destination: object) {
  const { rates } = await askOnce(
    snapshot([deliveryOption(AMERICA)]),
    [promise(change)],
    rateRequestJson({ destination: { ...thin, ...destination }, rate: { locale: 'en' } }),
  );
  return rates[0];
}

describe('the zone of a rate’s dates', () => {
  const eta = { etaStart: new Date('2026-11-24T07:00:00Z'), etaEnd: new Date('2026-11-24T07:00:00Z') };
  const losAngeles = { country: 'US', province: 'NY', latitude: 34.05, longitude: -118.24 };

  it.each([
    ['OneStock’s', 'Asia/Tokyo', losAngeles, '2026-11-24 16:00:00 +0900'],
    ['else that of the coordinates', undefined, losAngeles, '2026-11-23 23:00:00 -0800'],
    ['else the region’s', undefined, { country: 'US', province: 'TX' }, '2026-11-24 01:00:00 -0600'],
    ['else the country’s', undefined, { country: 'US' }, '2026-11-24 02:00:00 -0500'],
  ])('is %s', async (_source, timezone, destination, date) => {
    expect((await rateFor({ ...eta, timezone }, destination))?.min_delivery_date).toBe(date);
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
