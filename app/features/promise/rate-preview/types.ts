import type { Exchange } from '#app/gateways/onestock/index.ts';
import type { CauseOf } from '#app/platform/cause.ts';
import type { Place } from '../rate-request.ts';
import type { LineKind, PREVIEW_CODES } from '../shape.ts';
import type { AskFailure, OptionTrace, Rung, TracedLine } from '../types.ts';

/**
 * `new`: as the first to ask, so OneStock is asked now. `checkout`: as a shopper now, who is answered from memory where something is
 * remembered.
 */
export type PreviewMode = 'new' | 'checkout';

/** A line of the tried basket. What is null is taken from Shopify's variant. */
export interface PreviewLine {
  /** A custom line has neither variant nor SKU. */
  kind: LineKind;
  /** Shopify's global id of a variant that was picked; null for a line of which only the SKU is known. */
  variantId: string | null;
  sku: string | null;
  quantity: number;
  /** A unit's weight. */
  grams: number | null;
  /** A unit's price in hundredths. */
  unitPrice: number | null;
}

/** What is to be tried. */
export interface RatePreview {
  lines: PreviewLine[];
  destination: Place;
  /** The shopper's language, such as `fr-CA`. */
  locale: string;
  /** As of when promises are judged: local date and time (`2026-11-21T14:30`) in the shop's zone; null for now. */
  moment: string | null;
  mode: PreviewMode;
}

/** Something that makes a preview say less than the checkout would. */
export type PreviewWarning =
  /** Shopify has no such variant: what was typed counts, or nothing. */
  | { code: 'variant_unknown'; sku: string | null }
  /** Shopify was not reached in time: no weight and no price of its own is known. */
  | { code: 'products_unread' };

/** A rate as the shopper is shown it. */
export interface TriedRate {
  code: string;
  name: string;
  description: string;
  /** Hundredths. */
  price: number;
  currency: string;
  /** Days at the destination, `2026-11-24`; null for a rate without a date. */
  minDate: string | null;
  maxDate: string | null;
}

/** What came of a preview, as plain JSON. */
export interface TriedRates {
  /** The HTTP status that Shopify would get: 200, or 503 for its backup rates. */
  status: number;
  rung: Rung;
  /** ISO 8601. As of when promises were judged. */
  judgedAt: string;
  rates: TriedRate[];
  options: OptionTrace[];
  /** The basket, and why OneStock is not asked about a line of it. */
  lines: TracedLine[];
  failure: AskFailure | null;
  durationMs: number;
  phasesMs: Record<string, number>;
  /** From when on the checkout would not have waited for OneStock. */
  softDeadlineMs: number;
  /** The shop's active delivery options; without any there is nothing to show. */
  optionCount: number;
  /** What Shopify would have sent. */
  request: unknown;
  /** What Shopify would have got; null unless the status is 200. */
  answer: unknown;
  /** The exchanges with OneStock; none when it was not asked. */
  exchanges: Exchange[];
  warnings: PreviewWarning[];
}

/** Why nothing is tried. */
export type PreviewRefused = CauseOf<typeof PREVIEW_CODES> & { retryable: true };

/** What a preview can be made of. */
export interface PreviewGrounds {
  /** The shop's languages, its primary one first. */
  locales: string[];
  /** The shop's own country; null until Shopify has told it. */
  country: string | null;
  /** IANA. */
  timezone: string;
  /** ISO 4217; null until Shopify has told it. */
  currency: string | null;
  /** Countries that some active delivery option serves, ISO 3166-1 alpha-2. */
  servedCountries: string[];
  /** The active delivery options. */
  optionCount: number;
}
