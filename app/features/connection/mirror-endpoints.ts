import { err, ok, type Result } from 'neverthrow';
import type { Endpoint, OneStockError } from '#app/gateways/onestock/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import { withLock } from '#app/platform/database/lock.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ConnectionDependencies } from './dependencies.ts';
import { readAccount } from './read-account.ts';

const PROBLEM = 'onestock_endpoints';

/** Writing ten thousand endpoints takes about a second. */
const REPLACE_TIMEOUT_MS = 15_000;

/**
 * Copies the shop's OneStock endpoints into our table, all in one transaction: a reader sees the former mirror or the new one.
 * The former one stays, and a problem is raised, when OneStock fails, and when it suddenly names no endpoint at all. An
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
  const { database, oneStock, problems } = dependencies;
  const connection = await readAccount(dependencies, shop);
  if (!connection) return ok();
  const answer = await oneStock.endpoints(connection.account);
  if (answer.isErr()) {
    const { code, message: why } = answer.error;
    const message = `The stores could not be read from OneStock. ${why}`;
    await problems.raise(shop, { key: PROBLEM, severity: 'warning', message, cause: { code } });
    return err(answer.error);
  }
  const known = await database.prisma.oneStockEndpoint.count({ where: { shop } });
  if (answer.value.length === 0 && known > 0) {
    const cause = { code: 'endpoints_gone', params: { known } };
    await problems.raise(shop, { key: PROBLEM, severity: 'warning', message: emptyAnswer(known), cause });
    return ok();
  }
  if (await replace(dependencies, shop, connection.version, answer.value))
    await problems.clear(shop, PROBLEM);
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

function emptyAnswer(known: number): string {
  return (
    `OneStock answered that the site has no endpoint, where it had ${known} before. Shoppers keep seeing the stores known ` +
    'before. Check in OneStock that the API user may read the endpoints of the site.'
  );
}
