/** Rate requests in the shape that Shopify sends, and the configuration of a shop that answers them. */

import {
  DEFAULT_TEXTS,
  type DeliveryOption,
  type DeliveryOptionInput,
  type KeptOption,
} from '#app/features/delivery-options/index.ts';
import { deliveryOptionSchema } from '#app/features/delivery-options/schema.ts';
import type { ShopSnapshot } from '#app/features/promise/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

export const SHOP = 'test-shop.myshopify.com' as ShopDomain;

type Json = Record<string, unknown>;

/** A request as recorded from a live shop, with what a test wants otherwise. */
export function rateRequestJson(
  change: { destination?: Json; origin?: Json; items?: Json[]; rate?: Json } = {},
): {
  rate: Json;
} {
  return {
    rate: {
      origin: {
        country: 'FR',
        postal_code: '75011',
        province: null,
        city: 'Paris',
        company_name: 'Test shop',
        ...change.origin,
      },
      destination: {
        country: 'FR',
        postal_code: '31000',
        province: null,
        city: 'Toulouse',
        name: 'Camille Martin',
        address1: '1 rue des Lois',
        latitude: 43.6045,
        longitude: 1.444,
        ...change.destination,
      },
      items: change.items ?? [rateItemJson()],
      currency: 'EUR',
      locale: 'fr-FR',
      order_totals: { subtotal_price: 3998, total_price: 3998, discount_amount: 0 },
      customer: null,
      ...change.rate,
    },
  };
}

export function rateItemJson(change: Json = {}): Json {
  return {
    name: 'Linen shirt',
    sku: 'SKU-001',
    quantity: 2,
    grams: 350,
    price: 1999,
    vendor: 'Test shop',
    requires_shipping: true,
    taxable: true,
    fulfillment_service: 'manual',
    properties: {},
    product_id: 1,
    variant_id: 11,
    ...change,
  };
}

/** A delivery option as the database holds it. */
export function deliveryOption(change: Partial<DeliveryOptionInput> = {}): KeptOption {
  const parsed = deliveryOptionSchema.parse({
    handle: 'STANDARD',
    kind: 'home',
    deliveryMethod: 'standard',
    names: { en: 'Standard delivery', fr: 'Livraison standard' },
    descriptions: { en: '[Delivered {eta}][, order before {cutoff}]', fr: '[Livré {eta}]' },
    countries: ['FR', 'GB'],
    price: { kind: 'fixed', amount: 490, freeFrom: 6000 },
    currency: 'EUR',
    fallback: { policy: 'without_date' },
    ...change,
  });
  const kept = { version: 1, updatedAt: new Date('2026-01-01T00:00:00Z'), archivedAt: null };
  return { ...parsed, ...kept, id: parsed.handle, shop: SHOP };
}

export function collectOption(change: Partial<DeliveryOptionInput> = {}): KeptOption {
  return deliveryOption({
    handle: 'COLLECT',
    kind: 'collect',
    deliveryMethod: 'ckc',
    names: { en: 'Collect at {store}' },
    descriptions: { en: '[Ready {eta}, ]{store}, {city}' },
    price: { kind: 'fixed', amount: 0, freeFrom: null },
    fallback: { policy: 'hide' },
    stores: { mode: 'near', radiusKm: 50, limit: 5 },
    ...change,
  });
}

/** A connected shop with two stores in Toulouse and one in Paris. */
export function snapshot(
  options: DeliveryOption[],
  change: Partial<ShopSnapshot['shop']> = {},
): ShopSnapshot {
  const store = (
    endpointId: string,
    name: string,
    city: string,
    zipCode: string,
    latitude: number,
    longitude: number,
  ) => ({
    endpointId,
    name,
    country: 'FR',
    zipCode,
    city,
    latitude,
    longitude,
    timezone: 'Europe/Paris',
  });
  return {
    shop: {
      domain: SHOP,
      name: 'Test shop',
      currency: 'EUR',
      timezone: 'Europe/Paris',
      country: 'FR',
      primaryLocale: 'en',
      locales: ['en', 'fr'],
      installedAt: new Date('2026-01-01T00:00:00Z'),
      preparedAt: new Date('2026-01-01T00:00:00Z'),
      carrierServiceId: 'gid://shopify/DeliveryCarrierService/1',
      fingerprintSalt: 'salt',
      itemIdSource: 'sku',
      softDeadlineMs: 350,
      promiseLifeSeconds: 300,
      shownRateLifeHours: 24,
      outsideLines: 'leave_out',
      signatureMode: 'require',
      mainOrigin: { country: 'FR', zip: '75011', city: 'Paris' },
      ...change,
    },
    connection: {
      account: {
        siteId: 's100',
        host: 'https://api.onestock-retail.com',
        apiVersion: 'v3',
        userId: 'user',
        password: 'secret',
      },
      salesChannel: 'web',
      salesChannels: {},
      version: 1,
      checkedAt: null,
      endpointsMirroredAt: null,
    },
    options,
    texts: DEFAULT_TEXTS,
    stores: [
      store('store_paris', 'Paris Marais', 'Paris', '75004', 48.8566, 2.3522),
      store('store_capitole', 'Toulouse Capitole', 'Toulouse', '31000', 43.6045, 1.4442),
      store('store_purpan', 'Toulouse Purpan', 'Toulouse', '31300', 43.6119, 1.4013),
    ],
  };
}
