import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { readCallback } from './read-callback.ts';
import { readCallbacks } from './read-callbacks.ts';
import type { CallbackFilters, CallbackStory, CallbackSummary } from './types.ts';
import { readJobs } from '#app/features/runs/jobs/read-jobs.ts';
import type { ShopJob } from '#app/features/runs/jobs/types.ts';

export type * from './types.ts';
export type * from '#app/features/runs/jobs/types.ts';

/** What happened in a shop, for its merchant to look at. */
export interface Activity {
  /** See {@link readCallbacks}. */
  callbacks(shop: ShopDomain, filters: CallbackFilters, cursor?: string): Promise<Page<CallbackSummary>>;
  /** See {@link readCallback}. */
  callback(shop: ShopDomain, id: string): Promise<CallbackStory | null>;
  /** See {@link readJobs}. */
  jobs(shop: ShopDomain): Promise<ShopJob[]>;
}

export function createActivity({ database, clock }: { database: Database; clock: Clock }): Activity {
  return {
    callbacks: (shop, filters, cursor) => readCallbacks(database, shop, filters, cursor),
    callback: (shop, id) => readCallback(database, shop, id),
    jobs: (shop) => readJobs(database, shop),
  };
}
