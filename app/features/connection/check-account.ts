import { err, ok, type Result } from 'neverthrow';
import type { Problems } from '#app/features/activity/index.ts';
import type { OneStockConnection } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import { diagnoseConnection } from './diagnose-connection.ts';
import type { ConnectionDiagnosis } from './diagnosis.ts';
import { readAccount } from './read-account.ts';

/** There is no account to use. */
export interface AccountMissing {
  code: 'account_missing';
  retryable: false;
  message: string;
}

/** What stands for the account of a shop that has none. */
export const ACCOUNT_MISSING: AccountMissing = {
  code: 'account_missing',
  retryable: false,
  message:
    'The shop is not connected to OneStock, so shoppers see the fallback of each delivery option. Enter the account in the connection settings.',
};

/** No promise can be had. */
export const FAILING = 'onestock_connection';
/** Promises can be had, but not all that the app needs. */
export const LIMITED = 'onestock_access';

/**
 * Finds out whether the saved account works ({@link diagnoseConnection}), and keeps when that was asked and, as the problem
 * `onestock_connection` or `onestock_access`, why it does not or not wholly. An answer about an account that was changed meanwhile is given
 * back but not kept.
 */
export async function checkAccount(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
): Promise<Result<ConnectionDiagnosis, AccountMissing>> {
  const { database, oneStock, clock } = dependencies;
  const connection = await readAccount(dependencies, shop);
  if (!connection) return err(ACCOUNT_MISSING);
  const diagnosis = await diagnoseConnection(oneStock, connection.account, { inUse: true });

  const { count } = await database.prisma.oneStockConnection.updateMany({
    where: { shop, version: connection.version },
    data: { checkedAt: clock.now() },
  });
  if (count === 1) await keepProblem(dependencies.problems, shop, diagnosis, connection.account);
  return ok(diagnosis);
}

/** Raises or clears, by what was found of the account, which is in use, the problems {@link FAILING} and {@link LIMITED}. */
export async function keepProblem(
  problems: Problems,
  shop: ShopDomain,
  { state, fault, refused, retryable }: ConnectionDiagnosis,
  { host, siteId, userId }: Pick<OneStockConnection, 'host' | 'siteId' | 'userId'>,
): Promise<void> {
  const severity = state === 'fails' && !retryable ? 'critical' : 'warning';
  const present = { works: null, limited: LIMITED, fails: FAILING }[state];
  const cause = fault && { code: fault, params: { host, siteId, userId, refused: refused.join(', ') } };
  const message = [fault, ...refused].join(', ');
  for (const key of [FAILING, LIMITED]) {
    if (key === present) await problems.raise(shop, { key, severity, message, ...(cause && { cause }) });
    else await problems.clear(shop, key);
  }
}
