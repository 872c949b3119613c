import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { Runs } from '#app/features/runs/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { PreparationStep } from './preparation-step.ts';
import type { CheckoutChoices } from './types.ts';

/** The secret path token of a new shop, as it is stored. */
export interface StoredToken {
  carrierToken: string;
  carrierTokenHash: string;
}

export interface ShopsDependencies {
  database: Database;
  clock: Clock;
  adminClients: AdminClients;
  obstacles: Pick<Obstacles, 'raise' | 'clear'>;
  runs: Pick<Runs, 'start' | 'startAll'>;
  /** Reads the choices out of the stored settings of a shop. */
  checkoutChoices(settings: unknown): CheckoutChoices;
  /** Makes the path token of a shop that installs the app for the first time. */
  newToken(shop: ShopDomain): StoredToken;
  /** What other features need in a shop, prepared after this feature's own. */
  steps: readonly PreparationStep[];
  /** What a shop that comes back brings about, within the transaction by which it is back. */
  whenBack(transaction: Prisma.TransactionClient, shop: ShopDomain): Promise<void>;
  /** What follows once a shop has left. Nothing waits for it but the event that told so. */
  whenLeft(shop: ShopDomain): Promise<void>;
}
