import { describe, expect, test } from 'vitest';
import { type DeliveryOptionInput, readDraft } from '#app/features/delivery-options/index.ts';
import { composePromised } from '#app/features/promise/compose-rate.ts';
import { previewOption } from '#app/features/promise/preview-option.ts';
import { collectOption, deliveryOption, snapshot } from '#test/support/rate-requests.ts';

const now = new Date('2026-11-21T09:30:00Z');
const { shop, texts, stores } = snapshot([]);

function preview(change: Partial<DeliveryOptionInput>, option = deliveryOption()) {
  const draft = readDraft({ ...option, ...change });
  if (!draft) throw new Error('There is nothing to show.');
  return { ...previewOption(draft, { shop, texts, store: stores[0], now }), faults: draft.faults };
}
const priceTable = (change: Partial<DeliveryOptionInput>) =>
  preview(change).prices?.map(({ basketTotal, price }) => [basketTotal, price]);

describe('the preview of an option', () => {
  test('reads in each language of the shop as the checkout would answer, with and without a promise', () => {
    expect(preview({}).texts).toEqual([
      {
        language: 'en',
        name: 'Standard delivery',
        description: `Delivered ${expectedDates()}`,
        withoutPromise: 'Standard delivery',
      },
      expect.objectContaining({ language: 'fr', name: 'Livraison standard' }),
    ]);
  });

  test('names a store of the shop in a collection', () => {
    const [english] = preview({}, collectOption()).texts;
    expect(english?.name).toBe(`Collect at ${stores[0]?.name}`);
    expect(english?.withoutPromise).toBeNull();
  });

  test('takes an example at hours that shops keep, whatever the hour at which it is looked at', () => {
    for (const hour of [0, 5, 11, 17, 22, 23]) {
      const late = new Date(Date.UTC(2026, 10, 21, hour, 40));
      const draft = readDraft({ ...collectOption(), descriptions: { en: '{eta} / {cutoff}' } });
      if (!draft) throw new Error('There is nothing to show.');
      const [english] = previewOption(draft, { shop, texts, store: stores[0], now: late }).texts;
      expect(english?.description).toMatch(/10:00 AM \/ .*04:00 PM/);
    }
  });

  test('shows the price on each side of where it changes, and where the option is not offered', () => {
    expect(priceTable({ basketTotal: { min: null, max: 10_000 } })).toEqual([
      [2000, 490],
      [5000, 490],
      [5999, 490],
      [6000, 0],
      [10_000, 0],
      [10_001, null],
    ]);
  });

  test('takes an example for OneStock’s cost, and says which', () => {
    const { prices, sampleCost } = preview({ price: { kind: 'onestock_cost', freeFrom: null } });
    expect(sampleCost).toBe(690);
    expect(new Set(prices?.map(({ price }) => price))).toEqual(new Set([690]));
  });

  test('still shows what can be read when a price, a text or the handle cannot', () => {
    const { texts, prices, faults } = preview({
      handle: 'not a handle',
      names: { en: 'Express', fr: 'Avant {when}' },
      price: { kind: 'fixed', amount: 4.905, freeFrom: null },
    });
    expect(faults.map(({ field, code }) => [field, code])).toEqual([
      ['handle', 'handle_invalid'],
      ['names.fr', 'placeholder_unknown'],
      ['price.amount', 'price_invalid'],
    ]);
    expect(texts.map(({ name }) => name)).toEqual(['Express', 'Express']);
    expect(prices).toBeNull();
  });
});

/** What `composePromised` writes of the same promise. */
function expectedDates(): string {
  const at = (day: number, hour: number) => new Date(Date.UTC(2026, 10, day, hour));
  const option = deliveryOption({ descriptions: { en: '{eta}, order before {cutoff}' } });
  const composed = composePromised(
    { option, store: null, code: 'X' },
    {
      deliveryMethod: 'standard',
      status: 'valid',
      cutoff: at(22, 15),
      etaStart: at(23, 10),
      etaEnd: at(24, 10),
      carriers: [],
      option: {},
    },
    {
      snapshot: snapshot([option]),
      now,
      request: {
        origin: { country: 'FR', region: null, zip: null, city: null, latitude: null, longitude: null },
        destination: { country: 'FR', region: null, zip: null, city: null, latitude: null, longitude: null },
        lines: [],
        currency: 'EUR',
        locale: 'en',
        basketTotal: 0,
      },
    },
  );
  if ('dropped' in composed) throw new Error(composed.dropped);
  return composed.rate.description;
}
