import type { Result } from 'neverthrow';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import type { Logger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type EventOutcome, handleEvent } from './handle-event.ts';
import { createEventKeeper } from './keep-events.ts';
import { readEvent } from './read-event.ts';
import { readEvents } from './read-events.ts';
import { type Received, receiveEvent } from './receive-event.ts';
import { requeueStranded } from './requeue-stranded.ts';
import { dismissEvents, retryEvents } from './settle-given-up.ts';
import type { EventFailure, EventSource, IncomingEvent } from './source.ts';
import type { EventFilters, EventStory, EventSummary } from './types.ts';

export type { EventOutcome } from './handle-event.ts';
export { hasEventSince } from './has-event-since.ts';
export { createEventKeeper, type KeepEvent, type ReceivedEvent } from './keep-events.ts';
export { type Received, receiveEvent } from './receive-event.ts';
export { settleWaiting } from './settle-waiting.ts';
export { type EventState, HANDLE_EVENT } from './shape.ts';
export type * from './source.ts';
export { TABLES } from './tables.ts';
export type * from './types.ts';

/** What other systems tell the app, kept until it is dealt with. */
export interface Inbox {
  /** Takes a message of the named source in; see {@link receiveEvent}. */
  receive(source: string, event: IncomingEvent): Promise<Received | null>;
  /** The work of the job `handle-inbox-event`; see {@link handleEvent}. */
  handle(eventId: string): Promise<Result<EventOutcome, EventFailure>>;
  /** To be called now and then: has the jobs added that events have waited for ten minutes for. Returns how many; see {@link requeueStranded}. */
  requeueStranded(): Promise<number>;
  /** See {@link readEvents}. */
  events(shop: ShopDomain, filters: EventFilters, cursor?: string): Promise<Page<EventSummary>>;
  /** See {@link readEvent}. */
  event(shop: ShopDomain, id: string): Promise<EventStory | null>;
  /** See {@link retryEvents}. */
  retry(shop: ShopDomain, ids: readonly string[]): Promise<number>;
  /** See {@link dismissEvents}. */
  dismiss(shop: ShopDomain, ids: readonly string[]): Promise<number>;
}

export interface InboxDependencies {
  database: Database;
  obstacles: Obstacles;
  clock: Clock;
  log: Logger;
  /** Every system that tells the app something. */
  sources: readonly EventSource[];
}

const STRANDED_AFTER_MS = 10 * 60_000;

export function createInbox({ sources: registered, ...dependencies }: InboxDependencies): Inbox {
  const { database, clock } = dependencies;
  const sources = new Map(registered.map((source) => [source.name, source]));
  const keep = createEventKeeper(database.pool);
  return {
    receive(name, event) {
      const source = sources.get(name);
      if (!source) throw new Error(`Nobody registered the source of events “${name}”.`);
      return receiveEvent(keep, source, event);
    },
    handle: (eventId) => handleEvent({ ...dependencies, sources }, eventId),
    async requeueStranded() {
      const before = new Date(clock.now().getTime() - STRANDED_AFTER_MS);
      let count = 0;
      for (const source of registered) count += await requeueStranded(database, source, before);
      return count;
    },
    events: (shop, filters, cursor) => readEvents(database, shop, filters, cursor),
    event: (shop, id) => readEvent(database, shop, id),
    retry: (shop, ids) => retryEvents(dependencies, shop, ids),
    dismiss: (shop, ids) => dismissEvents(dependencies, shop, ids),
  };
}
