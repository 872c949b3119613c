import { okAsync } from 'neverthrow';
import { beforeEach } from 'vitest';
import { createObstacles } from '#app/features/obstacles/index.ts';
import { createOrderStories } from '#app/features/orders/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { keepOrder, type OrderToKeep } from '#test/support/kept-orders.ts';

export const SHOP = 'test-shop.myshopify.com' as ShopDomain;
export const OTHER_SHOP = 'other.myshopify.com' as ShopDomain;
/** In Paris it is half past midnight, on the day after that of Greenwich. */
export const NOW = new Date('2026-11-21T23:30:00Z');
const MINUTE_MS = 60_000;
export const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * MINUTE_MS);
export const orderId = (number: number) => `gid://shopify/Order/${number}` as OrderId;

type ReadOrder = Parameters<typeof createOrderStories>[0]['oneStock']['readOrder'];

/**
 * What merchants see of their orders, over a real database. Call it at the top of a test file: every test there begins with one shop, and a
 * OneStock that has no order.
 */
export function storiesUnderTest(database: Database) {
  const { pool, prisma } = database;
  const oneStock: { readOrder(): ReturnType<ReadOrder> } = { readOrder: () => okAsync(null) };
  const stories = createOrderStories({
    database,
    obstacles: createObstacles(database, { now: () => NOW }),
    clock: { now: () => NOW },
    oneStockAccounts: { account: async () => ({ account: {} }) as never },
    oneStock: { readOrder: () => oneStock.readOrder() },
  });

  beforeEach(async () => {
    oneStock.readOrder = () => okAsync(null);
    await pool.query(
      `delete from shop; delete from callback; delete from rate_answer; delete from shown_rate; delete from order_promise; delete from order_export; delete from fulfillment_intent; delete from order_note; delete from obstacle;
       delete from graphile_worker._private_jobs`,
    );
    await installed(SHOP);
  });

  async function installed(domain: ShopDomain, syncsOrders = true) {
    await prisma.shop.create({
      data: {
        domain,
        timezone: 'Europe/Paris',
        installedAt: minutesAgo(9_999),
        carrierTokenHash: domain,
        carrierToken: '',
        fingerprintSalt: '',
        syncsOrders,
        connection: {
          create: {
            siteId: 's100',
            host: 'https://api-qualif.onestock-retail.com',
            apiVersion: 'v3',
            userId: 'user',
            password: '',
          },
        },
      },
    });
  }

  const keep = (number: number, order: Partial<OrderToKeep> = {}) =>
    keepOrder(database, { shop: SHOP, number, seenAt: minutesAgo(100 - (number % 100)), ...order });

  return { stories, oneStock, installed, keep };
}
