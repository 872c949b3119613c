import { ok } from 'neverthrow';
import type { Shops } from './index.ts';
import type { ShopifyTopics } from './shopify-source.ts';

const nothing = () => ({ subject: null, facts: {} });

/** Shopify's events about the shop as a whole. */
export function shopTopics(shops: Pick<Shops, 'uninstall'>) {
  return {
    'app/uninstalled': {
      read: nothing,
      handle: async ({ shop, triggeredAt, receivedAt }) =>
        ok(await shops.uninstall(shop, triggeredAt ?? receivedAt)),
    },
  } satisfies ShopifyTopics;
}
