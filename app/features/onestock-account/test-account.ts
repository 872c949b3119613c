import { err, type Result } from 'neverthrow';
import type { ShopDomain } from '#app/platform/tenant.ts';
import {
  type AccountInput,
  type AccountRefused,
  checkAccountInput,
  invalidAccount,
} from './account-input.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { diagnoseConnection } from './diagnose-connection.ts';
import type { ConnectionDiagnosis } from './diagnosis.ts';
import { mayKeepPassword, passwordMissing } from './kept-password.ts';
import type { TestLimit, TestRefused } from './limit-tests.ts';
import { readAccount } from './read-account.ts';

/**
 * Finds out whether an account works as it is typed, saved or not ({@link diagnoseConnection}); keeps nothing. When no password is typed the
 * stored one is tried, under the rule by which it could be saved again ({@link mayKeepPassword}).
 *
 * @returns what was found, or what is to be corrected first, by field, or that the shop is to wait
 */
export async function testAccount(
  dependencies: OneStockAccountDependencies & { limit: TestLimit },
  shop: ShopDomain,
  input: AccountInput,
): Promise<Result<ConnectionDiagnosis, AccountRefused | TestRefused>> {
  const checked = checkAccountInput(input, dependencies.hostPolicy);
  if (checked.isErr()) return err(checked.error);
  const { siteId, host, apiVersion, userId, password: typed } = checked.value;
  const current = (await readAccount(dependencies, shop))?.account;
  const password = typed ?? (mayKeepPassword(current, checked.value) ? current.password : undefined);
  if (password === undefined)
    return err(invalidAccount({ password: passwordMissing(current !== undefined) }));
  const account = { siteId, host, apiVersion, userId, password };
  const inUse =
    mayKeepPassword(current, account) && current.apiVersion === apiVersion && current.password === password;
  return dependencies.limit(shop, () => diagnoseConnection(dependencies.oneStock, account, { inUse }));
}
