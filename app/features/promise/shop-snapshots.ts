import { LRUCache } from 'lru-cache';
import type { Connection } from '#app/features/connection/index.ts';
import type { DeliveryOptions } from '#app/features/delivery-options/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { ShopSnapshot } from './types.ts';

/** A snapshot is read again after this even if no notification came. */
const LIFE_MS = 30_000;
const MOST_SHOPS = 5000;

/** The configuration of shops, kept in memory for the checkout door. */
export interface ShopSnapshots {
  /** The shop to which the path token of a carrier service belongs, or null. */
  byCarrierToken(token: string): Promise<ShopSnapshot | null>;
  /** Reads the shop's configuration again at the next request. */
  forget(shop: string): void;
  /** The same for every shop: after notifications may have been missed. */
  forgetAll(): void;
}

export function createShopSnapshots(dependencies: {
  connection: Pick<Connection, 'shopByCarrierToken' | 'account' | 'stores'>;
  deliveryOptions: Pick<DeliveryOptions, 'list'>;
}): ShopSnapshots {
  const { connection, deliveryOptions } = dependencies;
  const cache = new LRUCache<string, ShopSnapshot>({
    max: MOST_SHOPS,
    ttl: LIFE_MS,
    // Requests that come together while a snapshot is read wait for the one reading.
    fetchMethod: async (token) => (await read(token)) ?? undefined,
  });

  async function read(token: string): Promise<ShopSnapshot | null> {
    const shop = await connection.shopByCarrierToken(token);
    if (shop === null) return null;
    const [account, options, stores] = await Promise.all([
      connection.account(shop.domain),
      deliveryOptions.list(shop.domain),
      connection.stores(shop.domain),
    ]);
    return { shop, connection: account, options: options.filter(({ active }) => active), stores };
  }

  return {
    byCarrierToken: async (token) => (await cache.fetch(token)) ?? null,
    forget(shop) {
      for (const [token, snapshot] of cache.entries()) {
        if (snapshot.shop.domain === (shop as ShopDomain)) cache.delete(token);
      }
    },
    forgetAll: () => cache.clear(),
  };
}
