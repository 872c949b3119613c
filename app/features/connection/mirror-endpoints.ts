import { err, ok, type Result } from 'neverthrow';
import type { Endpoint, OneStockError } from '#app/gateways/onestock/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import { readAccount } from './read-account.ts';
import { type ConnectionCause, ONESTOCK_ACCOUNT } from './shape.ts';

const KEY = { subject: ONESTOCK_ACCOUNT, source: 'onestock_endpoints' } as const;

/** Writing ten thousand endpoints takes about a second. */
const REPLACE_TIMEOUT_MS = 15_000;

/**
 * Copies the shop's OneStock endpoints into our table, all in one transaction: a reader sees the former mirror or the new one.
 * The former one stays, and an obstacle is raised, when OneStock fails, and when it suddenly names no endpoint at all. An
 * answer about an account that was changed meanwhile is dropped, for the change has brought a job of its own.
 */
export async function mirrorEndpoints(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
): Promise<Result<void, OneStockError>> {
  return withLock(dependencies.database.pool, `mirror-endpoints:${shop}`, () => mirror(dependencies, shop));
}

async function mirror(
  dependencies: ConnectionDependencies,
  shop: ShopDomain,
): Promise<Result<void, OneStockError>> {
  const { database, oneStock, obstacles } = dependencies;
  const raise = (cause: ConnectionCause<'onestock_endpoints'>) =>
    obstacles.raise(shop, { ...KEY, causes: [cause], severity: 'warning', remedies: ['open'] });
  const connection = await readAccount(dependencies, shop);
  if (!connection) return ok();
  const answer = await oneStock.endpoints(connection.account);
  if (answer.isErr()) {
    await raise({ code: answer.error.code });
    return err(answer.error);
  }
  const known = await database.prisma.oneStockEndpoint.count({ where: { shop } });
  if (answer.value.length === 0 && known > 0) {
    await raise({ code: 'endpoints_gone', params: { known } });
    return ok();
  }
  if (await replace(dependencies, shop, connection.version, answer.value)) await obstacles.clear(shop, KEY);
  return ok();
}

/** Whether the mirror was replaced: not when the account has another version by now. */
async function replace(
  { database, clock }: ConnectionDependencies,
  shop: ShopDomain,
  version: number,
  endpoints: readonly Endpoint[],
): Promise<boolean> {
  const replacing = async (transaction: Prisma.TransactionClient) => {
    const { count } = await transaction.oneStockConnection.updateMany({
      where: { shop, version },
      data: { endpointsMirroredAt: clock.now() },
    });
    if (count === 0) return false;
    await transaction.oneStockEndpoint.deleteMany({ where: { shop } });
    // An endpoint that moved from one page to the next while they were read comes twice.
    await transaction.oneStockEndpoint.createMany({
      data: endpoints.map((endpoint) => rowOf(shop, endpoint)),
      skipDuplicates: true,
    });
    await notifyConfigurationChanged(transaction, shop);
    return true;
  };
  return database.prisma.$transaction(replacing, { timeout: REPLACE_TIMEOUT_MS });
}

function rowOf(shop: ShopDomain, endpoint: Endpoint) {
  const { id, name, country, zipCode, city, latitude, longitude, timezone, collects, open } = endpoint;
  return {
    shop,
    endpointId: id,
    name,
    country,
    zipCode,
    city,
    latitude,
    longitude,
    timezone,
    collects,
    open,
  };
}
