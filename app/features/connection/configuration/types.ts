import type { ToldObstacle } from '#app/features/obstacles/index.ts';
import type { AccountInput } from '../account-input.ts';
import type { ShopSettings } from '../shop-settings.ts';
import type { SyncMoment } from '../types.ts';

/** A destination country that has a sales channel of its own. */
export interface CountryChannel {
  /** ISO 3166-1 alpha-2. */
  country: string;
  channelId: string;
}

/** The ruleset chaining for orders with one of our delivery options (`option`, by handle), or another rate (`rate`, by name). */
export interface RulesetMapping {
  source: 'option' | 'rate';
  key: string;
  rulesetChainingId: string;
}

/** The OneStock endpoint that a Shopify location is. */
export interface LocationMapping {
  /** Shopify's global id. */
  locationId: string;
  endpointId: string;
}

/** What a merchant configures, but for the password, which is never given back. */
export interface Configuration extends ShopSettings {
  /** Of all that is configured; grows with every save. */
  version: number;
  /** When it was last saved; null before that. */
  savedAt: Date | null;
  /** Null before the first account is saved. */
  account: Omit<Required<AccountInput>, 'password' | 'salesChannel'> | null;
  /** `none`: no account was seen to work yet. The others are what the last check found. */
  standing: 'none' | 'works' | 'limited' | 'fails';
  /** What the last check found wrong. */
  fault: ToldObstacle | null;
  checkedAt: Date | null;
  salesChannel: string | null;
  salesChannels: CountryChannel[];
  /** Whether orders are created in OneStock, and when. */
  syncsOrders: boolean;
  syncMoment: SyncMoment;
  rulesets: RulesetMapping[];
  /** `endpointName` is null for an endpoint that the site does not have, or not any more. */
  locations: (LocationMapping & { endpointName: string | null })[];
}

export interface ConfigurationInput extends ShopSettings {
  /** That of the configuration that was edited. */
  version: number;
  account: Omit<AccountInput, 'salesChannel'>;
  salesChannel: string | null;
  salesChannels: CountryChannel[];
  syncsOrders: boolean;
  syncMoment: SyncMoment;
  rulesets: RulesetMapping[];
  locations: LocationMapping[];
  /** The settings of orders, as the feature `orders` has accepted them; left out where they stay as they are. */
  orderSettings?: object;
}

/** One thing to correct. */
export interface ConfigurationFault {
  /** `siteId`, `host`, `apiVersion`, `userId` or `password` of the account; else the path in the input, `salesChannels.0.country`. */
  field?: string;
  code: string;
  message: string;
  params?: Record<string, string | number>;
}

/** Nothing was saved. */
export interface ConfigurationRefused {
  code: 'configuration_refused' | 'changed_meanwhile' | 'shop_not_installed';
  retryable: boolean;
  message: string;
  faults: ConfigurationFault[];
}
