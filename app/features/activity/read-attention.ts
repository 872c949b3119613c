import type { EventSummary, Inbox } from '#app/features/inbox/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type PromisedOrder, readPromisedOrders } from './promised-orders/read-promised-orders.ts';

/** What the app does not try again by itself. */
export interface Attention {
  orders: PromisedOrder[];
  events: EventSummary[];
}

interface AttentionDependencies {
  database: Pick<Database, 'prisma'>;
  inbox: Pick<Inbox, 'givenUp' | 'countGivenUp'>;
}

/** The shop's orders (25) and events (100) that need attention, newest first. */
export async function readAttention(
  { database, inbox }: AttentionDependencies,
  shop: ShopDomain,
): Promise<Attention> {
  const [orders, events] = await Promise.all([
    readPromisedOrders(database, shop, { state: 'needs_attention' }),
    inbox.givenUp(shop),
  ]);
  return { orders: orders.items, events };
}

/** How many orders and events of the shop need attention. */
export async function countAttention(
  { database, inbox }: AttentionDependencies,
  shop: ShopDomain,
): Promise<number> {
  const [orders, events] = await Promise.all([
    database.prisma.orderPromise.count({ where: { shop, state: 'needs_attention' } }),
    inbox.countGivenUp(shop),
  ]);
  return orders + events;
}
