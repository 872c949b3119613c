import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SCOPES, loadConfig } from '#app/platform/config/index.ts';
import { startEmbeddedDatabase } from '#app/platform/database/embedded.ts';
import { migrate } from '#app/platform/database/migrate.ts';
import { createLogger } from '#app/platform/log.ts';
import { startAdmin } from './admin/index.ts';
import { ensureBuild } from './build.ts';
import { connectDemoShop, openApp, shopIsPrepared } from './demo-shop.ts';
import { startOneStock } from './onestock/index.ts';
import { choosePorts } from './ports.ts';
import { startShopify } from './shopify/index.ts';
import { attachEverywhere } from './shopify/store/attach-everywhere.ts';
import { type Supervised, supervise } from './supervise.ts';

const PORTS = ['admin', 'app', 'shopify', 'onestock', 'web', 'database'] as const;
const API_KEY = 'sandbox-client-id';
const API_SECRET = 'sandbox-client-secret';
const STAND_IN = new URL('./shopify/stand-in.ts', import.meta.url).pathname;
const script = (path: string) => new URL(`../app/${path}`, import.meta.url).pathname;

/** What a person or a test needs to know of a running sandbox; the READY line is its JSON. */
export interface ReadyFacts {
  /** The app's public address, which browsers and Shopify call. */
  app: string;
  /** The app within the simulated admin. */
  admin: string;
  checkout: string;
  /** The shop's orders with their metafields. */
  orders: string;
  shop: string;
  apiKey: string;
  apiSecret: string;
  carrierCallbackUrl: string;
  adminGraphql: string;
  accessToken: string;
  onestock: { url: string; siteId: string; userId: string; password: string; control: string };
  shopify: { url: string; control: string };
  databaseUrl: string;
  /** The web process itself, behind the app's public address. */
  web: string;
  /** What the app's processes run with: enough to start one more beside them. */
  environment: Record<string, string>;
  /** As they were when the sandbox was ready; a process that dies is started again under another id. */
  processes: { web: number; worker: number };
}

export interface SandboxOptions {
  /** The first of six ports in a row; free ones when null. */
  basePort: number | null;
  /** Ends with the installation: no OneStock, no delivery option, no rate attached. All of that is left to whoever walks the set-up. */
  isEmpty: boolean;
  /** Whether the database waits for the disk, as in production. Only a machine that goes down tells the difference, and a measurement. */
  isDurable: boolean;
}

export interface Sandbox {
  ready: ReadyFacts;
  /** Never resolves; rejects when a process of the app cannot be kept running. */
  failed: Promise<never>;
  /** Ends every process and server, and removes the database. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL, the simulated OneStock and Shopify, and the app's web and worker processes as in production; installs the app in the
 * demo shop by opening it in the admin, connects the shop, and attaches its rates everywhere.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const closing: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    return { ...(await start(options, closing)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  { basePort, isEmpty, isDurable }: SandboxOptions,
  closing: (() => Promise<void>)[],
): Promise<Pick<Sandbox, 'ready' | 'failed'>> {
  const building = ensureBuild();
  building.catch(() => {});
  const ports = await choosePorts(PORTS, basePort);
  const dataDirectory = join(tmpdir(), `onestock-sandbox-${randomUUID()}`);
  closing.push(() => rm(dataDirectory, { recursive: true, force: true }));
  const log = createLogger(process.env.LOG_LEVEL ?? 'warn');
  const database = await startEmbeddedDatabase({
    dataDirectory,
    port: ports.database,
    isDisposable: !isDurable,
    log,
  });
  closing.push(database.stop);
  const migrating = migrate(database.url, log);
  migrating.catch(() => {});

  const appUrl = `http://127.0.0.1:${ports.app}`;
  const oneStock = await startOneStock({ port: ports.onestock });
  closing.push(oneStock.close);
  const shopify = await startShopify({
    port: ports.shopify,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    appUrl: () => appUrl,
  });
  closing.push(shopify.close);
  const web = `http://127.0.0.1:${ports.web}`;
  const checkout = `${shopify.url}/checkout`;
  const orders = `${shopify.url}/orders`;
  const admin = await startAdmin({
    port: ports.admin,
    proxyPort: ports.app,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    shop: shopify.shop,
    shopName: shopify.store.shop.name,
    appTarget: () => web,
    shopifyApi: shopify,
    scopes: DEFAULT_SCOPES,
    onScopesChanged: shopify.grantScopes,
    links: [
      { label: 'Checkout', href: checkout },
      { label: 'Orders', href: orders },
    ],
  });
  closing.push(admin.close);

  const env = {
    NODE_ENV: 'production',
    PORT: String(ports.web),
    LISTEN_HOST: '127.0.0.1',
    SHOPIFY_APP_URL: appUrl,
    SHOPIFY_API_KEY: API_KEY,
    SHOPIFY_API_SECRET: API_SECRET,
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `sandbox:${randomBytes(32).toString('base64')}`,
    ONESTOCK_ALLOWED_HOSTS: new URL(oneStock.url).host,
    ONESTOCK_ALLOW_PRIVATE_ADDRESSES: '1',
    ONESTOCK_ALLOW_HTTP: '1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    SANDBOX_SHOPIFY_URL: shopify.url,
  };
  await Promise.all([building, migrating]);
  const processes = startProcesses(env);
  closing.push(async () => {
    await Promise.all([processes.web.stop(), processes.worker.stop()]);
  });
  const config = loadConfig(env, { role: 'all' })._unsafeUnwrap();
  await Promise.race([openApp(admin), processes.failed]);
  const demo = { config, databaseUrl: database.url, log, shop: shopify.shop };
  await Promise.race([shopIsPrepared(demo), processes.failed]);
  if (!isEmpty) await Promise.race([connectDemoShop(demo, oneStock), processes.failed]);

  const [carrierService] = shopify.store.carrierServices.values();
  if (!carrierService) throw new Error('The app registered no carrier service in the simulated shop.');
  if (!isEmpty) attachEverywhere(shopify.store);
  const ready: ReadyFacts = {
    app: appUrl,
    admin: admin.appPage,
    checkout,
    orders,
    shop: shopify.shop,
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    carrierCallbackUrl: carrierService.callbackUrl,
    adminGraphql: `${shopify.url}/admin/api/2026-10/graphql.json`,
    accessToken: shopify.accessToken,
    onestock: {
      url: oneStock.url,
      siteId: oneStock.siteId,
      userId: oneStock.userId,
      password: oneStock.password,
      control: `${oneStock.url}/_control`,
    },
    shopify: { url: shopify.url, control: `${shopify.url}/_control` },
    databaseUrl: database.url,
    web,
    environment: env,
    processes: { web: processes.web.pid(), worker: processes.worker.pid() },
  };
  return { ready, failed: processes.failed };
}

function startProcesses(env: Record<string, string>): {
  web: Supervised;
  worker: Supervised;
  /** Never resolves; rejects when a process cannot be kept running. */
  failed: Promise<never>;
} {
  const { promise: failed, reject } = Promise.withResolvers<never>();
  failed.catch(() => {});
  const run = (name: string, file: string) =>
    supervise(['--import', STAND_IN, script(file)], env, (code) =>
      reject(new Error(`The ${name} process ends at once with code ${code}; its log stands above.`)),
    );
  return { web: run('web', 'server.ts'), worker: run('worker', 'worker.ts'), failed };
}
