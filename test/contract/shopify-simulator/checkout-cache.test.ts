import { describe, expect, test } from 'vitest';
import { answerJson, answerRates, carrierRate, startCheckout, toulouse } from './checkout-harness.ts';

const { advance, carrier, control, open, shopify } = await startCheckout();
const minutes = 60_000;

describe("Shopify's cache of rates", () => {
  test('answers for 15 minutes after rates, and not longer', async () => {
    expect((await open()).source).toBe('carrier');
    advance(15 * minutes - 1);
    expect(await open()).toMatchObject({ source: 'cache', rates: [{ code: 'STANDARD' }] });
    advance(1);
    expect((await open()).source).toBe('carrier');
    expect(carrier.callbacks).toHaveLength(2);
  });

  test('remembers that a carrier declined for 15 minutes too', async () => {
    carrier.answer = answerRates();
    await open();
    advance(14 * minutes);

    expect(await open()).toMatchObject({ source: 'cache', rates: [] });
  });

  test('remembers an error for 30 seconds, and shows backup rates meanwhile', async () => {
    carrier.answer = answerJson({}, 500);
    await open();
    carrier.answer = answerRates(carrierRate());
    advance(29_999);
    expect((await open()).source).toBe('backup');
    advance(1);
    expect((await open()).source).toBe('carrier');
  });

  test('ages faster on a faster time scale', async () => {
    await control({ timeScale: 900 });
    await open();
    advance(1_000);

    expect((await open()).source).toBe('carrier');
  });

  test('takes another language, currency, customer, recipient or price for the same request', async () => {
    await open();
    const variant = shopify.store.variants.find(({ sku }) => sku === 'SKU-001');
    if (!variant) throw new Error('no variant');
    variant.price += 100;
    const checkouts = [
      await open({ locale: 'de' }),
      await open({ currency: 'USD' }),
      await open({ customer: { id: 5, tags: ['VIP'] } }),
      await open({ address: { ...toulouse, firstName: 'Zoé', phone: '+33100000000' } }),
    ];
    variant.price -= 100;

    expect(checkouts.map(({ source }) => source)).toEqual(['cache', 'cache', 'cache', 'cache']);
  });

  test.each([
    ['variant', { lines: [{ sku: 'SKU-002' }] }],
    ['quantity', { lines: [{ sku: 'SKU-001', quantity: 2 }] }],
    ['origin', { lines: [{ sku: 'SKU-001', location: 'Lyon' }] }],
    ['postal code', { address: { ...toulouse, zip: '31400' } }],
    ['street', { address: { ...toulouse, address1: '2 place du Capitole' } }],
  ])('asks again for another %s', async (_what, change) => {
    await open();

    expect((await open(change)).source).toBe('carrier');
  });

  test('asks again for another weight', async () => {
    await open();
    const variant = shopify.store.variants.find(({ sku }) => sku === 'SKU-001');
    if (!variant) throw new Error('no variant');
    variant.grams += 1;
    const { source } = await open();
    variant.grams -= 1;

    expect(source).toBe('carrier');
  });

  test('is passed over on request, and holds the newer answer afterwards', async () => {
    await open();
    carrier.answer = answerRates(carrierRate({ service_code: 'NEWER' }));

    expect(await open({ useCache: false })).toMatchObject({ source: 'carrier', rates: [{ code: 'NEWER' }] });
    expect(await open()).toMatchObject({ source: 'cache', rates: [{ code: 'NEWER' }] });
  });

  test('gives each checkout handles of its own', async () => {
    const [first, second] = [await open(), await open()];

    expect(first.rates[0]?.handle).not.toBe(second.rates[0]?.handle);
  });
});
