import type { ShopifyApp } from '#app/gateways/shopify/app.ts';
import type { Logger } from '#app/platform/log.ts';
import type { Services } from './services.ts';

/**
 * What the pages ask of the features. It must also answer for a shop whose installation has only begun: a page does not wait for the
 * end of it.
 */
export type PageServices = Pick<
  Services,
  | 'shops'
  | 'oneStockAccounts'
  | 'carrierService'
  | 'deliveryOptions'
  | 'promises'
  | 'traces'
  | 'ratePreviews'
  | 'optionPreviews'
  | 'orders'
  | 'settings'
  | 'runs'
  | 'texts'
  | 'health'
  | 'inbox'
>;

/**
 * What a loader or an action is given. The page bundle holds a second copy of whatever it imports, so nothing with a state
 * or an identity may be imported there: it comes from here.
 */
export interface PageContext {
  shopify: ShopifyApp;
  /** The app's client id, which App Bridge asks for. */
  apiKey: string;
  services: PageServices;
  log: Logger;
}

declare module '@remix-run/server-runtime' {
  interface AppLoadContext extends PageContext {}
}
