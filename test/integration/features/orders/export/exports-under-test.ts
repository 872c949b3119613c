import { Session } from '@shopify/shopify-api';
import { setAbstractFetchFunc } from '@shopify/shopify-api/runtime';
import { afterAll, beforeEach, expect } from 'vitest';
import { type Causes, createObstacles, type Obstacles } from '#app/features/obstacles/index.ts';
import type { ShopConnection } from '#app/features/onestock-account/index.ts';
import { createOrderExports, createOrderPromises, type OrderExports } from '#app/features/orders/index.ts';
import { orderSubject } from '#app/features/orders/shape.ts';
import type { CheckoutSettings, OrderSettings } from '#app/features/settings/shape.ts';
import type { Shop } from '#app/features/shops/index.ts';
import { createOneStockGateway, type OneStockGateway } from '#app/gateways/onestock/index.ts';
import { createAdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { createLogger } from '#app/platform/log.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { startOneStock } from '#sandbox/onestock/index.ts';
import { type ShopHarness, startShop } from '#test/contract/shopify-simulator/shop-harness.ts';
import { deliveryOption, snapshot } from '#test/support/rate-requests.ts';

const log = createLogger('silent');
/** Every order of a test is placed after that. */
const SINCE = new Date(Date.now() - 60_000);

/** The export between the simulated Shopify and the simulated OneStock, over a real database and queue. */
export interface ExportsUnderTest {
  exports: OrderExports;
  /** The same with other parts in their place: a database or a gateway that fails. */
  exportsWith(parts: { database?: Database; oneStock?: OneStockGateway }): OrderExports;
  database: Database;
  gateway: OneStockGateway;
  shop: ShopDomain;
  shopify: ShopHarness;
  /** Without a sales channel, or none at all. */
  connected: { account: ShopConnection | null };
  /** Changes of the shop's row. */
  configure(change: {
    syncsOrders?: boolean;
    syncMoment?: string;
    itemIdSource?: CheckoutSettings['itemIdSource'];
    syncsOrdersSince?: Date;
    ordersSweptTo?: Date | null;
    settings?: Partial<OrderSettings>;
  }): Promise<void>;
  control(settings: object): Promise<void>;
  /** Places an order and notes that it is known, as its events do. */
  place(change?: Record<string, unknown>): Promise<OrderId>;
  note(orderId: OrderId): Promise<void>;
  /** Runs the order's job, as its `attempt`. */
  run(orderId: OrderId, attempt?: number): ReturnType<OrderExports['process']>;
  /** What a merchant does to the order in Shopify: `pay`, `cancel`, `edit` or `refund`. */
  command(orderId: OrderId, name: string, body?: object): Promise<void>;
  /** What happens to orders in OneStock, such as `orders/1001/claim`. */
  door(path: string, body: object): Promise<void>;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert on foreign JSON of any shape.
  ofOneStock(): Promise<any[]>;
  record(orderId: OrderId): ReturnType<typeof recordOf>;
  obstacles: Obstacles;
  /** The app's, with every scope. */
  session: Session;
  /** What stands in the way of the order, as codes and parameters, by source. */
  standing(orderId: OrderId): Promise<Record<string, Causes>>;
  notes(orderId: OrderId): Promise<string[]>;
  /** The orders that have a job in the queue. */
  queued(): Promise<string[]>;
}

export async function exportsUnderTest(database: Database): Promise<ExportsUnderTest> {
  const shopify = await startShop();
  const site = await startOneStock();
  const gateway = createOneStockGateway({
    log,
    clock: systemClock,
    policy: { allowedHosts: [new URL(site.url).host], allowPrivateAddresses: true, allowHttp: true },
  });
  const shop = shopify.shopify.shop as ShopDomain;
  const facts: Shop = { ...snapshot([]).shop, domain: shop };
  const { siteId, userId, password, url: host } = site;
  const account = { siteId, host, apiVersion: 'v3', userId, password } as const;
  const { connection: given } = snapshot([]);
  if (!given) throw new Error('The shop is connected.');
  const base: ShopConnection = { ...given, account, salesChannel: 'online_store' };
  const connected: ExportsUnderTest['connected'] = { account: base };
  const door = (path: string, init?: RequestInit) => fetch(`${site.url}/_control${path}`, init);
  setAbstractFetchFunc((input, init) => {
    const { pathname, hostname } = new URL(String(input));
    const headers = new Headers(init?.headers);
    headers.set('X-Sandbox-Shop', hostname);
    return fetch(`${shopify.shopify.url}${pathname}`, { ...init, headers });
  });

  const session = new Session({ id: `offline_${shop}`, shop, state: '', isOnline: false });
  session.accessToken = shopify.shopify.accessToken;
  const adminClients = createAdminClients({
    api: { session: { getOfflineId: () => session.id } } as never,
    sessionStorage: { loadSession: async () => session } as never,
    pool: database.pool,
    clock: systemClock,
    log,
  });
  const oneStockAccounts = { account: async () => connected.account };
  const jobs = createJobs(database.pool);
  const obstacles = createObstacles(database, systemClock);
  const shared = { jobs, oneStockAccounts, adminClients, obstacles, clock: systemClock, log };
  const deliveryOptions = { listAll: async () => [deliveryOption()] };
  const shops = { shop: async () => facts };
  const orders = createOrderPromises({ ...shared, shops, database, oneStock: gateway, deliveryOptions });
  const exportsWith: ExportsUnderTest['exportsWith'] = (parts) =>
    createOrderExports({ ...shared, deliveryOptions, database, oneStock: gateway, ...parts, orders });
  const exports = exportsWith({});

  const configure: ExportsUnderTest['configure'] = async ({
    settings: orders = {},
    itemIdSource,
    ...change
  }) => {
    const settings = { orders, checkout: { ...(itemIdSource && { itemIdSource }) } };
    await database.prisma.shop.update({ where: { domain: shop }, data: { ...change, settings } });
  };
  const note = async (orderId: OrderId) => {
    for (const topic of ['orders/create', 'fulfillment_orders/order_routing_complete'] as const) {
      await orders.noteEvent({ shop, orderId, topic, seenAt: new Date() });
    }
  };

  beforeEach(async () => {
    await door('', { method: 'DELETE' });
    await door('/orders', { method: 'DELETE' });
    // Nobody looks at an order before it is routed.
    await shopify.control({ routingDelayMs: 0 });
    shopify.shopify.store.orders.clear();
    await database.pool.query(
      'delete from order_promise; delete from order_export; delete from order_note; delete from obstacle; delete from shop; delete from run',
    );
    await database.pool.query(
      'select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null',
    );
    await database.prisma.shop.create({
      data: {
        domain: shop,
        installedAt: SINCE,
        carrierTokenHash: 'hash',
        carrierToken: 'sealed',
        fingerprintSalt: 'salt',
        syncsOrders: true,
        syncsOrdersSince: SINCE,
      },
    });
    connected.account = base;
  });
  afterAll(async () => {
    await gateway.close();
    await site.close();
  });

  return {
    exports,
    exportsWith,
    session,
    database,
    gateway,
    shop,
    shopify,
    connected,
    configure,
    note,
    async control(settings) {
      const answer = await door('', { method: 'POST', body: JSON.stringify(settings) });
      expect(answer.status).toBe(200);
    },
    async place(change = {}) {
      const orderId = (await shopify.placeOrder(change)) as OrderId;
      await shopify.routed(orderId);
      await note(orderId);
      return orderId;
    },
    run: (orderId, attempt = 1) => exports.process(shop, orderId, attempt),
    async command(orderId, name, body = {}) {
      const number = orderId.slice(orderId.lastIndexOf('/') + 1);
      const answer = await shopify.call('POST', `/_control/orders/${number}/${name}`, body);
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    },
    async door(path, body) {
      const answer = await door(`/${path}`, { method: 'POST', body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async ofOneStock() {
      return ((await (await door('/orders')).json()) as { orders: object[] }).orders;
    },
    record: (orderId) => recordOf(database, shop, orderId),
    obstacles,
    async standing(orderId) {
      const standing = await obstacles.of(shop, orderSubject(orderId));
      return Object.fromEntries(standing.map(({ source, causes }) => [source, causes]));
    },
    async notes(orderId) {
      const kept = await database.prisma.orderNote.findMany({
        where: { shop, orderId },
        orderBy: { at: 'asc' },
      });
      return kept.map(({ kind }) => kind);
    },
    async queued() {
      const { rows } = await database.pool.query<{ key: string }>(
        "select key from graphile_worker.jobs where task_identifier = 'resolve-order'",
      );
      return rows.map(({ key }) => key.slice(key.indexOf('gid:')));
    },
  };
}

/** With what is kept of its first delivery, and all of them. */
async function recordOf({ prisma }: Database, shop: ShopDomain, orderId: OrderId) {
  const exported = await prisma.orderExport.findUnique({
    where: { shop_orderId: { shop, orderId } },
    include: { deliveries: { orderBy: { number: 'asc' } } },
  });
  const [first] = exported?.deliveries ?? [];
  const { oneStockOrderId = null, oneStockState = null, items = [], sent = {} } = first ?? {};
  return exported && { ...exported, oneStockOrderId, oneStockState, items, sent };
}
