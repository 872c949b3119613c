import { createControl } from './control.ts';
import { createIds } from './ids.ts';
import { createOrderStore } from './orders/store.ts';
import { listen } from './server.ts';
import type { Site } from './site.ts';
import { createTokens } from './tokens.ts';
import { createWebhooks } from './webhooks/index.ts';

/** Fixed, so that a person can type them into the app. */
const credentials = { siteId: 's100', userId: 'api_user', password: 'sandbox-password' };

export interface OneStockSimulator {
  /** Origin of the simulator, such as `http://127.0.0.1:41234`; the control doors are under `${url}/_control`. */
  url: string;
  siteId: string;
  userId: string;
  password: string;
  /** Stops listening and sending, and cuts every open connection, hanging ones included. */
  close(): Promise<void>;
}

/**
 * Starts a OneStock site on 127.0.0.1 with one API user, twelve stores, two warehouses, the shared catalogue, and no order yet.
 *
 * The same clock always gives the same answers; only tokens and request ids are random.
 * @param options.port a fixed port; a free one when left out
 * @param options.now the clock that cut-offs, dates and token lifetimes follow; the system's when left out
 */
export async function startOneStock(
  options: { port?: number; now?: () => Date } = {},
): Promise<OneStockSimulator> {
  const clock = options.now ?? (() => new Date());
  const control = createControl();
  const now = () => new Date(clock().getTime() + control.settings.clockOffsetSeconds * 1000);
  const webhooks = createWebhooks(control.settings, now);
  const site: Site = {
    ...credentials,
    control,
    tokens: createTokens(now),
    orders: createOrderStore(),
    webhooks,
    newId: createIds(now),
    now,
  };
  const { url, close } = await listen(site, options.port ?? 0);
  return {
    url,
    ...credentials,
    close: async () => {
      await webhooks.close();
      await close();
    },
  };
}
