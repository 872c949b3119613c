import type { Result } from 'neverthrow';
import type { Cause } from '#app/platform/cause.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** A message as it came in, its signature verified. */
export interface IncomingEvent {
  shop: ShopDomain;
  /** The sender's own id of the delivery, or what stands for it: repeats of one event carry the same. */
  messageId: string;
  body: Uint8Array;
  /** The topic, where the sender names it beside the body. */
  topic?: string;
  /** When it happened, where the sender says so beside the body. */
  triggeredAt?: Date | null;
}

/** What is kept of an event: what it is about, and what cannot be read again at the source. Never its body, and nothing personal. */
export interface ReadEvent {
  topic: string;
  /** The id of what the event is about. */
  subject: string | null;
  facts: object;
  /** When it happened, by the sender's clock. */
  triggeredAt: Date | null;
}

/** An event that was received, as its handler sees it. */
export interface InboxEvent {
  id: string;
  /** The name of its {@link EventSource}. */
  source: string;
  shop: ShopDomain;
  topic: string;
  subject: string | null;
  facts: Readonly<Record<string, unknown>>;
  triggeredAt: Date | null;
  receivedAt: Date;
}

/** Why an event could not be handled: a code with the parameters of its words, and whether the same event may be handled later with nothing changed. */
export interface EventFailure extends Cause {
  retryable: boolean;
}

/** Does what an event asks for. The same event may be handed over again, also after it succeeded. */
export type EventHandler = (event: InboxEvent) => Promise<Result<unknown, EventFailure>>;

/** A job that events ask for. */
export interface InboxJob {
  readonly task: string;
  /** At most one waiting job has this key: events that ask for the same job share it. */
  readonly key: string;
  readonly payload: object;
  /** Not before so long after the last event was received, milliseconds. When left out at once, or when the waiting job's time comes before. */
  readonly delayMs?: number;
}

/** Each event has a job of its own, which hands it to the handler of its topic. */
export interface OwnJobs {
  readonly kind: 'own';
  /** By topic. */
  readonly handlers: Readonly<Record<string, EventHandler>>;
}

/** Events share jobs, such as one an order, and the job settles them: see `settleWaiting`. */
export interface SharedJobs {
  readonly kind: 'shared';
  /** The job that an event asks for; null for one that is kept for the record only, which is done at once. */
  jobOf(event: { shop: ShopDomain; topic: string; subject: string | null }): InboxJob | null;
}

/**
 * A system that tells the app what happens in it. The feature that knows the system describes it, and the app registers it with the inbox:
 * what is kept of its events, and which jobs they ask for. Jobs that were lost are asked for again in the same way.
 */
export interface EventSource {
  /** As events keep it. */
  readonly name: string;
  /** Reads what is to be kept of a body, a JSON object, with what the sender said beside it; null when it is no event. */
  read(body: object, beside: Pick<IncomingEvent, 'topic' | 'triggeredAt'>): ReadEvent | null;
  readonly jobs: OwnJobs | SharedJobs;
}
