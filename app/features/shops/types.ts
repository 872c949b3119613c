import type { ShopDomain } from '#app/platform/tenant.ts';

/** What an item of a cart or an order is called in OneStock. */
export type ItemIdSource = 'sku' | 'variant_id';

/** How the shop's rate requests are answered and what was shown is kept to, as its merchant chose; the form and the defaults of each choice are those of the settings. */
export interface CheckoutChoices {
  itemIdSource: ItemIdSource;
  /** When a rate request is answered with what is there, milliseconds. */
  softDeadlineMs: number;
  /** How long an answer of OneStock counts, at the most. */
  promiseLifeSeconds: number;
  /** How long what a shopper was shown counts, until the order is created. */
  shownRateLifeHours: number;
  /** With goods in a basket that OneStock does not have: whether the others are promised without them, or nothing is. */
  outsideLines: 'leave_out' | 'no_promise';
  /** What a failing signature does; the path token is required in both. */
  signatureMode: 'require' | 'report';
}

/** Where the merchant's main stock is, as Shopify names an origin in a rate request. */
export interface Origin {
  country: string;
  zip: string | null;
  city: string | null;
}

/** An installed shop, as the other features see it. No secret in it but the salt of its fingerprints. */
export interface Shop extends CheckoutChoices {
  domain: ShopDomain;
  name: string | null;
  currency: string | null;
  timezone: string;
  country: string | null;
  primaryLocale: string;
  locales: string[];
  installedAt: Date;
  /** When the metafield definitions and the carrier service were last brought up to date. */
  preparedAt: Date | null;
  carrierServiceId: string | null;
  fingerprintSalt: string;
  mainOrigin: Origin | null;
}
