import { err, type Result } from 'neverthrow';
import type { NamedThing, OneStockError } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { ACCOUNT_MISSING, type AccountMissing } from './check-account.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { readAccount } from './read-account.ts';

/**
 * Within the time for which a page waits for its parts (`app/ui/part.ts`), so that why OneStock gave no answer is still told,
 * milliseconds.
 */
const TIMEOUT_MS = 4_000;

/** The delivery methods that promises can be asked for, as OneStock names them now. Asks OneStock each time. */
export async function deliveryMethods(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
): Promise<Result<NamedThing[], OneStockError | AccountMissing>> {
  const connection = await readAccount(dependencies, shop);
  if (!connection) return err(ACCOUNT_MISSING);
  return dependencies.oneStock.deliveryConfigs(connection.account, { timeoutMs: TIMEOUT_MS });
}
