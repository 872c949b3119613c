import type { AttentionEntry } from '#app/features/health/index.ts';
import type { EventSummary } from '#app/features/inbox/index.ts';
import type { CallbackSummary } from '#app/features/promise/index.ts';
import type { ShopJob } from '#app/features/runs/index.ts';
import type { RunSummary } from '#app/features/runs/shape.ts';
import type { PageServices } from '#app/load-context.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ActivitySearch } from '#app/ui/activity/search.ts';

/** The rows of the list that is open, with what its filters offer. */
export type ListContent =
  | { list: 'requests'; page: Page<CallbackSummary>; options: { handle: string; countries: string[] }[] }
  | { list: 'events'; page: Page<EventSummary> }
  | { list: 'jobs'; page: Page<RunSummary>; jobs: ShopJob[] }
  | { list: 'attention'; attention: AttentionEntry[] };

/** Reads the list that the address asks for, and nothing of the others. */
export async function readList(
  {
    deliveryOptions,
    health,
    inbox,
    runs,
    traces,
  }: Pick<PageServices, 'deliveryOptions' | 'health' | 'inbox' | 'runs' | 'traces'>,
  shop: ShopDomain,
  search: ActivitySearch,
): Promise<ListContent> {
  const { list } = search;
  switch (list) {
    case 'requests': {
      const [page, options] = await Promise.all([
        traces.list(shop, search.filters, search.cursor),
        deliveryOptions.listAll(shop),
      ]);
      return { list, page, options: options.map(({ handle, countries }) => ({ handle, countries })) };
    }
    case 'events':
      return { list, page: await inbox.events(shop, search.filters, search.cursor) };
    case 'jobs': {
      const [page, jobs] = await Promise.all([
        runs.list(shop, search.filters, search.cursor),
        runs.jobs(shop),
      ]);
      return { list, page, jobs };
    }
    case 'attention':
      return { list, attention: await health.attention(shop) };
  }
}
