import type { Days } from '#app/platform/database/days.ts';
import type { TracedLine } from '../types.ts';

/** The step of the ladder that answered; `none` when nothing was left to show. */
export type Rung = 'memory' | 'shared' | 'onestock' | 'stale' | 'fallback' | 'none';

/** Which rate requests to look at. What is left out is not asked for. */
export interface CallbackFilters extends Days {
  rungs?: readonly Rung[];
  /** The handle of a delivery option that was decided on, shown or not. With `reason`, decided on for it. */
  option?: string;
  /** ISO 3166-1 alpha-2, of the destination. */
  country?: string;
  /** A reason code: why an option was shown or not, or why OneStock's promises could not be used. */
  reason?: string;
  /** Only those that a failure marked, or that were answered with an error. */
  isFailed?: boolean;
  /** The name or the id of an order: the rate requests whose promises it carries. */
  order?: string;
}

/**
 * One rate request in a list. Everything is plain JSON, so that a loader can stream it: instants are ISO 8601 texts in UTC, durations
 * are milliseconds.
 */
export interface CallbackSummary {
  id: string;
  receivedAt: string;
  country?: string;
  postalPrefix?: string;
  rung: Rung;
  /** The HTTP status of our answer. */
  status: number;
  durationMs: number;
  /** Milliseconds by phase, in the order in which they were spent. */
  phasesMs: Record<string, number>;
  rateCount: number;
  failure?: { code: string; message?: string };
}

/** All that is known of one rate request. Of the shopper: country, postal area, and what was in the basket. */
export interface CallbackStory extends CallbackSummary {
  currency?: string;
  locale?: string;
  /** Shopify hung up before the answer was handed over. */
  wasAborted: boolean;
  /** OneStock's name of the exchange, for its support. */
  oneStockRequestId?: string;
  lines: TracedLine[];
  options: DecidedOption[];
  /** As they were sent, in their order. */
  rates: SentRate[];
  orders: OrderOfCallback[];
}

/** One delivery option of a rate request, kept or dropped, with the reason code. */
export interface DecidedOption {
  code: string;
  handle: string;
  kept: boolean;
  reason: string;
  rung?: Rung;
}

/** One rate of the answer. */
export interface SentRate {
  /** Its place in the answer, from 1. */
  number: number;
  code: string;
  name: string;
  /** Hundredths of `currency`. */
  price: number;
  currency: string;
  minDate?: string;
  maxDate?: string;
  /** OneStock's delivery option as it came; null when the rate was shown without a promise. */
  promise: Record<string, unknown> | null;
}

/** An order that was placed with a rate of the answer. */
export interface OrderOfCallback {
  orderId: string;
  orderName?: string;
  /** Where the order's promise comes from, such as `checkout`. */
  source?: string;
  /** The places in the answer of the rates that it carries. */
  rateNumbers: number[];
}
