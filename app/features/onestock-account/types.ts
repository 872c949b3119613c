import type { CheckoutSettings } from '#app/features/settings/shape.ts';
import type { OneStockConnection } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

export type ItemIdSource = CheckoutSettings['itemIdSource'];

/** Where the merchant's main stock is, as Shopify names an origin in a rate request. */
export interface Origin {
  country: string;
  zip: string | null;
  city: string | null;
}

/** An installed shop, as the other features see it. No secret in it but the salt of its fingerprints. */
export interface Shop extends CheckoutSettings {
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

/** The shop's account at OneStock. `version` grows with every change of the account. */
export interface ShopConnection {
  account: OneStockConnection;
  /** The sales channel of destinations that have none of their own; null leaves it to OneStock. */
  salesChannel: string | null;
  /** By destination country, ISO 3166-1 alpha-2. */
  salesChannels: Readonly<Record<string, string>>;
  version: number;
  checkedAt: Date | null;
  endpointsMirroredAt: Date | null;
}

/** A OneStock endpoint where shoppers can collect, from the mirror. */
export interface Store {
  endpointId: string;
  name: string;
  country: string | null;
  zipCode: string | null;
  city: string | null;
  latitude: number | null;
  longitude: number | null;
  timezone: string | null;
}
