import { type Activity, createActivity } from '#app/features/activity/index.ts';
import {
  type Connection,
  createConnection,
  shopifySource,
  shopTopics,
} from '#app/features/connection/index.ts';
import { PREPARED_SOURCES } from '#app/features/connection/shape.ts';
import { createDeliveryOptions, type DeliveryOptions } from '#app/features/delivery-options/index.ts';
import { createHealth, type Health, type RemedyHandlers } from '#app/features/health/index.ts';
import { createInbox, type Inbox } from '#app/features/inbox/index.ts';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createOrders, type Orders, oneStockSource, orderTopics } from '#app/features/orders/index.ts';
import {
  createDeliveryPromises,
  createOptionLooks,
  createRateTrials,
  type DeliveryPromises,
  type OptionLooks,
  type RateTrials,
} from '#app/features/promise/index.ts';
import { createRecords, privacyTopics, type Records } from '#app/features/records/index.ts';
import { createRunSteps, createRuns, type RunSteps, type Runs } from '#app/features/runs/index.ts';
import { createSettings, type Settings } from '#app/features/settings/index.ts';
import { createTexts, type Texts } from '#app/features/texts/index.ts';
import { createOneStockGateway } from '#app/gateways/onestock/index.ts';
import { createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import { createShopifyApi } from '#app/gateways/shopify/api.ts';
import { createShopifyApp, type ShopifyApp } from '#app/gateways/shopify/app.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { createSessionStorage } from '#app/gateways/shopify/session-storage.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Config } from '#app/platform/config/index.ts';
import { sealer } from '#app/platform/crypto/index.ts';
import { type Database, openDatabase } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';
import { createRegistry, type Registry } from '#app/platform/metrics.ts';
import { parseShopDomain, type ShopDomain } from '#app/platform/tenant.ts';
import { causeText } from './words/say.ts';
import { speakWords } from './words/speak.ts';

/** Database connections of the checkout door. */
const CHECKOUT_CONNECTIONS = 5;

/** Every feature, built once from what it depends on. */
export interface Services {
  database: Database;
  connection: Connection;
  deliveryOptions: DeliveryOptions;
  promises: DeliveryPromises;
  rateTrials: RateTrials;
  optionLooks: OptionLooks;
  /** What this process counts and measures. */
  registry: Registry;
  orders: Orders;
  settings: Settings;
  activity: Activity;
  runs: Runs;
  runSteps: RunSteps;
  texts: Texts;
  health: Health;
  inbox: Inbox;
  records: Records;
  /** Shopify's own part of the embedded pages. */
  shopify: ShopifyApp;
  /** Writes what waits to be written, then closes every connection. */
  close(): Promise<void>;
}

/**
 * Builds the features upon the database at `databaseUrl`. Nothing is asked of an outside system yet.
 * @param poolSize the most database connections that these services hold at once
 */
export function createServices(
  config: Config,
  { databaseUrl, poolSize, log }: { databaseUrl: string; poolSize: number; log: Logger },
): Services {
  const clock = systemClock;
  const hostPolicy = config.oneStock;
  const database = openDatabase(databaseUrl, { poolSize, log });
  const { pool } = database;
  const seal = sealer(config.encryption.keys);
  const jobs = createJobs(pool);
  const words = speakWords('en');
  const oneStock = createOneStockGateway({ log, clock, policy: hostPolicy });
  const sessionStorage = createSessionStorage(database.prisma, seal, log);
  const api = createShopifyApi(config, log);
  const adminClients = createAdminClients({ api, sessionStorage, pool, clock, log });
  const obstacles = createObstacles(database, clock);
  const deliveryOptions = createDeliveryOptions(database, clock);
  const runDependencies = { database, jobs, obstacles, clock, log };
  const runs = createRuns(runDependencies);
  const connectionTo = (reached: Database) =>
    createConnection({
      database: reached,
      sealer: seal,
      clock,
      log,
      adminClients,
      oneStock,
      hostPolicy,
      obstacles,
      runs,
      appUrl: config.appUrl,
    });
  const connection = connectionTo(database);
  // Connections of its own: pages and webhooks never keep a shopper waiting for one.
  const checkoutDatabase = openDatabase(databaseUrl, { poolSize: CHECKOUT_CONNECTIONS, log });
  const registry = createRegistry();
  const promises = createDeliveryPromises({
    registry,
    tracesPerShopAndDay: config.tracesPerShopAndDay,
    database: checkoutDatabase,
    oneStock,
    connection: connectionTo(checkoutDatabase),
    deliveryOptions: createDeliveryOptions(checkoutDatabase, clock),
    obstacles,
    clock,
    log,
  });
  const rateTrials = createRateTrials({
    database,
    connection,
    deliveryOptions,
    adminClients,
    oneStock,
    promises,
    clock,
    log,
  });
  const orders = createOrders({
    database,
    jobs,
    connection,
    deliveryOptions,
    adminClients,
    oneStock,
    obstacles,
    say: (cause) => causeText(words, cause),
    clock,
    log,
  });
  const records = createRecords({ database, connection });
  const inbox = createInbox({
    database,
    obstacles,
    clock,
    log,
    sources: [
      shopifySource({
        ...shopTopics(connection),
        ...privacyTopics(records),
        ...orderTopics(orders),
      }),
      oneStockSource,
    ],
  });
  const shopify = createShopifyApp({
    config,
    sessionStorage,
    log,
    afterInstall: async (session) => {
      const shop = parseShopDomain(session.shop);
      if (shop) await connection.install(shop);
    },
  });
  return {
    database,
    connection,
    deliveryOptions,
    promises,
    rateTrials,
    optionLooks: createOptionLooks({ connection, deliveryOptions, clock }),
    registry,
    orders,
    settings: createSettings({ database, clock, ...connection.settings }),
    activity: createActivity({ database, clock }),
    health: createHealth({
      database,
      clock,
      adminClients,
      obstacles,
      connection,
      deliveryOptions,
      remedyHandlers: remedyHandlers({ inbox, connection, orders, runs }),
    }),
    runs,
    runSteps: createRunSteps({ ...runDependencies, kinds: [...connection.runs, orders.export.sweepRun] }),
    texts: createTexts({ connection, deliveryOptions, clock }),
    inbox,
    records,
    shopify,
    async close() {
      await promises.close();
      await oneStock.close();
      await Promise.all([database.close(), checkoutDatabase.close()]);
    },
  };
}

/** Who tries again, or lets be, what stands in the way, by the source of the obstacle. */
function remedyHandlers({
  inbox,
  connection,
  orders,
  runs,
}: Pick<Services, 'inbox' | 'connection' | 'orders' | 'runs'>): RemedyHandlers {
  const prepare = {
    // What still fails stands on the list with its reason.
    retry: async (shop: ShopDomain, ids: readonly string[]) => {
      await connection.prepareShop(shop);
      return ids.length;
    },
  };
  const synchronizeAgain = {
    retry: async (shop: ShopDomain, ids: readonly string[]) =>
      (await orders.export.resynchronize(shop, ids as readonly OrderId[])).isOk() ? ids.length : 0,
  };
  return {
    promise: { retry: orders.promise.retry, dismiss: orders.promise.dismiss },
    export: synchronizeAgain,
    comparison: synchronizeAgain,
    event: { retry: inbox.retry, dismiss: inbox.dismiss },
    run: { retry: runs.retryLast },
    ...Object.fromEntries(PREPARED_SOURCES.map((source) => [source, prepare])),
  };
}
