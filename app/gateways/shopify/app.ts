import type { Session } from '@shopify/shopify-api';
import { AppDistribution, shopifyApp } from '@shopify/shopify-app-remix/server';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import type { Logger } from '#app/platform/log.ts';
import { ADMIN_API_VERSION, type ShopifyConfig, shopifyLogger } from './api.ts';

/** What the embedded pages authenticate with; routes find it in the load context. */
export type ShopifyApp = ReturnType<typeof createShopifyApp>;

interface ShopifyAppDependencies {
  config: ShopifyConfig;
  sessionStorage: SessionStorage;
  log: Logger;
  /**
   * Called with the offline session each time one was exchanged for a session token: at install, and again when a page is
   * opened after the stored token ran out. It must therefore be repeatable, and what it rejects with becomes a status 500.
   */
  afterInstall(session: Session): Promise<void>;
}

/**
 * The embedded app: Shopify-managed installation, token exchange and expiring offline tokens
 * (https://shopify.dev/docs/apps/build/authentication-authorization/access-tokens/offline-access-tokens).
 */
export function createShopifyApp({ config, sessionStorage, log, afterInstall }: ShopifyAppDependencies) {
  return shopifyApp({
    apiKey: config.shopify.apiKey,
    apiSecretKey: config.shopify.apiSecret,
    scopes: [...config.shopify.scopes],
    appUrl: config.appUrl,
    apiVersion: ADMIN_API_VERSION,
    distribution: AppDistribution.AppStore,
    sessionStorage,
    logger: shopifyLogger(log),
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    hooks: { afterAuth: ({ session }) => afterInstall(session) },
  });
}
