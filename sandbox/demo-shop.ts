import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '#app/platform/config/index.ts';
import type { Logger } from '#app/platform/log.ts';
import { parseShopDomain, type ShopDomain } from '#app/platform/tenant.ts';
import { createServices, type Services } from '#app/services.ts';
import type { SimulatedAdmin } from './admin/index.ts';
import { DEMO_OPTIONS } from './demo-options.ts';
import type { OneStockSimulator } from './onestock/index.ts';

const PATIENCE_MS = 30_000;
const POLL_MS = 50;
/** The app's library answers 410 to what it takes for a robot. */
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/150.0 Safari/537.36';

/** Opens the app as the admin does, which installs it: the app exchanges the id token for an offline token and prepares the shop. */
export async function openApp(admin: SimulatedAdmin): Promise<void> {
  await until('the app answers in the admin', async () => {
    const headers = { authorization: `Bearer ${admin.mintIdToken()}`, 'user-agent': BROWSER };
    const response = await fetch(`${admin.proxyUrl}/app`, { headers, redirect: 'manual' }).catch(() => null);
    await response?.body?.cancel();
    return response?.status === 200;
  });
}

/** The installed demo shop, and where the app keeps what it knows of it. */
export interface DemoShop {
  config: Config;
  databaseUrl: string;
  log: Logger;
  shop: string;
}

/** Ends when the app has prepared the shop: its carrier service is registered. */
export function shopIsPrepared(demo: DemoShop): Promise<void> {
  return withServices(demo, ({ shops }, shop) =>
    until('the shop is prepared', async () => (await shops.shop(shop))?.carrierServiceId != null),
  );
}

/**
 * What a merchant does after the installation, through the features that the pages use: connects OneStock, makes the three delivery
 * options, and turns the synchronization of orders on. Ends when the stores are mirrored and OneStock has the webhook.
 */
export function connectDemoShop(demo: DemoShop, oneStock: OneStockSimulator): Promise<void> {
  return withServices(demo, async ({ oneStockAccounts, deliveryOptions, settings }, shop) => {
    const account = await oneStockAccounts.saveAccount(shop, {
      siteId: oneStock.siteId,
      host: oneStock.url,
      apiVersion: 'v3',
      userId: oneStock.userId,
      password: oneStock.password,
      salesChannel: 'online_store',
    });
    if (account.isErr()) throw new Error(account.error.code);
    const checked = await oneStockAccounts.checkAccount(shop);
    if (checked.isErr()) throw new Error(checked.error.code);
    if (checked.value.state !== 'works') throw new Error(checked.value.fault ?? '');
    for (const option of DEMO_OPTIONS) {
      const saved = await deliveryOptions.save(shop, option);
      if (saved.isErr()) throw new Error(JSON.stringify(saved.error.faults));
    }
    await until('the stores are mirrored', async () => (await oneStockAccounts.stores(shop)).length > 0);
    await synchronizeOrders(settings, shop, oneStock);
  });
}

/** Turns *Synchronize orders* on, and ends when OneStock has the webhook. */
async function synchronizeOrders(
  settings: Services['settings'],
  shop: ShopDomain,
  { url }: OneStockSimulator,
): Promise<void> {
  const before = await settings.read(shop);
  if (!before) throw new Error('The app is not installed.');
  const synchronization = { ...before.values.synchronization, syncsOrders: true };
  const saved = await settings.save(shop, { version: before.version, values: { synchronization } });
  if (saved.isErr()) throw new Error(saved.error.code);
  await until('OneStock has the webhook', async () => {
    const answer = await fetch(`${url}/_control/webhooks`);
    return ((await answer.json()) as { webhooks: unknown[] }).webhooks.length > 0;
  });
}

async function withServices(
  { config, databaseUrl, log, shop: domain }: DemoShop,
  act: (services: Services, shop: ShopDomain) => Promise<void>,
): Promise<void> {
  const shop = parseShopDomain(domain);
  if (!shop) throw new Error(`${domain} is not a shop domain.`);
  const services = createServices(config, { databaseUrl, poolSize: 2, log });
  try {
    await act(services, shop);
  } finally {
    await services.close();
  }
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > deadline)
      throw new Error(`Waited ${PATIENCE_MS / 1000} s in vain until ${what}.`);
    await pause(POLL_MS);
  }
}
