import { ok, type Result } from 'neverthrow';
import type { NamedThing, OneStockError } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { readAccount } from './read-account.ts';

/** A page waits for it. */
const LIST_TIMEOUT_MS = 4_000;

/**
 * The sales channels of the shop's OneStock site, as OneStock tells them now; none without an account.
 * Errors are the gateway's: `onestock_forbidden` when the policy withholds them.
 */
export function readSalesChannels(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
): Promise<Result<NamedThing[], OneStockError>> {
  return list(dependencies, shop, 'salesChannels');
}

/** The ruleset chainings of the shop's OneStock site; see {@link readSalesChannels}. */
export function readRulesetChainings(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
): Promise<Result<NamedThing[], OneStockError>> {
  return list(dependencies, shop, 'rulesetChainings');
}

async function list(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
  what: 'salesChannels' | 'rulesetChainings',
): Promise<Result<NamedThing[], OneStockError>> {
  const connection = await readAccount(dependencies, shop);
  if (!connection) return ok([]);
  const listed = await dependencies.oneStock[what](connection.account, { timeoutMs: LIST_TIMEOUT_MS });
  return listed.map((things) => things.toSorted((one, other) => one.name.localeCompare(other.name)));
}
