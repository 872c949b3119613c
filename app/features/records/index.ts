import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { expireRecords } from './expire-records.ts';
import { namesOfKept, redactCustomer } from './redact-customer.ts';
import { redactShop, type ShopRequest } from './redact-shop.ts';
import { reportStoredData } from './report-stored-data.ts';
import { TABLES } from './tables.ts';

export { privacyTopics } from './privacy-topics.ts';
export { TABLES } from './tables.ts';

/** What the app keeps, in all its tables: how long, and how a shop and its customers are taken out of them. */
export interface Records {
  /** To be called every night; see {@link expireRecords}. */
  expire(now: Date): Promise<Record<string, number>>;
  /** Shopify's `shop/redact`; see {@link redactShop}. */
  redactShop(shop: ShopDomain, request: ShopRequest): Promise<void>;
  /** Shopify's `customers/redact`; see {@link redactCustomer}. */
  redactCustomer(shop: ShopDomain, orderIds: readonly OrderId[]): Promise<void>;
  /** Shopify's `customers/data_request`: tells the merchant which of the orders are known here. */
  reportCustomer(shop: ShopDomain, request: { id: string; orderIds: readonly OrderId[] }): Promise<void>;
}

export function createRecords({
  database,
  obstacles,
}: {
  database: Pick<Database, 'prisma' | 'pool'>;
  obstacles: Pick<Obstacles, 'raise'>;
}): Records {
  return {
    expire: (now) => expireRecords(database, TABLES, now),
    redactShop: (shop, request) => redactShop(database, TABLES, shop, request),
    redactCustomer: (shop, orderIds) => redactCustomer(database, TABLES, shop, orderIds),
    async reportCustomer(shop, { id, orderIds }) {
      const orders = await namesOfKept(database, TABLES, shop, orderIds);
      await reportStoredData({ obstacles }, shop, { id, orders });
    },
  };
}
