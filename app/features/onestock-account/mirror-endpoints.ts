import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import type { RaisedObstacle } from '#app/features/obstacles/index.ts';
import type { RunBeginning, RunFailure, RunKind, WrittenPage } from '#app/features/runs/index.ts';
import type { Endpoint } from '#app/gateways/onestock/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OneStockAccountDependencies } from './dependencies.ts';
import { readAccount } from './read-account.ts';
import { type AccountCause, ONESTOCK_ACCOUNT } from './shape.ts';

const KEY = { subject: ONESTOCK_ACCOUNT, source: 'onestock_endpoints' } as const;

/** Replacing the mirror by ten thousand endpoints takes about a second. */
const REPLACE_TIMEOUT_MS = 15_000;

/** Which account is read, from which endpoint on, and how many were found before. */
const cursor = z.object({ version: z.number(), start: z.number(), found: z.number() });
type Cursor = z.infer<typeof cursor>;

/**
 * Copies the shop's OneStock endpoints into our table, a page of OneStock at a time. They are kept apart until the last page is read, which
 * makes all of them the mirror at once. The former one stays, and an obstacle is raised, when OneStock fails, and when it
 * suddenly names no endpoint at all. What was read of an account that was changed meanwhile is dropped, for the change has brought a run of its own.
 */
export function mirrorRun(dependencies: OneStockAccountDependencies): RunKind<Cursor> {
  return {
    kind: 'mirror_stores',
    givenUpCode: 'mirror_stores_given_up',
    hasOwnObstacles: true,
    writeTimeoutMs: REPLACE_TIMEOUT_MS,
    cursor,
    start: ({ shop }) => start(dependencies, shop),
    read: async ({ shop, runId, cursor }) => {
      const connection = await readAccount(dependencies, shop);
      if (connection?.version !== cursor.version) return ok(async () => ({ next: null, done: 0 }));
      const answer = await dependencies.oneStock.endpointsPage(connection.account, cursor.start);
      if (answer.isErr()) {
        const { code, retryable } = answer.error;
        await dependencies.obstacles.raise(shop, raised({ code }));
        return err({ code, retryable });
      }
      const mirror = { shop, runId };
      return ok((transaction) => writePage(dependencies, transaction, mirror, cursor, answer.value));
    },
  };
}

async function start(
  dependencies: OneStockAccountDependencies,
  shop: ShopDomain,
): Promise<Result<RunBeginning<Cursor> | null, RunFailure>> {
  const connection = await readAccount(dependencies, shop);
  return ok(connection && { cursor: firstCursor(connection.version), total: null });
}

function firstCursor(version: number): Cursor {
  return { version, start: 0, found: 0 };
}

function raised(cause: AccountCause<'onestock_endpoints'>): RaisedObstacle {
  return { ...KEY, causes: [cause], severity: 'warning', remedies: ['open'] };
}

interface Mirror {
  shop: ShopDomain;
  runId: string;
}

/** Keeps a page apart. One that brings nothing new is the last, for a site may grant smaller pages than asked for. */
async function writePage(
  dependencies: OneStockAccountDependencies,
  transaction: Prisma.TransactionClient,
  mirror: Mirror,
  cursor: Cursor,
  page: readonly Endpoint[],
): Promise<WrittenPage<Cursor>> {
  const { shop, runId } = mirror;
  const { version, start, found } = cursor;
  if (start === 0) await transaction.readEndpoint.deleteMany({ where: { shop } });
  // Of a run that failed, another one may have taken away what it had read.
  else if ((await transaction.readEndpoint.count({ where: mirror })) !== found)
    return { next: firstCursor(version), done: -found };
  // An endpoint that moved from one page to the next while they were read comes twice.
  const { count: added } = await transaction.readEndpoint.createMany({
    data: page.map((endpoint) => ({ shop, runId, endpointId: endpoint.id, endpoint: rowOf(shop, endpoint) })),
    skipDuplicates: true,
  });
  if (added > 0) return { next: { version, start: start + page.length, found: found + added }, done: added };
  await replace(dependencies, transaction, mirror, cursor);
  return { next: null, done: 0, total: found };
}

/** Makes what was read the mirror, unless it is nothing where there were endpoints, or the account has another version by now. */
async function replace(
  { clock, obstacles }: OneStockAccountDependencies,
  transaction: Prisma.TransactionClient,
  { shop, runId }: Mirror,
  { version, found }: Cursor,
): Promise<void> {
  const known = found === 0 ? await transaction.oneStockEndpoint.count({ where: { shop } }) : 0;
  if (known > 0)
    return obstacles.raise(shop, raised({ code: 'endpoints_gone', params: { known } }), transaction);
  const { count } = await transaction.oneStockConnection.updateMany({
    where: { shop, version },
    data: { endpointsMirroredAt: clock.now() },
  });
  if (count === 1) {
    await transaction.oneStockEndpoint.deleteMany({ where: { shop } });
    await transaction.$executeRaw`
      insert into onestock_endpoint select mirrored.* from read_endpoint,
        jsonb_populate_record(null::onestock_endpoint, read_endpoint.endpoint) as mirrored
      where read_endpoint.shop = ${shop} and run_id = ${runId}::uuid`;
    await notifyConfigurationChanged(transaction, shop);
    await obstacles.clear(shop, KEY, transaction);
  }
  await transaction.readEndpoint.deleteMany({ where: { shop } });
}

/** The row of the mirror, by the names of its columns. */
function rowOf(shop: ShopDomain, endpoint: Endpoint): Prisma.InputJsonObject {
  const { id, name, country, zipCode, city, latitude, longitude, timezone, collects, open } = endpoint;
  return {
    shop,
    endpoint_id: id,
    name,
    country: country ?? null,
    zip_code: zipCode ?? null,
    city: city ?? null,
    latitude: latitude ?? null,
    longitude: longitude ?? null,
    timezone: timezone ?? null,
    collects,
    open,
  };
}
