import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import { requeueStrandedEvents } from '#app/platform/jobs/inbox.ts';
import { expireRecords } from './expire-records.ts';
import { HANDLE_INBOX_EVENT } from './handle-inbox-event.ts';
import type { Overview } from './overview.ts';
import { type OverviewDependencies, readOverview } from './read-overview.ts';

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
export type {
  CallbackOverview,
  ConnectionOverview,
  DecidedOption,
  DeliveryOptionOverview,
  Overview,
  ProblemOverview,
  Rung,
} from './overview.ts';
export {
  createProblems,
  type Problem,
  type Problems,
  type RaisedProblem,
  type Severity,
} from './problems.ts';

/** What happened in a shop, for its merchant to look at. */
export interface Activity {
  /** See {@link readOverview}. A shop that is not known has an empty overview. */
  readOverview(shop: ShopDomain): Promise<Overview>;
  /** See {@link expireRecords}. */
  expireRecords(now: Date): Promise<Record<string, number>>;
  /** To be called now and then: gives a job to every event that has waited for ten minutes and has none. Returns how many. */
  requeueStrandedEvents(now: Date): Promise<number>;
}

const STRANDED_AFTER_MS = 10 * 60_000;

export function createActivity(dependencies: OverviewDependencies): Activity {
  return {
    readOverview: (shop) => readOverview(dependencies, shop),
    expireRecords: (now) => expireRecords(dependencies.database, now),
    requeueStrandedEvents: (now) =>
      requeueStrandedEvents(
        dependencies.database.pool,
        HANDLE_INBOX_EVENT,
        new Date(now.getTime() - STRANDED_AFTER_MS),
      ),
  };
}
