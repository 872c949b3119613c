import type { Runs } from '#app/features/runs/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';

export interface CarrierServiceDependencies {
  database: Database;
  sealer: Sealer;
  adminClients: AdminClients;
  runs: Pick<Runs, 'startAll'>;
  /** The origin under which Shopify reaches this app, without a slash at its end. */
  appUrl: string;
}
