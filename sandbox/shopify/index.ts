import { fileURLToPath } from 'node:url';
import { readAppConfig } from './app-config.ts';
import { createControl } from './control/control.ts';
import { openInTime } from './open-in-time.ts';
import { createServerApp, listen } from './server.ts';
import type { Simulator } from './simulator.ts';
import type { ShopSeed } from './store/seed.ts';
import { createShops, type Shops } from './store/shops.ts';
import type { Store } from './store/store.ts';
import { createTimers } from './timers.ts';
import { createTokens } from './tokens/tokens.ts';
import { announceOrders } from './webhooks/announce-orders.ts';
import { createWebhooks } from './webhooks/webhooks.ts';

export interface ShopifySimulator {
  /** Origin of the simulator, such as `http://127.0.0.1:41235`; the control door is `${url}/_control`. */
  url: string;
  /** Domain of the demo shop. */
  shop: string;
  /** The demo shop's fixed token for `X-Shopify-Access-Token`: every scope, never expires. */
  accessToken: string;
  /** The demo shop itself. */
  store: Store;
  /** What the demo shop's merchant grants the app from now on: all of it, not only what is new. */
  grantScopes(scopes: readonly string[]): void;
  /** Stops listening, cuts every open connection and forgets what was to come. */
  close(): Promise<void>;
}

export interface ShopifyOptions {
  /** A fixed port; a free one when left out. */
  port?: number;
  apiKey: string;
  apiSecret: string;
  /** The app's base address, asked at each webhook. */
  appUrl: () => string;
  /**
   * The app's configuration file, whose scopes and webhook subscriptions count as deployed; `shopify.app.toml` when
   * left out.
   */
  appTomlPath?: string;
  /** The system's clock when left out. */
  now?: () => Date;
  /** Facts of the demo shop that differ from the usual ones. */
  shop?: Partial<ShopSeed>;
}

const defaultAppToml = fileURLToPath(new URL('../../shopify.app.toml', import.meta.url));

/** Starts a Shopify with one demo shop on 127.0.0.1: Admin API, tokens, webhooks, checkout and control door. */
export async function startShopify(options: ShopifyOptions): Promise<ShopifySimulator> {
  const { apiKey, apiSecret, appUrl, now = () => new Date() } = options;
  const config = readAppConfig(options.appTomlPath ?? defaultAppToml);
  const control = createControl();
  const timers = createTimers();
  const tokens = createTokens({ now, control, configuredScopes: config.scopes });
  const webhooks = createWebhooks({ config, appUrl, apiSecret, now, control, timers });
  const shops: Shops = createShops({
    now,
    demo: { domain: 'sandbox-fashion.myshopify.com', ...options.shop },
    whenRouted: (route) => timers.after(control.settings.routingDelayMs, route),
    opened(store) {
      announceOrders(store, webhooks, control.settings);
      openInTime(store, timers, control.settings);
    },
  });
  const simulator: Simulator = { apiKey, apiSecret, appUrl, now, control, timers, shops, tokens, webhooks };
  const { url, close } = await listen(createServerApp(simulator), options.port ?? 0);
  const { domain } = shops.demo.shop;
  return {
    url,
    shop: domain,
    accessToken: tokens.fixedToken(domain),
    store: shops.demo,
    grantScopes: (scopes) => tokens.regrant(domain, scopes),
    async close() {
      timers.close();
      await Promise.all([close(), webhooks.close()]);
    },
  };
}
