import type { Cause } from '#app/platform/cause.ts';
import type { Days } from '#app/platform/database/days.ts';
import type { EventState } from './shape.ts';

/** Which events to look at. What is left out is not asked for. */
export interface EventFilters extends Days {
  topic?: string;
  state?: EventState;
}

/** An event of the inbox. Plain JSON, instants as ISO 8601. */
export interface EventSummary {
  id: string;
  /** Who sent it: the name of a source. */
  source: string;
  topic: string;
  /** The id of what it is about. */
  subject?: string;
  receivedAt: string;
  state: EventState;
  /** How often it was handed to its handler. */
  attempts: number;
  /** What the last attempt failed by. */
  failure?: Cause;
  /** How often it was tried when the app gave it up; left out when it did not, or before all tries were used up. */
  gaveUpAfter?: number;
}

export interface EventStory extends EventSummary {
  /** When it happened, by the sender's clock. */
  triggeredAt?: string;
  handledAt?: string;
  /** What could not be read again at the source; nothing personal. */
  facts: Record<string, unknown>;
  /** When it is tried next; left out when it is not, or at this moment. */
  nextTryAt?: string;
}
