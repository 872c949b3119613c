import { okAsync } from 'neverthrow';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createSettings } from '#app/features/settings/index.ts';
import type {
  Endpoint,
  OneStockConnection,
  OneStockError,
  OneStockGateway,
} from '#app/gateways/onestock/index.ts';
import { sealer } from '#app/platform/crypto/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { createShopTies, type ShopTiesDependencies } from '#app/services/shop-ties.ts';
import { createFakeAdminShop } from './fake-admin-shop.ts';
import { runsUnderTest, runToEnd } from './run-to-end.ts';

/** How many endpoints OneStock gives at once. */
const PAGE_SIZE = 1_000;

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
};

/**
 * A shop's ties, its account at OneStock and its carrier service among them, over a real database, a Shopify shop in memory, and a OneStock
 * that answers what a test sets.
 */
export function tiesUnderTest(database: Database, changed: Partial<ShopTiesDependencies> = {}) {
  const clock = { time: new Date('2026-11-21T10:00:00Z'), now: () => clock.time };
  const admin = createFakeAdminShop();
  const obstacles = createObstacles(database, clock);
  const oneStock = {
    check: (() => okAsync(undefined)) as OneStockGateway['check'],
    probe: (() => okAsync(undefined)) as OneStockGateway['probe'],
    endpoints: (() => okAsync([])) as OneStockGateway['endpoints'],
  };
  const ties = createShopTies({
    database,
    sealer: sealer([{ id: 'test', key: Buffer.alloc(32, 7) }]),
    clock,
    log: createLogger('silent'),
    adminClients: admin,
    oneStock: {
      check: (...question: Parameters<OneStockGateway['check']>) => oneStock.check(...question),
      probe: (...question: Parameters<OneStockGateway['probe']>) => oneStock.probe(...question),
      endpointsPage: (account: OneStockConnection, start: number) =>
        oneStock.endpoints(account).map((all) => all.slice(start, start + PAGE_SIZE)),
    } as OneStockGateway,
    hostPolicy: { allowedHosts: [], allowPrivateAddresses: false, allowHttp: false },
    obstacles,
    runs: runsUnderTest(database, clock).runs,
    appUrl: 'https://app.example.com',
    ...changed,
  });
  const { oneStockAccounts } = ties;
  const settings = createSettings({
    database,
    clock,
    ...oneStockAccounts.settings,
    endpointNames: oneStockAccounts.endpointNames,
    whenSaved: oneStockAccounts.startWebhook,
  });
  /** Reads the stores from OneStock, as a run does. */
  const mirror = (shop: ShopDomain) => {
    const kind = oneStockAccounts.runs.find(({ kind }) => kind === 'mirror_stores');
    if (!kind) throw new Error('The stores are read by a run.');
    return runToEnd(database, kind, shop, clock);
  };
  return { ...ties, settings, mirror, admin, oneStock, obstacles, clock };
}

/** The keys of the jobs that wait in the queue. */
export async function waitingJobs({ pool }: Database): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>('select key from graphile_worker.jobs order by key');
  return rows.map(({ key }) => key);
}

export function endpoint(id: string, fields: Partial<Endpoint> = {}): Endpoint {
  return { id, name: `Store ${id}`, collects: true, open: true, isStore: true, ...fields };
}
