/**
 * What the first page shows of a shop. Everything is plain JSON, so that a loader can stream it: instants are ISO 8601 texts
 * in UTC, shown in `timezone`; durations are milliseconds.
 */
export interface Overview {
  connection: ConnectionOverview;
  /** In the order of the checkout. */
  options: DeliveryOptionOverview[];
  /** The last rate requests, newest first. */
  callbacks: CallbackOverview[];
  problems: ProblemOverview[];
  /** The shop's IANA time zone. */
  timezone: string;
}

export interface ConnectionOverview {
  state: 'connected' | 'not_connected' | 'failing';
  siteId?: string;
  host?: string;
  apiVersion?: string;
  salesChannel?: string;
  checkedAt?: string;
  /** Why it fails, in the merchant's words. */
  message?: string;
}

export interface DeliveryOptionOverview {
  handle: string;
  kind: 'home' | 'collect';
  name: string;
  priceInWords: string;
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  active: boolean;
  position: number;
}

/** The step of the ladder that answered; `none` when nothing was left to show. */
export type Rung = 'memory' | 'shared' | 'onestock' | 'stale' | 'fallback' | 'none';

/** One rate request: what was asked, what was answered and why. */
export interface CallbackOverview {
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
  lines: { sku: string; quantity: number }[];
  options: DecidedOption[];
  failure?: { code: string; message: string };
}

/** One delivery option of a rate request, kept or dropped, with the reason code. */
export interface DecidedOption {
  code: string;
  handle: string;
  kept: boolean;
  reason: string;
  rung?: Rung;
}

export interface ProblemOverview {
  key: string;
  severity: 'critical' | 'warning' | 'info';
  message: string;
  raisedAt: string;
}
