import type { Result } from 'neverthrow';
import { onePageRun, type RunKind } from '#app/features/runs/index.ts';
import type { ShopifyError } from '#app/gateways/shopify/errors.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ShopsDependencies } from './dependencies.ts';
import { install } from './install.ts';
import type { PreparationError } from './preparation-step.ts';
import { prepareAllShops } from './prepare-all-shops.ts';
import { preparedSources, prepareShop } from './prepare-shop.ts';
import { readShop, readShopByCarrierToken } from './read-shop.ts';
import { PREPARE_SHOP } from './shape.ts';
import { readShopifyLocations, type ShopifyLocation } from './shop-locations.ts';
import type { Shop } from './types.ts';
import { uninstall } from './uninstall.ts';

export type { ShopsDependencies, StoredToken } from './dependencies.ts';
export { type IdentifiedLine, itemIdOf } from './item-id.ts';
export type { PreparationError, PreparationStep } from './preparation-step.ts';
export { shopTopics } from './shop-events.ts';
export type { ShopifyLocation } from './shop-locations.ts';
export { SHOPIFY, type ShopifyTopic, type ShopifyTopics, shopifySource } from './shopify-source.ts';
export { TABLES } from './tables.ts';
export type * from './types.ts';

/** The shops that have, or had, the app. */
export interface Shops {
  /** The installed shop, or null. */
  shop(domain: ShopDomain): Promise<Shop | null>;
  /** The installed shop to whose carrier service the path token belongs, or null. */
  shopByCarrierToken(token: string): Promise<Shop | null>;
  /** See {@link install}. */
  install(shop: ShopDomain): Promise<void>;
  /** See {@link uninstall}. */
  uninstall(shop: ShopDomain, at: Date): Promise<void>;
  /** The run `prepare_shop`; see {@link prepareShop}. */
  prepareShop(shop: ShopDomain): Promise<Result<void, PreparationError>>;
  /** The sources of the obstacles about which a shop is prepared again. */
  preparedSources: readonly string[];
  /** See {@link prepareAllShops}. */
  prepareAllShops(): Promise<void>;
  /** What this feature does in runs. What a preparation fails by has obstacles of its own. */
  runs: readonly RunKind[];
  /** See {@link readShopifyLocations}. */
  shopifyLocations(shop: ShopDomain): Promise<Result<ShopifyLocation[], ShopifyError>>;
}

export function createShops(dependencies: ShopsDependencies): Shops {
  const named = { kind: PREPARE_SHOP, givenUpCode: 'prepare_shop_given_up', hasOwnObstacles: true };
  return {
    shop: (domain) => readShop(dependencies, domain),
    shopByCarrierToken: (token) => readShopByCarrierToken(dependencies, token),
    install: (shop) => install(dependencies, shop),
    uninstall: (shop, at) => uninstall(dependencies, shop, at),
    prepareShop: (shop) => prepareShop(dependencies, shop),
    preparedSources: preparedSources(dependencies),
    prepareAllShops: () => prepareAllShops(dependencies),
    runs: [onePageRun(named, (shop) => prepareShop(dependencies, shop))],
    shopifyLocations: (shop) => readShopifyLocations(dependencies, shop),
  };
}
