import { CATALOGUE } from '#sandbox/catalogue.ts';
import type { NextId } from './ids.ts';
import type { Location, Product, ShopFacts, Variant } from './types.ts';

/** What distinguishes one simulated shop from the next; every fact has a default but the domain. */
export type ShopSeed = Pick<ShopFacts, 'domain'> & Partial<Omit<ShopFacts, 'id' | 'domain'>>;

export function seedShop(seed: ShopSeed, nextId: NextId): ShopFacts {
  return {
    id: nextId('Shop'),
    name: 'Sandbox Fashion',
    currency: 'EUR',
    timezone: 'Europe/Paris',
    country: 'FR',
    locales: [
      { locale: 'en', primary: true },
      { locale: 'fr', primary: false },
      { locale: 'de', primary: false },
    ],
    plan: 'Advanced',
    carrierCalculatedRates: true,
    marketDrivenShipping: false,
    ...seed,
  };
}

/** The shared catalogue, then a gift card and a variant without a SKU, which an app meets in every real shop. */
export function seedProducts(nextId: NextId): { products: Product[]; variants: Variant[] } {
  const byHandle = new Map<string, Product>();
  const product = (handle: string, title: string): Product => {
    const known = byHandle.get(handle) ?? { id: nextId('Product'), handle, title };
    byHandle.set(handle, known);
    return known;
  };
  const variant = (of: Product, facts: Partial<Variant>): Variant => ({
    id: nextId('ProductVariant'),
    productId: of.id,
    productTitle: of.title,
    sku: null,
    title: 'Default Title',
    price: 0,
    grams: 0,
    requiresShipping: true,
    isGiftCard: false,
    fulfillmentService: 'manual',
    ...facts,
  });
  const variants = CATALOGUE.map(({ sku, productHandle, productTitle, colour, size, priceEur, grams }) =>
    variant(product(productHandle, productTitle.en), {
      sku,
      title: [colour.en, size].filter(Boolean).join(' / '),
      price: priceEur,
      grams,
    }),
  );
  variants.push(
    variant(product('gift-card', 'Gift card'), {
      sku: 'GIFT-50',
      title: '50.00',
      price: 5000,
      requiresShipping: false,
      isGiftCard: true,
    }),
    variant(product('gift-wrapping', 'Gift wrapping'), { price: 350, grams: 40 }),
  );
  return { products: [...byHandle.values()], variants };
}

export function seedLocations(nextId: NextId): Location[] {
  const location = (name: string, isPrimary: boolean, address: Location['address']): Location => ({
    id: nextId('Location'),
    name,
    isPrimary,
    isActive: true,
    fulfillsOnlineOrders: true,
    shipsInventory: true,
    fulfillmentService: null,
    address,
  });
  return [
    location('Paris warehouse', true, {
      country: 'FR',
      zip: '75011',
      city: 'Paris',
      address1: '12 rue de la Roquette',
      latitude: 48.8549,
      longitude: 2.3735,
    }),
    location('Lyon', false, {
      country: 'FR',
      zip: '69002',
      city: 'Lyon',
      address1: '8 rue de la République',
      latitude: 45.7654,
      longitude: 4.8361,
    }),
  ];
}
