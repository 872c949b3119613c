import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { toEventSummary } from './events/event-row.ts';
import type { EventSummary } from './events/types.ts';
import { type PromisedOrder, readPromisedOrders } from './promised-orders/read-promised-orders.ts';

/** What the app does not try again by itself. */
export interface Attention {
  orders: PromisedOrder[];
  events: EventSummary[];
}

const MOST_EVENTS = 100;

/** The shop's orders (25) and events (100) that need attention, newest first. */
export async function readAttention(
  database: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<Attention> {
  const [orders, events] = await Promise.all([
    readPromisedOrders(database, shop, { state: 'needs_attention' }),
    database.prisma.inboxEvent.findMany({
      where: { shop, state: 'needs_attention' },
      orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      take: MOST_EVENTS,
    }),
  ]);
  return { orders: orders.items, events: events.map(toEventSummary) };
}

/** How many orders and events of the shop need attention. */
export async function countAttention(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<number> {
  const where = { shop, state: 'needs_attention' };
  const [orders, events] = await Promise.all([
    prisma.obstacle.count({ where: { shop, subjectKind: 'order', source: 'promise' } }),
    prisma.inboxEvent.count({ where }),
  ]);
  return orders + events;
}
