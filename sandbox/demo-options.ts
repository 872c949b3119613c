import type { DeliveryOptionInput } from '#app/features/delivery-options/index.ts';

const COUNTRIES = ['FR', 'GB', 'DE', 'ES', 'IT', 'NL', 'US'];

/** What the demo shop offers at its checkout. */
export const DEMO_OPTIONS: DeliveryOptionInput[] = [
  {
    handle: 'STANDARD',
    kind: 'home',
    deliveryMethod: 'standard',
    names: { en: 'Standard delivery', fr: 'Livraison standard', de: 'Standardversand' },
    descriptions: {
      en: 'Delivered to your door[, {eta}][, by {carrier}][, order before {cutoff}]',
      fr: 'Livré chez vous[, {eta}][, par {carrier}][, commandez avant {cutoff}]',
      de: 'Zu Ihnen nach Hause[, {eta}][, mit {carrier}][, Bestellung bis {cutoff}]',
    },
    countries: COUNTRIES,
    price: { kind: 'fixed', amount: 490, freeFrom: 6000 },
    currency: 'EUR',
    fallback: { policy: 'without_date' },
    position: 0,
  },
  {
    handle: 'EXPRESS',
    kind: 'home',
    deliveryMethod: 'express',
    names: { en: 'Express delivery', fr: 'Livraison express', de: 'Expressversand' },
    descriptions: {
      en: 'Delivered to your door[, {eta}][, by {carrier}][, order before {cutoff}]',
      fr: 'Livré chez vous[, {eta}][, par {carrier}][, commandez avant {cutoff}]',
      de: 'Zu Ihnen nach Hause[, {eta}][, mit {carrier}][, Bestellung bis {cutoff}]',
    },
    countries: COUNTRIES,
    price: { kind: 'onestock_cost', freeFrom: null },
    currency: 'EUR',
    fallback: { policy: 'hide' },
    position: 1,
  },
  {
    handle: 'COLLECT',
    kind: 'collect',
    deliveryMethod: 'ckc',
    names: { en: 'Collect at {store}', fr: 'Retrait à {store}', de: 'Abholung bei {store}' },
    descriptions: {
      en: '[Ready {eta}][, order before {cutoff}][, {city}]',
      fr: '[Prêt {eta}][, commandez avant {cutoff}][, {city}]',
      de: '[Abholbereit {eta}][, Bestellung bis {cutoff}][, {city}]',
    },
    countries: COUNTRIES,
    price: { kind: 'fixed', amount: 0, freeFrom: null },
    currency: 'EUR',
    fallback: { policy: 'hide' },
    stores: { mode: 'near', radiusKm: 50, limit: 5 },
    position: 2,
  },
];
