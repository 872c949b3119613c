import type { DeliveryOption, ShopTexts } from '#app/features/delivery-options/index.ts';
import type { ShopConnection, Store } from '#app/features/onestock-account/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
import type { CauseOf } from '#app/platform/cause.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ASK_CODES, LineCode } from './shape.ts';
import type { ShownRate } from './shown-rates.ts';

/** Everything of a shop that a rate request needs, read once and kept in memory. */
export interface ShopSnapshot {
  shop: Shop;
  connection: ShopConnection | null;
  /** Active options in the order in which they are shown. */
  options: DeliveryOption[];
  /** For what the options leave unsaid. */
  texts: ShopTexts;
  stores: Store[];
}

/** The step of the ladder that an answer came from; `none` when there was nothing to show. */
export type Rung = 'memory' | 'shared' | 'onestock' | 'stale' | 'fallback' | 'none';

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
export type AskFailure = CauseOf<typeof ASK_CODES>;

/** What a rate request is answered with, but for what is new each time: the ids of the quotes and of the trace, and the moment. */
export interface PreparedAnswer {
  /** 200, 503 so that Shopify shows its backup rates, or the 4xx of a request that is none. */
  status: number;
  /** The JSON of the answer in ASCII, cut where what is new in each rate's quote id belongs: one piece more than there are rates. */
  pieces: readonly string[];
  /** What is recorded of each rate. */
  shown: readonly RecordedRate[];
  /** What is recorded of the request. */
  trace: RecordedTrace;
  /** Options priced in another currency than the shop's, an obstacle; null when that was not looked at. */
  currencyMismatches: readonly string[] | null;
  /** Until when the same request gets the same answer; null when it must be prepared anew. */
  validUntil: Date | null;
}

export type RecordedRate = Omit<ShownRate, 'quoteId' | 'callbackId' | 'shownAt'>;

/** A line of a rate request as its trace keeps it. */
export interface TracedLine {
  sku: string | null;
  quantity: number;
  /** Why OneStock is not asked about it; absent for a line that is OneStock's. */
  unasked?: LineCode;
  /** The fulfillment service that sends it, as Shopify names it, where that is why. */
  service?: string;
}

/** Country, postal area, SKUs, quantities and fulfillment services are all that a trace keeps of the shopper. */
export interface RecordedTrace {
  shop: ShopDomain;
  country: string | null;
  postalPrefix: string | null;
  currency: string | null;
  locale: string | null;
  lines: TracedLine[];
  status: number;
  rung: Rung;
  rateCount: number;
  options: OptionTrace[];
  failure: AskFailure | null;
  oneStockRequestId: string | null;
}

/** An answer as it is recorded. */
export interface IssuedAnswer {
  prepared: PreparedAnswer;
  /** The trace's id, with which the quote ids of the rates begin. */
  id: string;
  receivedAt: Date;
  answeredAt: Date;
}

/** An answer as it leaves. */
export interface RateAnswer extends IssuedAnswer {
  /** The JSON that Shopify gets, in ASCII; empty unless the status is 200. */
  body: string;
}

/** What an answer took. */
export interface Spent {
  durationMs: number;
  phasesMs: Readonly<Record<string, number>>;
  /** Shopify hung up before the answer was handed over. */
  wasAborted: boolean;
}

/** An answer that was given, and what it took. Without a trace only its rates are written. */
export interface GivenAnswer {
  answer: IssuedAnswer;
  spent: Spent;
  isTraced: boolean;
}
