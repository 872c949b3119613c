import type { Database } from '#app/platform/database/client.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { readCallback } from './read-callback.ts';
import { readCallbacks } from './read-callbacks.ts';
import type { CallbackFilters, CallbackStory, CallbackSummary } from './types.ts';

/** The traces of a shop's rate requests, for its merchant to look at. */
export interface Traces {
  /** See {@link readCallbacks}. */
  list(shop: ShopDomain, filters: CallbackFilters, cursor?: string): Promise<Page<CallbackSummary>>;
  /** See {@link readCallback}. */
  read(shop: ShopDomain, id: string): Promise<CallbackStory | null>;
}

export function createTraces(database: Pick<Database, 'prisma'>): Traces {
  return {
    list: (shop, filters, cursor) => readCallbacks(database, shop, filters, cursor),
    read: (shop, id) => readCallback(database, shop, id),
  };
}
