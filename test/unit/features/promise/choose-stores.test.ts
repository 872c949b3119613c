import { describe, expect, it } from 'vitest';
import type { Store } from '#app/features/onestock-account/index.ts';
import { chooseStores } from '#app/features/promise/choose-stores.ts';
import { askOnce, promisesFor } from '#test/support/promises.ts';
import { collectOption, snapshot } from '#test/support/rate-requests.ts';

const { stores } = snapshot([]);
const NEAR = { mode: 'near', radiusKm: 50, limit: 5 } as const;
const nowhere = { country: 'FR', region: null, zip: null, city: null, latitude: null, longitude: null };

const store = (endpointId: string, change: Partial<Store>): Store => ({
  endpointId,
  name: endpointId,
  country: 'FR',
  zipCode: null,
  city: null,
  latitude: null,
  longitude: null,
  timezone: null,
  ...change,
});
const ids = (found: readonly Store[]) => found.map(({ endpointId }) => endpointId);

describe('the stores near an address', () => {
  it('are those within the radius of its coordinates, nearest first, whatever postal code and city say', () => {
    const inToulouse = { ...nowhere, latitude: 43.6119, longitude: 1.4013, zip: '75004', city: 'Paris' };
    expect(ids(chooseStores(NEAR, stores, inToulouse))).toEqual(['store_purpan', 'store_capitole']);
    expect(ids(chooseStores({ ...NEAR, radiusKm: 1 }, stores, inToulouse))).toEqual(['store_purpan']);
    expect(ids(chooseStores({ ...NEAR, radiusKm: 800, limit: 2 }, stores, inToulouse))).toHaveLength(2);
  });

  it('are measured in kilometres on the ground', () => {
    const paris = { ...nowhere, latitude: 48.8566, longitude: 2.3522 };
    // Paris to Toulouse Capitole is 588 km as the crow flies.
    const within = (radiusKm: number) =>
      ids(chooseStores({ ...NEAR, radiusKm }, stores, paris)).includes('store_capitole');
    expect([within(586), within(590)]).toEqual([false, true]);
  });

  const around = [
    store('same_city', { zipCode: '31200', city: 'TOULOUSE' }),
    store('same_area', { zipCode: '31700', city: 'Blagnac' }),
    store('same_city_elsewhere', { zipCode: '39600', city: 'Toulouse' }),
    store('elsewhere', { zipCode: '75004', city: 'Paris' }),
    store('abroad', { country: 'ES', zipCode: '31001', city: 'Toulouse' }),
  ];

  it.each([
    [
      'those of the postal area, then those of the city',
      { zip: '31000', city: 'Toulouse' },
      ['same_area', 'same_city', 'same_city_elsewhere'],
    ],
    [
      'those of the city where there is no postal code',
      { city: 'toulouse' },
      ['same_city', 'same_city_elsewhere'],
    ],
    [
      'those of the country where there is neither',
      {},
      ['elsewhere', 'same_area', 'same_city', 'same_city_elsewhere'],
    ],
  ])('are, without coordinates, %s', (_rule, address, expected) => {
    expect(ids(chooseStores(NEAR, around, { ...nowhere, ...address }))).toEqual(expected);
  });

  it.each([
    ['zero by zero, which is a geocoding that failed', 0, 0],
    ['beyond the poles', 91, 1.4],
    ['half of a pair', 43.6, null],
  ])('are not looked for by coordinates that cannot be: %s', (_what, latitude, longitude) => {
    const address = { ...nowhere, latitude, longitude, zip: '31000' };
    expect(ids(chooseStores(NEAR, stores, address))).toEqual(['store_capitole', 'store_purpan']);
  });
});

describe('a chosen list of stores', () => {
  it('is offered in its own order wherever the shopper is, less what the mirror no longer has', () => {
    const choice = { mode: 'list' as const, endpointIds: ['store_purpan', 'store_closed', 'store_paris'] };
    expect(ids(chooseStores(choice, stores, { ...nowhere, country: 'ES' }))).toEqual([
      'store_purpan',
      'store_paris',
    ]);
  });
});

describe('choosing stores', () => {
  it('costs no call: the one question names the stores from the mirror', async () => {
    const { questions, rates } = await askOnce(snapshot([collectOption()]), (question) =>
      promisesFor(question),
    );
    expect(questions).toHaveLength(1);
    expect(questions[0]?.options).toHaveLength(2);
    expect(rates).toHaveLength(2);
  });
});
