import { err, ok, type Result } from 'neverthrow';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** An event that was received, as its handler sees it. */
export interface InboxEvent {
  id: string;
  /** Who sent it: `shopify`. */
  source: string;
  shop: ShopDomain;
  topic: string;
  /** The id of what the event is about. */
  subject: string | null;
  /** What cannot be read again at the source. */
  facts: Record<string, unknown>;
  /** When it happened, by the sender's clock. */
  triggeredAt: Date | null;
  receivedAt: Date;
}

/** The job that every event of the inbox begins with. */
export const HANDLE_INBOX_EVENT = 'handle-inbox-event';

/** Why an event could not be handled. */
export interface InboxFailure {
  code: string;
  /** Whether the same event may be handled later with nothing changed. */
  retryable: boolean;
  /** For the merchant; left out where the code says it all. */
  message?: string;
}

/** Does what an event asks for. The same event may be handed over again, also after it succeeded. */
export type InboxHandler = (event: InboxEvent) => Promise<Result<unknown, InboxFailure>>;

/** Handlers by source, then by topic. */
export type InboxHandlers = Readonly<Record<string, Readonly<Record<string, InboxHandler>>>>;

/** For events that are kept for the record and ask for nothing. */
export const keepOnly: InboxHandler = async () => ok('kept');

export interface InboxDependencies {
  database: Database;
  clock: Clock;
  log: Logger;
  handlers: InboxHandlers;
}

/** `settled_before`: the event is done, dismissed, resting or forgotten; nothing was asked of its handler. */
export type InboxOutcome = 'done' | 'needs_attention' | 'settled_before';

/** With the back-off of the job queue, e^n seconds after the nth attempt, the last one comes about four hours after the first. */
export const MOST_ATTEMPTS = 10;

/**
 * Hands a waiting event to the handler of its source and topic, and keeps what came of it.
 *
 * An attempt counts from its start, so that an event that kills its worker comes to rest too. A failure that no retry can help,
 * and the tenth of any kind, leaves the event as `needs_attention` with its reason.
 *
 * @returns the outcome, or the failure of an attempt that is to be made again
 * @throws what the handler throws, while attempts are left: a bug is retried as well
 */
export async function handleInboxEvent(
  dependencies: InboxDependencies,
  eventId: string,
): Promise<Result<InboxOutcome, InboxFailure>> {
  const claimed = await claim(dependencies.database, eventId);
  if (!claimed) return ok('settled_before');
  const { event, attempt } = claimed;
  const isLast = attempt >= MOST_ATTEMPTS;
  if (attempt > MOST_ATTEMPTS) return rest(dependencies, event, STOPPED_HALF_WAY);

  const handled = await tryHandler(dependencies, event, isLast);
  if (handled.isOk()) return settle(dependencies, event);
  const failure = handled.error;
  if (failure.retryable && !isLast) {
    await keepReason(dependencies.database, event, failure);
    return err(failure);
  }
  return rest(dependencies, event, failure);
}

const STOPPED_HALF_WAY: InboxFailure = {
  code: 'inbox_stopped_half_way',
  retryable: true,
  message: 'The app stopped each time while it was working on this event.',
};

const FAILED_INSIDE: InboxFailure = {
  code: 'inbox_failed_inside',
  retryable: true,
  message: 'The app failed while it was working on this event, by a fault of its own.',
};

async function claim(
  { prisma }: Database,
  id: string,
): Promise<{ event: InboxEvent; attempt: number } | undefined> {
  const [row] = await prisma.inboxEvent.updateManyAndReturn({
    where: { id, state: 'waiting' },
    data: { attempts: { increment: 1 } },
  });
  if (!row) return undefined;
  const { source, topic, subject, facts, triggeredAt, receivedAt, attempts } = row;
  const event: InboxEvent = {
    id,
    source,
    shop: row.shop as ShopDomain,
    topic,
    subject,
    facts: facts as Record<string, unknown>,
    triggeredAt,
    receivedAt,
  };
  return { event, attempt: attempts };
}

async function tryHandler(
  { database, handlers, log }: InboxDependencies,
  event: InboxEvent,
  isLast: boolean,
): Promise<Result<unknown, InboxFailure>> {
  const handler = handlerOf(handlers, event);
  if (!handler) return err(unknownTopic(event));
  try {
    return await handler(event);
  } catch (error) {
    if (!isLast) {
      await keepReason(database, event, FAILED_INSIDE);
      throw error;
    }
    log.error({ err: error, eventId: event.id, shop: event.shop, topic: event.topic }, 'an event failed');
    return err(FAILED_INSIDE);
  }
}

function handlerOf(handlers: InboxHandlers, { source, topic }: InboxEvent): InboxHandler | undefined {
  const ofSource = Object.hasOwn(handlers, source) ? handlers[source] : undefined;
  return ofSource && Object.hasOwn(ofSource, topic) ? ofSource[topic] : undefined;
}

/** Retried, for while a new version is rolled out an old worker may meet an event that only the new ones know. */
function unknownTopic({ topic }: InboxEvent): InboxFailure {
  return {
    code: 'inbox_topic_unknown',
    retryable: true,
    message: `This version of the app does not know the event “${topic}”.`,
  };
}

async function settle(
  { database, clock }: InboxDependencies,
  { id }: InboxEvent,
): Promise<Result<InboxOutcome, InboxFailure>> {
  await database.prisma.inboxEvent.updateMany({
    where: { id },
    data: { state: 'done', reason: null, reasonCode: null, handledAt: clock.now() },
  });
  return ok('done');
}

async function rest(
  { database, log }: InboxDependencies,
  { id, shop, topic }: InboxEvent,
  { code, message }: InboxFailure,
): Promise<Result<InboxOutcome, InboxFailure>> {
  await database.prisma.inboxEvent.updateMany({
    where: { id },
    data: { state: 'needs_attention', reason: message, reasonCode: code },
  });
  log.warn({ eventId: id, shop, topic, code }, 'an event needs attention');
  return ok('needs_attention');
}

async function keepReason(
  { prisma }: Database,
  { id }: InboxEvent,
  { code, message }: InboxFailure,
): Promise<void> {
  const data = { reason: message, reasonCode: code };
  await prisma.inboxEvent.updateMany({ where: { id, state: 'waiting' }, data });
}
