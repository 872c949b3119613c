import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { HostPolicy, OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { Logger } from '#app/platform/log.ts';

/** The jobs that this feature asks for; the payload of each is {@link ShopJob}. */
export type ConnectionTask =
  | 'prepare-shop'
  | 'mirror-endpoints'
  | 'check-account'
  | 'ensure-webhook'
  | 'rotate-webhook-key';

export interface ShopJob {
  shop: string;
}

export interface ConnectionDependencies {
  database: Database;
  sealer: Sealer;
  clock: Clock;
  log: Logger;
  adminClients: AdminClients;
  oneStock: OneStockGateway;
  hostPolicy: HostPolicy;
  obstacles: Obstacles;
  jobs: Jobs<ConnectionTask>;
  /** The origin under which Shopify reaches this app, without a slash at its end. */
  appUrl: string;
}
