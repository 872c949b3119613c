import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { Runs } from '#app/features/runs/index.ts';
import type { HostPolicy, OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Logger } from '#app/platform/log.ts';

/** The runs that this feature makes. */
export type ConnectionRun =
  | 'prepare_shop'
  | 'mirror_stores'
  | 'check_account'
  | 'ensure_webhook'
  | 'rotate_webhook_key';

export interface ConnectionDependencies {
  database: Database;
  sealer: Sealer;
  clock: Clock;
  log: Logger;
  adminClients: AdminClients;
  oneStock: OneStockGateway;
  hostPolicy: HostPolicy;
  obstacles: Obstacles;
  runs: Pick<Runs, 'start' | 'startAll'>;
  /** The origin under which Shopify reaches this app, without a slash at its end. */
  appUrl: string;
}
