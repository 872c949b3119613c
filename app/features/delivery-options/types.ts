import type { ShopDomain } from '#app/platform/tenant.ts';

/** Integer hundredths of a currency, whatever the currency: 590 EUR is 5.90, 100000 JPY is 1000 yen. */
export interface Money {
  amount: number;
  currency: string;
}

/** Texts by language (`fr`, `pt-BR`). */
export type LocalizedText = Record<string, string>;

/** Both ends included; null leaves an end open. */
export interface Range {
  min: number | null;
  max: number | null;
}

export type DeliveryKind = 'home' | 'collect';

/**
 * What the shopper pays, before `freeFrom`. Amounts are hundredths of the option's currency.
 * - `fixed`: always the same;
 * - `onestock_cost`: the `cost` of OneStock's answer;
 * - `tiers`: the last tier whose `from` the basket total reaches.
 */
export type PriceRule = { freeFrom: number | null } & (
  | { kind: 'fixed'; amount: number }
  | { kind: 'onestock_cost' }
  | { kind: 'tiers'; tiers: { from: number; amount: number }[] }
);

/** What is shown when OneStock gave no answer in time. Lead times are days from today at the destination. */
export type FallbackPolicy =
  | { policy: 'without_date' }
  | { policy: 'lead_time'; minDays: number; maxDays: number }
  | { policy: 'hide' };

/**
 * What happens to a promise whose cut-off falls within the 15 minutes for which Shopify keeps rates: show it, show the next promise
 * when OneStock gave one, or hide the option.
 */
export type NearCutoffPolicy = 'show' | 'next' | 'hide';

/** Which stores a collect option offers: a chosen list, or the nearest ones. At most ten an answer. */
export type StoreChoice =
  | { mode: 'near'; radiusKm: number; limit: number }
  | { mode: 'list'; endpointIds: string[] };

/** A way to receive an order that the merchant offers at checkout. */
export interface DeliveryOption {
  id: string;
  shop: ShopDomain;
  /** Stable: it is the rate's `service_code`. Letters, digits, `_` and `-`. */
  handle: string;
  kind: DeliveryKind;
  /** OneStock's name of the delivery method. */
  deliveryMethod: string;
  names: LocalizedText;
  descriptions: LocalizedText;
  countries: string[];
  basketTotal: Range;
  weightGrams: Range;
  price: PriceRule;
  currency: string;
  chargeOnce: boolean;
  acceptedStatuses: string[];
  fallback: FallbackPolicy;
  /** Never asks OneStock: always shown as its fallback policy says. */
  fallbackOnly: boolean;
  nearCutoff: NearCutoffPolicy;
  /** Set for `collect`, null for `home`. */
  stores: StoreChoice | null;
  position: number;
  active: boolean;
}

/** A delivery option as it is kept, for the people who edit it. */
export interface KeptOption extends DeliveryOption {
  /** Grows with every change of what is in the option, not of its place among the others. */
  version: number;
  updatedAt: Date;
  /** Null unless the option was put away: the checkout does not know it then. */
  archivedAt: Date | null;
}
