import { ok } from 'neverthrow';
import { beforeEach } from 'vitest';
import { createHealth, type RemedyHandlers } from '#app/features/health/index.ts';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { decideIntent } from '#app/features/orders/convergence/decide-intent.ts';
import { createOrderExports, createOrderStories, type OrderStories } from '#app/features/orders/index.ts';
import { retryOrders } from '#app/features/orders/promise/settle-orders.ts';
import { createTraces } from '#app/features/promise/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import { SHOP, startAdminPages } from './admin-pages.ts';
import { freshDatabase } from './database.ts';
import { pageServices } from './page-services.ts';

const HOUR_MS = 3_600_000;
export const hoursAgo = (hours: number) => new Date(Date.now() - hours * HOUR_MS);

/**
 * The pages of orders over a database and a OneStock that answers what a test sets. Call it at the top of a test file. Before each test the
 * shop synchronizes its orders, and has none.
 */
export async function startOrderPages() {
  const { database } = await freshDatabase();
  const { pool } = database;
  const clock = systemClock;
  const jobs = createJobs<'resolve-order' | 'converge-order'>(pool);
  // OneStock is what each test says; nothing else is asked for by these pages.
  const obstacles = createObstacles(database, clock);
  const unasked = { oneStockAccounts: {} as never, oneStock: {} as never };
  const stories = createOrderStories({ database, obstacles, clock, ...unasked });
  const exports = createOrderExports({ database, obstacles, clock, jobs } as never);
  const answersNothing: OrderStories['now'] = async () => ok([]);
  const oneStock = { now: answersNothing };
  let isOn = true;
  const promise: RemedyHandlers[string] = {
    retry: (shop, ids) => retryOrders({ database, obstacles, jobs, clock }, shop, ids),
  };
  const health = createHealth({
    database,
    obstacles,
    remedyHandlers: { promise },
  } as unknown as Parameters<typeof createHealth>[0]);
  const pages = await startAdminPages(
    pageServices({
      traces: createTraces(database),
      health: {
        attention: health.attention,
        attentionSummary: health.attentionSummary,
        countAttention: health.countAttention,
        retry: health.retry,
        dismiss: health.dismiss,
      },
      orders: {
        views: { ...stories, now: (shop, orderId) => oneStock.now(shop, orderId) },
        export: exports,
        promise: {
          decideIntent: (intent, decision) => decideIntent({ database, jobs, clock }, intent, decision),
          retry: (shop, ids) => retryOrders({ database, obstacles, jobs, clock }, shop, ids),
        },
      },
      deliveryOptions: {
        list: async () =>
          [{ handle: 'EXPRESS', names: { en: 'Express delivery', fr: 'Livraison express' } }] as never,
      },
      oneStockAccounts: {
        ...{ status: async () => ({ isConnected: true, timezone: 'Europe/Paris' }) },
        endpointNames: async () => new Map([['store_capitole', 'Toulouse Capitole']]),
      },
      settings: { read: async () => ({ values: { synchronization: { syncsOrders: isOn } } }) as never },
    }),
  );
  /** GIVEN a shop that synchronizes its orders, or does not. */
  const synchronizing = async (syncsOrders: boolean) => {
    isOn = syncsOrders;
    await keepShop(database, syncsOrders);
  };
  beforeEach(async () => {
    await pool.query(
      `delete from shop; delete from callback; delete from rate_answer; delete from shown_rate; delete from order_promise; delete from order_export; delete from order_delivery; delete from fulfillment_intent; delete from order_note; delete from obstacle;
       delete from graphile_worker._private_jobs`,
    );
    await synchronizing(true);
    oneStock.now = answersNothing;
  });
  return { pages, database, oneStock, synchronizing };
}

export type OrderPagesUnderTest = Pick<Awaited<ReturnType<typeof startOrderPages>>, 'database' | 'oneStock'>;

async function keepShop({ prisma }: Database, syncsOrders: boolean) {
  const shop = { installedAt: hoursAgo(99), carrierToken: '', fingerprintSalt: '', syncsOrders };
  await prisma.shop.upsert({
    where: { domain: SHOP },
    update: shop,
    create: {
      ...shop,
      domain: SHOP,
      carrierTokenHash: '1',
      syncsOrdersSince: hoursAgo(90),
      timezone: 'Europe/Paris',
      connection: {
        create: {
          siteId: 's100',
          host: 'https://api-qualif.onestock-retail.com',
          apiVersion: 'v3',
          userId: 'u',
          password: '',
        },
      },
    },
  });
}
