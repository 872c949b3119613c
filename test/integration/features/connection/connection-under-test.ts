import { okAsync } from 'neverthrow';
import { type ConnectionDependencies, createConnection } from '#app/features/connection/index.ts';
import { createObstacles } from '#app/features/obstacles/index.ts';
import type { Endpoint, OneStockError, OneStockGateway } from '#app/gateways/onestock/index.ts';
import { sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createFakeAdminShop } from '#test/support/fake-admin-shop.ts';

export const SHOP = 'example.myshopify.com' as ShopDomain;
export const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;

export const ACCOUNT = {
  siteId: 's100',
  host: 'https://api.onestock-retail.com',
  apiVersion: 'v3',
  userId: 'api_user',
  password: 'secret',
};

export const UNREACHABLE: OneStockError = {
  code: 'onestock_unreachable',
  retryable: true,
  message: 'OneStock could not be reached.',
};

/** The connection feature over a real database, a Shopify shop in memory, and a OneStock that answers what a test sets. */
export function connectionUnderTest(database: Database, changed: Partial<ConnectionDependencies> = {}) {
  const clock = { time: new Date('2026-11-21T10:00:00Z'), now: () => clock.time };
  const admin = createFakeAdminShop();
  const obstacles = createObstacles(database, clock);
  const oneStock = {
    check: (() => okAsync(undefined)) as OneStockGateway['check'],
    probe: (() => okAsync(undefined)) as OneStockGateway['probe'],
    endpoints: (() => okAsync([])) as OneStockGateway['endpoints'],
  };
  const connection = createConnection({
    database,
    sealer: sealer([{ id: 'test', key: Buffer.alloc(32, 7) }]),
    clock,
    log: createLogger('silent'),
    adminClients: admin,
    oneStock: {
      check: (...question: Parameters<OneStockGateway['check']>) => oneStock.check(...question),
      probe: (...question: Parameters<OneStockGateway['probe']>) => oneStock.probe(...question),
      endpoints: (...question: Parameters<OneStockGateway['endpoints']>) => oneStock.endpoints(...question),
    } as OneStockGateway,
    hostPolicy: { allowedHosts: [], allowPrivateAddresses: false, allowHttp: false },
    obstacles,
    jobs: createJobs(database.pool),
    appUrl: 'https://app.example.com',
    ...changed,
  });
  return { connection, admin, oneStock, obstacles, clock };
}

/** The keys of the jobs that wait in the queue. */
export async function waitingJobs({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>('select key from graphile_worker.jobs order by key');
  return rows.map(({ key }) => key);
}

export function endpoint(id: string, fields: Partial<Endpoint> = {}): Endpoint {
  return { id, name: `Store ${id}`, collects: true, open: true, isStore: true, ...fields };
}
