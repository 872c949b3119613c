import type { OneStockConnection } from '#app/gateways/onestock/index.ts';

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
