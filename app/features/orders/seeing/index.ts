import type { Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OrderError } from '../types.ts';
import { countOrders } from './count-orders.ts';
import { type OrderNowDependencies, readOrderNow } from './read-order-now.ts';
import { readOrderStory } from './read-order-story.ts';
import { readOrders } from './read-orders.ts';
import { readWork } from './read-work.ts';
import type { ListedOrder, OrderCounts, OrderListFilters, OrderNow, OrderStory, OrderWork } from './types.ts';

export type * from './types.ts';

/** What became of a shop's orders, for its merchant to look at. */
export interface OrderStories {
  /** See {@link readOrders}. */
  list(shop: ShopDomain, filters: OrderListFilters, cursor?: string): Promise<Page<ListedOrder>>;
  /** See {@link readOrderStory}. */
  story(shop: ShopDomain, orderId: OrderId): Promise<OrderStory | null>;
  /** See {@link readOrderNow}. */
  now(shop: ShopDomain, orderId: OrderId): Promise<Result<OrderNow | null, OrderError>>;
  /** See {@link readWork}. */
  work(shop: ShopDomain, orderId: OrderId): Promise<OrderWork>;
  /** See {@link countOrders}. */
  count(shop: ShopDomain): Promise<OrderCounts>;
}

export function createOrderStories(dependencies: OrderNowDependencies & { clock: Clock }): OrderStories {
  return {
    list: (shop, filters, cursor) => readOrders(dependencies.database, shop, filters, cursor),
    story: (shop, orderId) => readOrderStory(dependencies, shop, orderId),
    now: (shop, orderId) => readOrderNow(dependencies, shop, orderId),
    work: (shop, orderId) => readWork(dependencies, shop, orderId),
    count: (shop) => countOrders(dependencies, shop),
  };
}
