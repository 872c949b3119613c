import type { Result } from 'neverthrow';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { OrderError } from '../shape.ts';
import { countObstructed, countOrders } from './count-orders.ts';
import { type OrderNowDependencies, readOrderNow } from './read-order-now.ts';
import { readOrderStory, type StoryDependencies } from './read-order-story.ts';
import { readOrders } from './read-orders.ts';
import { readWork } from './read-work.ts';
import type {
  DeliveryNow,
  ListedOrder,
  OrderCounts,
  OrderListFilters,
  OrderStory,
  OrderWork,
} from './types.ts';

export type * from './types.ts';

/** What became of a shop's orders, for its merchant to look at. */
export interface OrderStories {
  /** See {@link readOrders}. */
  list(shop: ShopDomain, filters: OrderListFilters, cursor?: string): Promise<Page<ListedOrder>>;
  /** See {@link readOrderStory}. */
  story(shop: ShopDomain, orderId: OrderId): Promise<OrderStory | null>;
  /** See {@link readOrderNow}. */
  now(shop: ShopDomain, orderId: OrderId): Promise<Result<DeliveryNow[], OrderError>>;
  /** See {@link readWork}. */
  work(shop: ShopDomain, orderId: OrderId): Promise<OrderWork>;
  /** See {@link countOrders}. */
  count(shop: ShopDomain): Promise<OrderCounts>;
  /** See {@link countObstructed}. */
  countObstructed(shop: ShopDomain): Promise<number>;
}

export type OrderStoriesDependencies = OrderNowDependencies & StoryDependencies;

export function createOrderStories(dependencies: OrderStoriesDependencies): OrderStories {
  return {
    list: (shop, filters, cursor) => readOrders(dependencies.database, shop, filters, cursor),
    story: (shop, orderId) => readOrderStory(dependencies, shop, orderId),
    now: (shop, orderId) => readOrderNow(dependencies, shop, orderId),
    work: (shop, orderId) => readWork(dependencies, shop, orderId),
    count: (shop) => countOrders(dependencies, shop),
    countObstructed: (shop) => countObstructed(dependencies.database, shop),
  };
}
