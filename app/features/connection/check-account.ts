import { err, ok, type Result } from 'neverthrow';
import type { OneStockError } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import { readAccount } from './read-account.ts';

/** There is no account to use. */
export interface AccountMissing {
  code: 'account_missing';
  retryable: false;
  message: string;
}

const ACCOUNT_MISSING: AccountMissing = {
  code: 'account_missing',
  retryable: false,
  message:
    'The shop is not connected to OneStock, so shoppers see the fallback of each delivery option. Enter the account in the connection settings.',
};

/**
 * Asks OneStock whether the account works, and keeps when it was asked and, as the problem `onestock_connection`, why it does
 * not. An answer about an account that was changed meanwhile is given back but not kept.
 */
export async function checkAccount(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
): Promise<Result<void, OneStockError | AccountMissing>> {
  const { database, oneStock, problems, clock } = dependencies;
  const connection = await readAccount(dependencies, shop);
  if (!connection) return err(ACCOUNT_MISSING);
  const checked = await oneStock.check(connection.account);

  const { count } = await database.prisma.oneStockConnection.updateMany({
    where: { shop, version: connection.version },
    data: { checkedAt: clock.now() },
  });
  if (count === 1 && checked.isOk()) await problems.clear(shop, 'onestock_connection');
  if (count === 1 && checked.isErr()) {
    const { retryable, message } = checked.error;
    const severity = retryable ? 'warning' : 'critical';
    await problems.raise(shop, { key: 'onestock_connection', severity, message });
  }
  return checked.isOk() ? ok() : err(checked.error);
}
