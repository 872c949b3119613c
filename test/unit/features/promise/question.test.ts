import { describe, expect, it } from 'vitest';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import type { ShopSnapshot } from '#app/features/promise/index.ts';
import { questionFor, questionKey } from '#app/features/promise/question.ts';
import { screenOptions } from '#app/features/promise/screen-options.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { askOnce, parsed } from '#test/support/promises.ts';
import {
  collectOption,
  deliveryOption,
  rateItemJson,
  rateRequestJson,
  snapshot,
} from '#test/support/rate-requests.ts';

describe('the question', () => {
  it('is one call with quantities summed, the methods of every option and the near stores', async () => {
    const options = [deliveryOption(), deliveryOption({ handle: 'ALSO' }), collectOption()];
    const items = [
      rateItemJson({ quantity: 1 }),
      rateItemJson({ quantity: 2, sku: ' SKU-001\u200b' }),
      rateItemJson({ sku: 'CARD', requires_shipping: false }),
    ];
    const { questions } = await askOnce(snapshot(options), [], rateRequestJson({ items }));
    expect(questions).toEqual([
      {
        salesChannel: 'web',
        lines: [{ itemId: 'SKU-001', quantity: 3 }],
        basketTotal: 39.98,
        options: [
          {
            kind: 'home',
            deliveryMethod: 'standard',
            location: { country: 'FR', zipCode: '31000', state: undefined },
          },
          { kind: 'collect', deliveryMethod: 'ckc', endpointId: 'store_capitole' },
          { kind: 'collect', deliveryMethod: 'ckc', endpointId: 'store_purpan' },
        ],
      },
    ]);
  });

  it('names variants where the shop says so', async () => {
    const shop = snapshot([deliveryOption()], { itemIdSource: 'variant_id' });
    expect((await askOnce(shop, [])).questions[0]?.lines).toEqual([{ itemId: '11', quantity: 2 }]);
  });

  it.each([
    ['FR', 'web_fr', 'the country’s own'],
    ['GB', 'web', 'the shop’s, as the country has none'],
  ])('to %s is put under the sales channel %s: %s', async (country, salesChannel) => {
    const shop = snapshot([deliveryOption({ countries: ['FR', 'GB'] })]);
    const of = {
      ...shop,
      connection: shop.connection && { ...shop.connection, salesChannels: { FR: 'web_fr' } },
    };
    const { questions } = await askOnce(of, [], rateRequestJson({ destination: { country } }));
    expect(questions[0]?.salesChannel).toBe(salesChannel);
  });

  it('is not asked for options that are only ever a fallback', async () => {
    const { questions, rates, reasons } = await askOnce(
      snapshot([deliveryOption({ fallbackOnly: true })]),
      'unused',
    );
    expect(questions).toHaveLength(0);
    expect(rates).toHaveLength(1);
    expect(reasons.STANDARD).toBe('fallback_only');
  });
});

describe('the key under which an answer is kept', () => {
  const options = [deliveryOption(), deliveryOption({ handle: 'EXPRESS', deliveryMethod: 'express' })];
  const abroad = { country: 'US', province: 'NY', postal_code: '10001', latitude: null, longitude: null };
  const shop = snapshot([deliveryOption({ countries: ['FR', 'GB', 'US'] }), collectOption()]);
  const keyOf = (json: unknown, of: ShopSnapshot = shop) => {
    const request = parsed(json);
    const question = questionFor(of, request, screenOptions(of, request).candidates);
    return questionKey(of, question._unsafeUnwrap());
  };
  const connection = (change: Partial<ShopConnection>): ShopSnapshot => ({
    ...shop,
    connection: shop.connection && { ...shop.connection, ...change },
  });
  const items = (...changes: object[]) =>
    rateRequestJson({ items: changes.map((each) => rateItemJson({ ...each })) });

  it.each<[string, string, string]>([
    [
      'the shop',
      keyOf(rateRequestJson()),
      keyOf(rateRequestJson(), {
        ...shop,
        shop: { ...shop.shop, domain: 'other.myshopify.com' as ShopDomain },
      }),
    ],
    [
      'the version of the OneStock account',
      keyOf(rateRequestJson()),
      keyOf(rateRequestJson(), connection({ version: 2 })),
    ],
    [
      'the sales channel',
      keyOf(rateRequestJson()),
      keyOf(rateRequestJson(), connection({ salesChannel: 'app' })),
    ],
    [
      'the sales channel of the country',
      keyOf(rateRequestJson()),
      keyOf(rateRequestJson(), connection({ salesChannels: { FR: 'app' } })),
    ],
    ['an item', keyOf(items({})), keyOf(items({ sku: 'SKU-002' }))],
    ['a quantity', keyOf(items({})), keyOf(items({ quantity: 3 }))],
    [
      'which item has which quantity',
      keyOf(items({ quantity: 1 }, { sku: 'B', quantity: 2 })),
      keyOf(items({ quantity: 2 }, { sku: 'B', quantity: 1 })),
    ],
    ['the country', keyOf(rateRequestJson()), keyOf(rateRequestJson({ destination: { country: 'GB' } }))],
    [
      'the region',
      keyOf(rateRequestJson({ destination: abroad })),
      keyOf(rateRequestJson({ destination: { ...abroad, province: 'NJ' } })),
    ],
    [
      'the postal code',
      keyOf(rateRequestJson()),
      keyOf(rateRequestJson({ destination: { postal_code: '31001' } })),
    ],
    ['the methods asked for', keyOf(rateRequestJson()), keyOf(rateRequestJson(), { ...shop, options })],
    [
      'the stores asked for',
      keyOf(rateRequestJson()),
      keyOf(rateRequestJson(), { ...shop, stores: shop.stores.slice(0, 2) }),
    ],
    [
      'the basket total',
      keyOf(rateRequestJson()),
      keyOf(rateRequestJson({ rate: { order_totals: { subtotal_price: 3997 } } })),
    ],
  ])('differs by %s', (_what, one, other) => {
    expect(other).not.toBe(one);
  });

  it.each<[string, object]>([
    ['the language', { rate: { locale: 'de-DE' } }],
    ['the name of an item', { items: [rateItemJson({ name: 'Chemise' })] }],
    ['the shopper’s street', { destination: { address1: '2 rue des Lois', name: 'Dominique Petit' } }],
    ['the customer', { rate: { customer: { id: 3, tags: ['VIP'] } } }],
    ['the origin', { origin: { postal_code: '69002', city: 'Lyon' } }],
  ])('is the same whatever %s', (_what, change) => {
    expect(keyOf(rateRequestJson(change))).toBe(keyOf(rateRequestJson()));
  });

  it('is the same whatever the currency', () => {
    const priced = (currency: string) => ({ ...shop, options: [deliveryOption({ currency })] });
    expect(keyOf(rateRequestJson({ rate: { currency: 'USD' } }), priced('USD'))).toBe(
      keyOf(rateRequestJson(), priced('EUR')),
    );
  });

  it('is the same in whatever order lines, options and stores come, on however many lines', () => {
    const reversed = { ...shop, options: [...shop.options].reverse(), stores: [...shop.stores].reverse() };
    const one = items({ quantity: 1 }, { sku: 'B', quantity: 2 }, { quantity: 1 });
    const other = items({ sku: 'B', quantity: 2 }, { quantity: 2 });
    expect(keyOf(other, reversed)).toBe(keyOf(one));
  });
});
