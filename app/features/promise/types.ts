import type { Shop, ShopConnection, Store } from '#app/features/connection/index.ts';
import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { ShownRate } from './shown-rates.ts';

/** Everything of a shop that a rate request needs, read once and kept in memory. */
export interface ShopSnapshot {
  shop: Shop;
  connection: ShopConnection | null;
  /** Active options in the order in which they are shown. */
  options: DeliveryOption[];
  stores: Store[];
}

/** Which step of the ladder an answer came from; `none` when there was nothing to show. */
export type Rung = 'onestock' | 'fallback' | 'none';

/** One rate as Shopify wants it. Source: https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService */
export interface Rate {
  service_name: string;
  service_code: string;
  description: string;
  currency: string;
  /** Hundredths, as text. */
  total_price: string;
  min_delivery_date?: string;
  max_delivery_date?: string;
  metafields: { namespace: string; key: string; type: string; value: string }[];
}

/** What became of one option (or one store of it), and why. */
export interface OptionTrace {
  code: string;
  handle: string;
  kept: boolean;
  /** A stable code: `promised`, `country_not_served`, `status_none`… */
  reason: string;
  rung: Rung;
}

/** Why OneStock's promises could not be used for this request. */
export interface AskFailure {
  code: string;
  message: string;
}

/** The record of one rate request. Country, postal area, SKUs and quantities are all that it keeps of the shopper. */
export interface CallbackTrace {
  id: string;
  shop: ShopDomain;
  receivedAt: Date;
  country: string | null;
  postalPrefix: string | null;
  currency: string | null;
  locale: string | null;
  lines: { sku: string | null; quantity: number }[];
  status: number;
  rung: Rung;
  rateCount: number;
  durationMs: number;
  phasesMs: Readonly<Record<string, number>>;
  options: OptionTrace[];
  failure: AskFailure | null;
  oneStockRequestId: string | null;
}

/** The answer to a rate request: what to send, and what to record of it afterwards. */
export interface RateAnswer {
  /** 200, or 503 so that Shopify shows its backup rates. */
  status: 200 | 503;
  rates: Rate[];
  shown: ShownRate[];
  trace: Omit<CallbackTrace, 'durationMs' | 'phasesMs'>;
  /** Options priced in another currency than the shop's: a problem for the merchant. */
  currencyMismatches: string[];
}
