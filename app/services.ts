import type { CarrierService } from '#app/features/carrier-service/index.ts';
import {
  createDeliveryOptions,
  createTexts,
  type DeliveryOptions,
  type Texts,
} from '#app/features/delivery-options/index.ts';
import { createHealth, type Health } from '#app/features/health/index.ts';
import { createInbox, type Inbox } from '#app/features/inbox/index.ts';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import {
  clearWhileOff,
  createOrders,
  type Orders,
  oneStockSource,
  orderTopics,
  takeUpCorrected,
} from '#app/features/orders/index.ts';
import {
  createDeliveryPromises,
  createOptionPreviews,
  createRatePreviews,
  createTraces,
  type DeliveryPromises,
  type OptionPreviews,
  previewTexts,
  type RatePreviews,
  type Traces,
  warmUp,
} from '#app/features/promise/index.ts';
import { createRecords, privacyTopics, type Records } from '#app/features/records/index.ts';
import { createRunSteps, type RunSteps, type Runs } from '#app/features/runs/index.ts';
import { createSettings, type Settings } from '#app/features/settings/index.ts';
import { type Shops, shopifySource, shopTopics } from '#app/features/shops/index.ts';
import { createShopifyApp, type ShopifyApp } from '#app/gateways/shopify/app.ts';
import type { Config } from '#app/platform/config/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createRegistry, type Registry } from '#app/platform/metrics.ts';
import { parseShopDomain } from '#app/platform/tenant.ts';
import { createFoundation, type Foundation, type FoundationOptions } from './services/foundation.ts';
import { remedyHandlers } from './services/remedies.ts';
import { createShopTies, type ShopTies } from './services/shop-ties.ts';
import { causeText } from './words/say.ts';
import { speakWords } from './words/speak.ts';

/** Every feature, built once from what it depends on. */
export interface Services {
  database: Database;
  shops: Shops;
  oneStockAccounts: OneStockAccounts;
  carrierService: CarrierService;
  deliveryOptions: DeliveryOptions;
  promises: DeliveryPromises;
  /** See {@link warmUp}. */
  warmUp(): Promise<void>;
  ratePreviews: RatePreviews;
  optionPreviews: OptionPreviews;
  traces: Traces;
  /** What this process counts and measures. */
  registry: Registry;
  orders: Orders;
  settings: Settings;
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

/** What a shop has set up: its ties, its delivery options and its settings. */
type SetUp = ShopTies & Pick<Services, 'deliveryOptions' | 'settings'>;

/**
 * Builds the features upon the database at `databaseUrl`. Nothing is asked of an outside system yet.
 * @param options.poolSize the most database connections that these services hold at once
 */
export function createServices(config: Config, options: FoundationOptions): Services {
  const foundation = createFoundation(config, options);
  const { clock, database, checkoutDatabase, obstacles, runs, oneStock } = foundation;
  const setUp = createSetUp(foundation);
  const { shops, oneStockAccounts, carrierService, deliveryOptions } = setUp;
  const registry = createRegistry();
  const { promises, warmUp } = createCheckout(foundation, registry);
  const orders = createOrderFeature(foundation, setUp);
  const records = createRecords({ database, obstacles });
  const inbox = createEventInbox(foundation, { shops, records, orders });
  return {
    database,
    ...setUp,
    registry,
    orders,
    promises,
    warmUp,
    ratePreviews: createRatePreviews({ ...foundation, ...setUp, promises }),
    optionPreviews: createOptionPreviews({ shops, oneStockAccounts, deliveryOptions, clock }),
    traces: createTraces(database),
    texts: createTexts({ shops, oneStockAccounts, deliveryOptions, wordExample: previewTexts, clock }),
    health: createHealth({
      database,
      clock,
      adminClients: foundation.adminClients,
      obstacles,
      carrierService,
      deliveryOptions,
      remedyHandlers: remedyHandlers({ inbox, shops, orders, runs }),
    }),
    runs,
    runSteps: createRunSteps({
      ...foundation.runDependencies,
      kinds: [...shops.runs, ...oneStockAccounts.runs, orders.export.sweepRun],
    }),
    inbox,
    records,
    shopify: createEmbeddedApp(foundation, shops),
    async close() {
      await promises.close();
      await oneStock.close();
      await Promise.all([database.close(), checkoutDatabase.close()]);
    },
  };
}

function createSetUp(foundation: Foundation): SetUp {
  const { database, clock } = foundation;
  const ties = createShopTies(tiesOf(foundation));
  const { oneStockAccounts } = ties;
  return {
    ...ties,
    deliveryOptions: createDeliveryOptions(database, clock),
    settings: createSettings({
      database,
      clock,
      ...oneStockAccounts.settings,
      endpointNames: oneStockAccounts.endpointNames,
      async whenSaved(transaction, shop, saved) {
        await oneStockAccounts.startWebhook(transaction, shop);
        await clearWhileOff(foundation.obstacles, transaction, shop);
        await takeUpCorrected(transaction, shop, saved, clock.now());
      },
    }),
  };
}

function tiesOf(foundation: Foundation) {
  const { config } = foundation;
  return { ...foundation, hostPolicy: config.oneStock, appUrl: config.appUrl };
}

/** What shoppers wait for reads what it needs over the connections of the checkout. */
function createCheckout(foundation: Foundation, registry: Registry): Pick<Services, 'promises' | 'warmUp'> {
  const { checkoutDatabase: database, config, clock, log, obstacles, oneStock } = foundation;
  const ties = createShopTies({ ...tiesOf(foundation), database });
  const deliveryOptions = createDeliveryOptions(database, clock);
  const shared = { ...ties, deliveryOptions, database, oneStock, clock, log };
  const { tracesPerShopAndDay } = config;
  const promises = createDeliveryPromises({ ...shared, registry, tracesPerShopAndDay, obstacles });
  return { promises, warmUp: () => warmUp({ ...shared, promises }) };
}

function createOrderFeature(
  foundation: Foundation,
  { shops, oneStockAccounts, deliveryOptions }: SetUp,
): Orders {
  const { database, jobs, adminClients, oneStock, obstacles, clock, log } = foundation;
  const words = speakWords('en');
  return createOrders({
    ...{ database, jobs, adminClients, oneStock, obstacles, clock, log },
    ...{ shops, oneStockAccounts, deliveryOptions },
    say: (cause) => causeText(words, cause),
  });
}

function createEventInbox(
  { database, obstacles, clock, log }: Foundation,
  { shops, records, orders }: Pick<Services, 'shops' | 'records' | 'orders'>,
): Inbox {
  const topics = { ...shopTopics(shops), ...privacyTopics(records), ...orderTopics(orders) };
  return createInbox({ database, obstacles, clock, log, sources: [shopifySource(topics), oneStockSource] });
}

function createEmbeddedApp({ config, sessionStorage, log }: Foundation, shops: Pick<Shops, 'install'>) {
  return createShopifyApp({
    config,
    sessionStorage,
    log,
    afterInstall: async (session) => {
      const shop = parseShopDomain(session.shop);
      if (shop) await shops.install(shop);
    },
  });
}
