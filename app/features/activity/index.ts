import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { requeueStrandedEvents } from '#app/platform/jobs/inbox.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { readCallback } from './callbacks/read-callback.ts';
import { readCallbacks } from './callbacks/read-callbacks.ts';
import type { CallbackFilters, CallbackStory, CallbackSummary } from './callbacks/types.ts';
import { readEvent } from './events/read-event.ts';
import { readEvents } from './events/read-events.ts';
import { dismissEvents, retryEvents } from './events/settle-events.ts';
import type { EventFilters, EventStory, EventSummary } from './events/types.ts';
import { expireRecords } from './expire-records.ts';
import { HANDLE_INBOX_EVENT } from './handle-inbox-event.ts';
import { readJobs } from './jobs/read-jobs.ts';
import type { ShopJob } from './jobs/types.ts';

export type * from './callbacks/types.ts';
export type { Days } from './days.ts';
export type * from './events/types.ts';
export {
  HANDLE_INBOX_EVENT,
  handleInboxEvent,
  type InboxDependencies,
  type InboxEvent,
  type InboxFailure,
  type InboxHandler,
  type InboxHandlers,
  type InboxOutcome,
  keepOnly,
} from './handle-inbox-event.ts';
export type * from './jobs/types.ts';

/** What happened in a shop, for its merchant to look at. */
export interface Activity {
  /** See {@link expireRecords}. */
  expireRecords(now: Date): Promise<Record<string, number>>;
  /** To be called now and then: gives a job to every event of Shopify that has waited for ten minutes and has none. Returns how many. */
  requeueStrandedEvents(now: Date): Promise<number>;

  /** See {@link readCallbacks}. */
  callbacks(shop: ShopDomain, filters: CallbackFilters, cursor?: string): Promise<Page<CallbackSummary>>;
  /** See {@link readCallback}. */
  callback(shop: ShopDomain, id: string): Promise<CallbackStory | null>;
  /** See {@link readEvents}. */
  events(shop: ShopDomain, filters: EventFilters, cursor?: string): Promise<Page<EventSummary>>;
  /** See {@link readEvent}. */
  event(shop: ShopDomain, id: string): Promise<EventStory | null>;
  /** See {@link retryEvents}. */
  retryEvents(shop: ShopDomain, ids: readonly string[]): Promise<number>;
  /** See {@link dismissEvents}. */
  dismissEvents(shop: ShopDomain, ids: readonly string[]): Promise<number>;
  /** See {@link readJobs}. */
  jobs(shop: ShopDomain): Promise<ShopJob[]>;
}

const STRANDED_AFTER_MS = 10 * 60_000;

export function createActivity({ database, clock }: { database: Database; clock: Clock }): Activity {
  return {
    expireRecords: (now) => expireRecords(database, now),
    requeueStrandedEvents: (now) =>
      requeueStrandedEvents(database.pool, {
        source: 'shopify',
        task: HANDLE_INBOX_EVENT,
        before: new Date(now.getTime() - STRANDED_AFTER_MS),
      }),
    callbacks: (shop, filters, cursor) => readCallbacks(database, shop, filters, cursor),
    callback: (shop, id) => readCallback(database, shop, id),
    events: (shop, filters, cursor) => readEvents(database, shop, filters, cursor),
    event: (shop, id) => readEvent(database, shop, id),
    retryEvents: (shop, ids) => retryEvents(database, shop, ids),
    dismissEvents: (shop, ids) => dismissEvents(database, clock, shop, ids),
    jobs: (shop) => readJobs(database, shop),
  };
}
