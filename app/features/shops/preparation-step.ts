import type { Result } from 'neverthrow';
import type { ObstacleKey, Severity } from '#app/features/obstacles/index.ts';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';

/** Why a step of the preparation of a shop failed, and whether the preparation may succeed later with nothing changed. */
export interface PreparationError extends Cause {
  retryable: boolean;
}

/** One thing that the app needs in a shop. What it fails by becomes the obstacle of its key, which goes once it works. */
export interface PreparationStep extends ObstacleKey {
  severity: Severity;
  /** Brings it up to date. May run again at any time. */
  prepare(admin: AdminClient, shop: ShopDomain): Promise<Result<unknown, PreparationError>>;
}
