import type { Frame } from 'playwright-core';
import { beforeEach } from 'vitest';
import { createHealth, type RemedyHandlers } from '#app/features/health/index.ts';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { dismissOrders, retryOrders } from '#app/features/orders/promise/settle-orders.ts';
import { createTraces } from '#app/features/promise/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { SHOP, startAdminPages } from './admin-pages.ts';
import { freshDatabase } from './database.ts';
import { inboxUnderTest } from './inbox.ts';
import { NO_ORDERS, pageServices } from './page-services.ts';
import { runsUnderTest } from './run-to-end.ts';

/**
 * The pages of what the app has done, over a database in which nothing has happened before each test. Call it at the top of a test file.
 * What retries promises can be replaced for one test.
 */
export async function startActivityPages() {
  const { database } = await freshDatabase();
  const { pool } = database;
  const clock = systemClock;
  const inbox = inboxUnderTest(database);
  const traces = createTraces(database);
  const obstacles = createObstacles(database, clock);
  const orders = { database, clock, obstacles, jobs: createJobs<'resolve-order'>(pool) };
  const retryPromises = (ids: readonly string[]) => retryOrders(orders, SHOP, ids);
  const promises = {
    retry: retryPromises,
    dismiss: (shop: ShopDomain, ids: readonly string[]) => dismissOrders(orders, shop, ids),
  };
  const remedyHandlers: RemedyHandlers = {
    promise: {
      retry: (_, ids) => promises.retry(ids),
      dismiss: promises.dismiss,
    },
    event: { retry: inbox.retry, dismiss: inbox.dismiss },
  };
  const { attention, countAttention, attentionSummary, retry, dismiss } = createHealth({
    database,
    obstacles,
    remedyHandlers,
  } as unknown as Parameters<typeof createHealth>[0]);
  const health = { attention, countAttention, attentionSummary, retry, dismiss };
  const pages = await startAdminPages(
    pageServices({
      traces,
      inbox,
      health,
      orders: { views: { count: async () => ({ ...NO_ORDERS, isOn: true }) } },
      deliveryOptions: { listAll: async () => [] },
      runs: runsUnderTest(database).runs,
    }),
  );
  beforeEach(async () => {
    promises.retry = retryPromises;
    await pool.query(
      `delete from callback; delete from rate_answer; delete from shown_rate; delete from inbox_event; delete from order_promise; delete from order_export; delete from obstacle; delete from run;
       delete from graphile_worker._private_jobs`,
    );
  });
  return { pages, database, obstacles, promises };
}

export const tab = (frame: Frame, name: string | RegExp) => frame.getByRole('tab', { name });
