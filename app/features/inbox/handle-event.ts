import { err, ok, type Result } from 'neverthrow';
import { attemptWork, MOST_ATTEMPTS, type Obstacles } from '#app/features/obstacles/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { Logger } from '#app/platform/log.ts';
import { parseFacts } from './event-row.ts';
import { IS_GIVEN_UP } from './given-up.ts';
import { eventObstacle, type INBOX_CODES } from './shape.ts';
import type { EventFailure, EventHandler, EventSource, InboxEvent } from './source.ts';

export interface HandleDependencies {
  database: Database;
  obstacles: Obstacles;
  clock: Clock;
  log: Logger;
  /** By their names. */
  sources: ReadonlyMap<string, EventSource>;
}

/** `settled_before`: the event is done, dismissed, given up or forgotten; nothing was asked of its handler. */
export type EventOutcome = 'done' | 'needs_attention' | 'settled_before';

/** An event at its handler, and which attempt that is. */
interface Claimed {
  event: InboxEvent;
  attempt: number;
}

/**
 * Hands a waiting event to the handler of its source and topic, and keeps what came of it.
 *
 * An attempt counts from its start, so that an event that kills its worker is given up too. A failure that no retry can help, and the tenth
 * of any kind, becomes the event's obstacle.
 *
 * @returns the outcome, or the failure of an attempt that is to be made again
 * @throws what the handler throws, while attempts are left: a bug is retried as well
 */
export async function handleEvent(
  dependencies: HandleDependencies,
  eventId: string,
): Promise<Result<EventOutcome, EventFailure>> {
  const { database, log } = dependencies;
  const claimed = await claim(database, eventId);
  if (!claimed) return ok('settled_before');
  const { event, attempt } = claimed;
  const handler = handlerOf(dependencies, event);
  return attemptWork<EventOutcome, EventFailure>(log, {
    attempt,
    about: { eventId, shop: event.shop, topic: event.topic },
    stoppedHalfWay: failureBy('inbox_stopped_half_way'),
    failedInside: failureBy('inbox_failed_inside'),
    work: async () => {
      if (!handler) return err(unknownTopic(event));
      const handled = await handler(event);
      if (handled.isErr()) return err(handled.error);
      await settle(dependencies, claimed);
      return ok('done');
    },
    retryLater: async (failure) => {
      await keepFailure(database.prisma, event, failure);
    },
    giveUp: (failure) => giveUp(dependencies, claimed, failure),
  });
}

function failureBy(code: keyof typeof INBOX_CODES): EventFailure {
  return { code, retryable: true };
}

/** Retried, for while a new version is rolled out an old worker may meet an event that only the new ones know. */
function unknownTopic({ topic }: InboxEvent): EventFailure {
  return { ...failureBy('inbox_topic_unknown'), params: { topic } };
}

type Row = Omit<InboxEvent, 'facts'> & { facts: unknown; attempts: number };

async function claim({ pool }: Database, id: string): Promise<Claimed | undefined> {
  const claim = Prisma.sql`
    update inbox_event set attempts = attempts + 1
    where id = ${id}::uuid and state = 'waiting' and not ${IS_GIVEN_UP}
    returning id, source, shop, topic, subject, facts, triggered_at as "triggeredAt", received_at as "receivedAt", attempts`;
  const [row] = await runSql<Row>(pool, 'claim-event', claim);
  if (!row) return undefined;
  const { attempts, facts, ...event } = row;
  return { event: { ...event, facts: parseFacts(facts) }, attempt: attempts };
}

function handlerOf({ sources }: HandleDependencies, { source, topic }: InboxEvent): EventHandler | undefined {
  const jobs = sources.get(source)?.jobs;
  return jobs?.kind === 'own' && Object.hasOwn(jobs.handlers, topic) ? jobs.handlers[topic] : undefined;
}

/** Another attempt may have been made meanwhile, by whoever took this one's process for dead, and may have given the event up. */
async function settle(
  { database: { pool }, obstacles, clock }: HandleDependencies,
  { event: { id, shop }, attempt }: Claimed,
): Promise<void> {
  const settle = Prisma.sql`
    update inbox_event set state = 'done', failure = null, handled_at = ${clock.now()}
    where id = ${id}::uuid returning attempts`;
  const [settled] = await runSql<{ attempts: number }>(pool, 'settle-event', settle);
  if (settled && settled.attempts !== attempt) await obstacles.clear(shop, eventObstacle(id));
}

/** An event that was settled meanwhile stays so. */
async function giveUp(
  { database, obstacles }: HandleDependencies,
  { event, attempt }: Claimed,
  failure: EventFailure,
): Promise<EventOutcome> {
  return database.prisma.$transaction(async (transaction) => {
    const isWaiting = await keepFailure(transaction, event, failure);
    if (!isWaiting) return 'settled_before';
    await obstacles.raise(
      event.shop,
      {
        ...eventObstacle(event.id),
        causes: [causeOf(failure)],
        severity: 'warning',
        attempts: Math.min(attempt, MOST_ATTEMPTS),
        remedies: ['retry', 'dismiss'],
      },
      transaction,
    );
    return 'needs_attention';
  });
}

async function keepFailure(
  client: Pick<Prisma.TransactionClient, 'inboxEvent'>,
  { id }: InboxEvent,
  failure: EventFailure,
): Promise<boolean> {
  const data = { failure: causeOf(failure) as Prisma.InputJsonObject };
  const { count } = await client.inboxEvent.updateMany({ where: { id, state: 'waiting' }, data });
  return count > 0;
}

function causeOf({ code, params }: EventFailure) {
  return params ? { code, params } : { code };
}
