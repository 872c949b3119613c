import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { Runs } from '#app/features/runs/index.ts';
import type { HostPolicy, OneStockGateway } from '#app/gateways/onestock/index.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { Logger } from '#app/platform/log.ts';

/** How the settings, of which the account is a part, are written by one writer and with one version. */
export interface SettingsWriting {
  /** The name of the lock under which the settings of a shop are written. */
  lock(shop: string): string;
  /** What every writer of settings writes of the shop. */
  nextVersion(at: Date): Prisma.ShopUpdateInput;
}

export interface OneStockAccountDependencies {
  database: Database;
  sealer: Sealer;
  clock: Clock;
  log: Logger;
  oneStock: OneStockGateway;
  hostPolicy: HostPolicy;
  obstacles: Obstacles;
  runs: Pick<Runs, 'start' | 'startAll'>;
  settingsWriting: SettingsWriting;
  /** The origin under which OneStock reaches this app, without a slash at its end. */
  appUrl: string;
}
