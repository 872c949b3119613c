import { createObstacles, type Obstacles } from '#app/features/obstacles/index.ts';
import { createRuns, type RunDependencies, type Runs } from '#app/features/runs/index.ts';
import { createOneStockGateway, type OneStockGateway } from '#app/gateways/onestock/index.ts';
import { type AdminClients, createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import { createShopifyApi } from '#app/gateways/shopify/api.ts';
import { createSessionStorage } from '#app/gateways/shopify/session-storage.ts';
import { type Clock, systemClock } from '#app/platform/clock.ts';
import type { Config } from '#app/platform/config/index.ts';
import { type Sealer, sealer } from '#app/platform/crypto/index.ts';
import { type Database, openDatabase } from '#app/platform/database/client.ts';
import { createJobs, type Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';

/** Database connections of the checkout door. */
const CHECKOUT_CONNECTIONS = 5;

/** What every feature may be built upon: the database, the queue, the outside systems, and what all features share. */
export interface Foundation {
  config: Config;
  clock: Clock;
  log: Logger;
  database: Database;
  /** Connections of its own: pages and webhooks never keep a shopper waiting for one. */
  checkoutDatabase: Database;
  sealer: Sealer;
  jobs: Jobs;
  oneStock: OneStockGateway;
  sessionStorage: ReturnType<typeof createSessionStorage>;
  adminClients: AdminClients;
  obstacles: Obstacles;
  runs: Runs;
  runDependencies: RunDependencies;
}

/** Where the features' records are, and how many connections they hold at once. */
export interface FoundationOptions {
  databaseUrl: string;
  poolSize: number;
  log: Logger;
}

export function createFoundation(
  config: Config,
  { databaseUrl, poolSize, log }: FoundationOptions,
): Foundation {
  const clock = systemClock;
  const database = openDatabase(databaseUrl, { poolSize, log });
  const { pool } = database;
  const seal = sealer(config.encryption.keys);
  const jobs = createJobs(pool);
  const sessionStorage = createSessionStorage(database, seal, log);
  const api = createShopifyApi(config, log);
  const obstacles = createObstacles(database, clock);
  const runDependencies = { database, jobs, obstacles, clock, log };
  return {
    config,
    clock,
    log,
    database,
    checkoutDatabase: openDatabase(databaseUrl, { poolSize: CHECKOUT_CONNECTIONS, log }),
    sealer: seal,
    jobs,
    oneStock: createOneStockGateway({ log, clock, policy: config.oneStock }),
    sessionStorage,
    adminClients: createAdminClients({ api, sessionStorage, pool, clock, log }),
    obstacles,
    runs: createRuns(runDependencies),
    runDependencies,
  };
}
