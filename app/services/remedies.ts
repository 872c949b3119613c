import type { RemedyHandlers } from '#app/features/health/index.ts';
import type { Inbox } from '#app/features/inbox/index.ts';
import type { Orders } from '#app/features/orders/index.ts';
import type { Runs } from '#app/features/runs/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Who tries again, or lets be, what stands in the way. */
export interface RemedyDependencies {
  inbox: Pick<Inbox, 'retry' | 'dismiss'>;
  shops: Pick<Shops, 'prepareShop' | 'preparedSources'>;
  orders: Pick<Orders, 'promise' | 'export'>;
  runs: Pick<Runs, 'retryLast'>;
}

/** The remedies, by the source of the obstacle. */
export function remedyHandlers({ inbox, shops, orders, runs }: RemedyDependencies): RemedyHandlers {
  const prepare = {
    // What still fails stands on the list with its reason.
    retry: async (shop: ShopDomain, ids: readonly string[]) => {
      await shops.prepareShop(shop);
      return ids.length;
    },
  };
  const synchronizeAgain = {
    retry: async (shop: ShopDomain, ids: readonly string[]) =>
      (await orders.export.resynchronize(shop, ids as readonly OrderId[])).isOk() ? ids.length : 0,
  };
  return {
    promise: { retry: orders.promise.retry, dismiss: orders.promise.dismiss },
    export: synchronizeAgain,
    comparison: synchronizeAgain,
    waiting: {
      retry: (shop, ids) => orders.export.lookAgain(shop, ids as readonly OrderId[]),
    },
    event: { retry: inbox.retry, dismiss: inbox.dismiss },
    run: { retry: runs.retryLast },
    ...Object.fromEntries(shops.preparedSources.map((source) => [source, prepare])),
  };
}
