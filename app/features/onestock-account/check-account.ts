import { err, ok, type Result } from 'neverthrow';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OneStockConnection } from '#app/gateways/onestock/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { diagnoseConnection } from './diagnose-connection.ts';
import type { ConnectionDiagnosis, ConnectionFault } from './diagnosis.ts';
import { readAccount } from './read-account.ts';
import { ACCOUNT_CODES, type AccountCause, type AccountSource, ONESTOCK_ACCOUNT } from './shape.ts';

/** There is no account to use. */
export interface AccountMissing {
  code: 'account_missing';
  retryable: false;
}

/** What stands for the account of a shop that has none. */
export const ACCOUNT_MISSING: AccountMissing = { code: 'account_missing', retryable: false };

/**
 * Finds out whether the saved account works ({@link diagnoseConnection}), and keeps when that was asked and, as the obstacle
 * `onestock_connection` or `onestock_access`, why it does not or not wholly. An answer about an account that was changed meanwhile is given
 * back but not kept.
 */
export async function checkAccount(
  dependencies: OneStockAccountDependencies,
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
  if (count === 1) await keepObstacle(dependencies.obstacles, shop, diagnosis, connection.account);
  return ok(diagnosis);
}

/** The obstacles of an account, by what was found of it. */
const PRESENT = {
  works: null,
  limited: 'onestock_access',
  fails: 'onestock_connection',
} as const satisfies Record<ConnectionDiagnosis['state'], AccountSource | null>;

/** Raises or clears, by what was found of the account, which is in use, the obstacles `onestock_connection` and `onestock_access`. */
export async function keepObstacle(
  obstacles: Obstacles,
  shop: ShopDomain,
  { state, fault, refused, retryable }: ConnectionDiagnosis,
  { host, siteId, userId }: Pick<OneStockConnection, 'host' | 'siteId' | 'userId'>,
): Promise<void> {
  const severity = state === 'fails' && !retryable ? 'critical' : 'warning';
  for (const source of ['onestock_connection', 'onestock_access'] as const) {
    const key = { subject: ONESTOCK_ACCOUNT, source };
    if (fault === null || source !== PRESENT[state]) await obstacles.clear(shop, key);
    else {
      const cause = causeOf(fault, { host, siteId, userId, refused: refused.join(', ') });
      await obstacles.raise(shop, { ...key, causes: [cause], severity, remedies: ['open'] });
    }
  }
}

type AccountParam = (typeof ACCOUNT_CODES)[ConnectionFault][number];

/** A fault with what its words name, and nothing else of the account. */
function causeOf(
  fault: ConnectionFault,
  known: Record<AccountParam, string>,
): AccountCause<'onestock_connection'> {
  const names: readonly AccountParam[] = ACCOUNT_CODES[fault];
  const params = Object.fromEntries(names.map((name) => [name, known[name]]));
  // The table gives each code its own names.
  return { code: fault, params } as AccountCause<'onestock_connection'>;
}
