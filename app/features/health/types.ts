/** Everything here is plain JSON, so that a loader can stream it: instants are ISO 8601 texts in UTC, durations are milliseconds. */

import type { AttachmentSummary } from '#app/features/carrier-service/index.ts';
import type { Obstacle, ObstacleMessage } from '#app/features/obstacles/shape.ts';
import type { Rung } from '#app/features/promise/index.ts';
import type { Cause } from '#app/platform/cause.ts';

export type { Rung };

/** From an installed app to a promise at checkout, in this order. */
export type StepName =
  | 'onestock'
  | 'sales_channel'
  | 'delivery_option'
  | 'carrier_service'
  | 'attachment'
  | 'first_callback';

export type StepState =
  | 'done'
  /** The first one that is not done: what the merchant does next. */
  | 'current'
  | 'todo'
  /** Begun, and something is wrong with it. */
  | 'failing'
  /** Shopify is being asked. */
  | 'asking'
  /** Shopify did not say. It holds nothing up. */
  | 'unknown';

export interface SetupStep {
  name: StepName;
  state: StepState;
  /** A stable code of what is wrong, where there is one of this feature. */
  reason?: 'carrier_service_missing' | 'carrier_service_inactive' | 'scope_missing';
  /** By which it fails. */
  obstacle?: ObstacleMessage;
}

export interface Setup {
  steps: SetupStep[];
  /** All was done once, and shoppers' rates were asked for. A fault that came later does not undo that. */
  isComplete: boolean;
}

/** Rate requests by what became of them. */
export interface AnswerCounts {
  /** At least one rate carried a promise of OneStock. */
  promised: number;
  /** OneStock could not be asked in time, and the fallback of the options was shown. */
  fallback: number;
  /** Nothing could be shown, and Shopify showed its backup rates. */
  failed: number;
  /** OneStock or the merchant's own rules left no promise to make. */
  unpromised: number;
}

/** An hour or a day of the shop. */
export interface AnswerBar extends AnswerCounts {
  from: string;
}

export interface Quantiles {
  p50: number;
  p95: number;
}

export interface PeriodHealth {
  /** The oldest first; those without a request too. */
  bars: AnswerBar[];
  totals: AnswerCounts;
  answers: number;
  /** The rungs that occur, in the order of the ladder. */
  rungs: { rung: Rung; answers: number }[];
  /** Answers that a failure marked, whatever was shown instead. */
  failures: number;
  /** From the arrival of the request to the answer; null without a request. */
  durationMs: Quantiles | null;
  /** What OneStock itself took; null when it was not asked. */
  oneStockMs: Quantiles | null;
}

export interface OneStockHealth {
  state: 'not_connected' | 'not_checked' | 'works' | 'limited' | 'fails';
  siteId?: string;
  salesChannel?: string;
  checkedAt?: string;
  /** Why it does not work, or not wholly, by the last check. */
  obstacle?: ObstacleMessage;
  /** Of the rate requests of the last hour: how many asked OneStock, and how many of these it failed. */
  lastHour: { asked: number; failed: number };
}

/** What stands in the way, for a person to look at. */
export interface AttentionEntry extends Omit<Obstacle, 'since' | 'seenAt'> {
  /** Names it on its shop's list. */
  key: string;
  since: string;
  /** What its subject is called: the name of an order, the topic of an event. */
  name?: string;
}

/** The list of what needs a person, in short. */
export interface AttentionSummary {
  /** Of the whole list. */
  count: number;
  /** How many of these are about an order. */
  ofOrders: number;
  /** Those of these that are about the shop itself, its account or its carrier service. */
  ofShop: AttentionEntry[];
  /** What is good to know and needs nobody. It is not counted. */
  notices: AttentionEntry[];
}

/** How the shop's promises are doing, from our own tables. */
export interface HealthReport {
  /** The last 24 hours by the hour, and the last seven days by the day, in the shop's time zone. */
  day: PeriodHealth;
  week: PeriodHealth;
  oneStock: OneStockHealth;
}

/** What Shopify answered, or why it did not. */
export type Readable<Answer> = { isKnown: true; answer: Answer } | ({ isKnown: false } & Cause);

/** The locations that fulfil online orders, and what their number means. */
export interface Origins {
  /** Their names. */
  locations: string[];
  /**
   * The handles of the active options whose price is added once for every location that an order ships from, because there are
   * several and the options are not charged once.
   */
  chargedRepeatedly: string[];
}

/** What only Shopify knows; each part is known or not by itself. */
export interface CheckoutHealth {
  /** With the state of the attachment. */
  setup: Setup;
  attachment: Readable<AttachmentSummary>;
  origins: Readable<Origins>;
}
