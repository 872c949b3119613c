import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { API_SECRET, startCheckout, toulouse } from './checkout-harness.ts';

const { carrier, open, shopify } = await startCheckout();

describe('the request that a carrier service receives', () => {
  test('has the shape that Shopify sends, sums included', async () => {
    const address = {
      ...toulouse,
      firstName: 'Zoé',
      lastName: 'Martin',
      latitude: 43.6045,
      longitude: 1.4442,
    };
    await open({ lines: [{ sku: 'SKU-001', quantity: 2 }, { sku: 'GIFT-50' }], address, locale: 'fr-FR' });

    const variant = shopify.store.variants.find(({ sku }) => sku === 'SKU-001');
    const empty = { address3: null, phone: null, fax: null, email: null, address_type: null };
    expect(carrier.callbacks).toHaveLength(1);
    expect(carrier.callbacks[0]?.rate).toEqual({
      origin: {
        country: 'FR',
        postal_code: '75011',
        province: null,
        city: 'Paris',
        name: null,
        address1: '12 rue de la Roquette',
        address2: null,
        company_name: 'Sandbox Fashion',
        latitude: 48.8549,
        longitude: 2.3735,
        ...empty,
      },
      destination: {
        country: 'FR',
        postal_code: '31000',
        province: null,
        city: 'Toulouse',
        name: 'Zoé Martin',
        address1: '1 place du Capitole',
        address2: null,
        company_name: null,
        latitude: 43.6045,
        longitude: 1.4442,
        ...empty,
      },
      items: [
        {
          name: 'Cotton T-shirt - navy / S',
          sku: 'SKU-001',
          quantity: 2,
          grams: 180,
          price: 1990,
          vendor: 'Sandbox Fashion',
          requires_shipping: true,
          taxable: true,
          fulfillment_service: 'manual',
          properties: {},
          product_id: Number(variant?.productId.split('/').at(-1)),
          variant_id: Number(variant?.id.split('/').at(-1)),
        },
      ],
      currency: 'EUR',
      locale: 'fr-FR',
      order_totals: { subtotal_price: 8980, total_price: 8980, discount_amount: 0 },
      customer: null,
    });
  });

  test('is signed over its raw bytes, beyond ASCII too', async () => {
    await open({ address: { ...toulouse, city: 'Besançon', address1: '4 rue d’Arènes, 東京' } });

    const { raw, headers } = carrier.callbacks[0] ?? {};
    const expected = createHmac('sha256', API_SECRET)
      .update(raw ?? '')
      .digest('base64');
    expect(raw?.toString('utf8')).toContain('Besançon');
    expect(headers?.['x-shopify-hmac-sha256']).toBe(expected);
  });

  test('carries the headers seen on a real one', async () => {
    await open();

    const { method, path, headers } = carrier.callbacks[0] ?? {};
    expect([method, path]).toEqual(['POST', '/rates']);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Ruby',
      'x-shopify-shop-domain': shopify.shop,
      'x-shopify-timeout': '10000',
    });
  });

  test("is in the shop's currency whatever the buyer sees, and names a known customer", async () => {
    await open({ currency: 'JPY', customer: { id: 'gid://shopify/Customer/207119551', tags: ['VIP'] } });

    expect(carrier.callbacks[0]?.rate).toMatchObject({
      currency: 'EUR',
      locale: 'en',
      customer: { id: 207119551, tags: ['VIP'] },
    });
  });

  test('is not sent for a cart that ships nothing', async () => {
    const checkout = await open({ lines: [{ sku: 'GIFT-50' }] });

    expect(checkout).toMatchObject({ groups: [], rates: [] });
    expect(carrier.callbacks).toHaveLength(0);
  });

  test('is not sent to a service that is inactive or that the merchant has not added', async () => {
    const service = [...shopify.store.carrierServices.values()][0];
    if (!service) throw new Error('no carrier service');
    service.active = false;
    const whileInactive = await open();
    service.active = true;

    expect(whileInactive.rates).toEqual([]);
    expect(carrier.callbacks).toHaveLength(0);
  });
});
