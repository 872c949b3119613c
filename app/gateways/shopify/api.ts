import '@shopify/shopify-app-remix/adapters/node';
import { ApiVersion, LogSeverity, type Shopify, shopifyApi } from '@shopify/shopify-api';
import type { Config } from '#app/platform/config/index.ts';
import type { Logger } from '#app/platform/log.ts';

/** The one version of the Admin API that the app speaks; `admin.generated.ts` is made from its schema. */
export const ADMIN_API_VERSION = ApiVersion.October26;

/** The part of the configuration that Shopify's libraries need. */
export type ShopifyConfig = Pick<Config, 'appUrl' | 'shopify'>;

/** Shopify's library, for what happens outside a page: sessions, token refresh, shop domains. */
export function createShopifyApi(config: ShopifyConfig, log: Logger): Shopify {
  const appUrl = new URL(config.appUrl);
  return shopifyApi({
    apiKey: config.shopify.apiKey,
    apiSecretKey: config.shopify.apiSecret,
    scopes: [...config.shopify.scopes],
    hostName: appUrl.host,
    hostScheme: appUrl.protocol === 'http:' ? 'http' : 'https',
    apiVersion: ADMIN_API_VERSION,
    isEmbeddedApp: true,
    logger: shopifyLogger(log),
  });
}

/** Hands the library's warnings and errors to our log. Below that it writes whole session tokens. */
export function shopifyLogger(log: Logger) {
  return {
    level: LogSeverity.Warning,
    timestamps: false,
    log: async (severity: LogSeverity, message: string) => {
      const entry = { component: 'shopify' };
      if (severity === LogSeverity.Error) log.error(entry, message);
      else log.warn(entry, message);
    },
  };
}
