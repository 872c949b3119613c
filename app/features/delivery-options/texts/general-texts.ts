import type { DeliveryKind, LocalizedText } from '../types.ts';

/**
 * The texts of the shop that belong to no option: the description of a delivery and of a collection, for options that have no
 * description of their own. Nothing else that shoppers read is written by the app: dates are worded by the language itself.
 */
export const GENERAL_TEXTS = ['home_description', 'collect_description'] as const;

export type GeneralText = (typeof GENERAL_TEXTS)[number];

/** Each general text by language: the merchant's words over the defaults. */
export type ShopTexts = Record<GeneralText, LocalizedText>;

/** The general description of a kind of delivery. */
export const GENERAL_DESCRIPTION = {
  home: 'home_description',
  collect: 'collect_description',
} as const satisfies Record<DeliveryKind, GeneralText>;

/** Each reads well with and without a date, a carrier, a cut-off and a city. */
export const DEFAULT_TEXTS: ShopTexts = {
  home_description: {
    en: 'Delivered to your door[, {eta}][, by {carrier}][, order before {cutoff}]',
    fr: 'Livré chez vous[, {eta}][, par {carrier}][, commandez avant {cutoff}]',
    de: 'Zu Ihnen nach Hause[, {eta}][, mit {carrier}][, Bestellung bis {cutoff}]',
    es: 'Entrega a domicilio[, {eta}][, con {carrier}][, pide antes del {cutoff}]',
    it: 'Consegna a domicilio[, {eta}][, con {carrier}][, ordina entro {cutoff}]',
    nl: 'Bij u thuis bezorgd[, {eta}][, door {carrier}][, bestel vóór {cutoff}]',
  },
  collect_description: {
    en: 'Collect in store[ in {city}][, ready {eta}][, order before {cutoff}]',
    fr: 'Retrait en magasin[ à {city}][, prêt {eta}][, commandez avant {cutoff}]',
    de: 'Abholung im Geschäft[ in {city}][, bereit {eta}][, Bestellung bis {cutoff}]',
    es: 'Recogida en tienda[ en {city}][, listo el {eta}][, pide antes del {cutoff}]',
    it: 'Ritiro in negozio[ a {city}][, pronto {eta}][, ordina entro {cutoff}]',
    nl: 'Afhalen in de winkel[ in {city}][, klaar op {eta}][, bestel vóór {cutoff}]',
  },
};

/** The defaults, with the merchant's own words over them. */
export function shopTexts(own: readonly { language: string; key: string; text: string }[]): ShopTexts {
  const texts = structuredClone(DEFAULT_TEXTS);
  for (const { language, key, text } of own) if (isGeneralText(key)) texts[key][language] = text;
  return texts;
}

export function isGeneralText(key: string): key is GeneralText {
  return (GENERAL_TEXTS as readonly string[]).includes(key);
}
