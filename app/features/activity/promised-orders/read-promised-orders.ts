import {
  type Causes,
  hasObstacle,
  obstaclesOf,
  parseCauses,
  parseObstacles,
} from '#app/features/obstacles/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type Days, withinDays } from '../days.ts';
import { callbackIdsOf, type KeptGroup } from './callbacks-of-order.ts';
import { isOrder } from './order-condition.ts';

export type OrderState = 'waiting' | 'resolved' | 'needs_attention' | 'dismissed';

/** Which orders to look at. What is left out is not asked for. */
export interface OrderFilters extends Days {
  state?: OrderState;
  /** Where the promise comes from, such as `checkout`. */
  source?: string;
  /** The name or the id of an order. */
  order?: string;
}

/** What is known of an order's promise. Plain JSON, instants as ISO 8601. */
export interface PromisedOrder {
  /** `gid://shopify/Order/1`. */
  orderId: string;
  orderName?: string;
  firstSeenAt: string;
  state: OrderState;
  source?: string;
  /** The store of a collection. */
  endpointId?: string;
  /** Why it needs attention, or why it has no promise. */
  causes?: Causes;
  /** The rate requests whose promises it carries, where their traces are still kept. */
  callbackIds: string[];
}

const ORDER = { shop: Prisma.sql`order_promise.shop`, kind: 'order', id: Prisma.sql`order_promise.order_id` };
const OBSTACLES = obstaclesOf(ORDER);
const STATE = Prisma.sql`case when ${hasObstacle(ORDER, ['promise'])} then 'needs_attention' else state end`;

const FIRST_SEEN_AT = Prisma.sql`first_seen_at`;

/** The shop's orders with what is known of their promises, newest first; see `readPage` for the cursor. */
export async function readPromisedOrders(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  filters: OrderFilters,
  cursor?: string,
): Promise<Page<PromisedOrder>> {
  const { state, source, order } = filters;
  const conditions = [
    Prisma.sql`shop = ${shop}`,
    ...withinDays(FIRST_SEEN_AT, shop, filters),
    ...(state ? [Prisma.sql`${STATE} = ${state}`] : []),
    ...(source ? [Prisma.sql`source = ${source}`] : []),
    ...(order ? [isOrder(order)] : []),
  ];
  const page = await readPage<OrderRow>(
    prisma,
    {
      columns: Prisma.sql`order_id, order_name, first_seen_at, ${STATE} as state, source, endpoint_id, causes, ${OBSTACLES} as obstacles, groups`,
      from: Prisma.sql`order_promise`,
      conditions,
      at: FIRST_SEEN_AT,
      id: Prisma.sql`order_id`,
    },
    cursor,
  );
  const kept = await keptTraces(prisma, shop, page.items);
  return { ...page, items: page.items.map((row) => toOrder(row, kept)) };
}

interface OrderRow {
  order_id: string;
  order_name: string | null;
  first_seen_at: Date;
  state: OrderState;
  source: string | null;
  endpoint_id: string | null;
  causes: unknown;
  obstacles: unknown;
  groups: KeptGroup[];
}

async function keptTraces(
  prisma: Database['prisma'],
  shop: ShopDomain,
  rows: readonly OrderRow[],
): Promise<Set<string>> {
  const ids = rows.flatMap(({ groups }) => callbackIdsOf(groups));
  const traces = await prisma.callback.findMany({ where: { shop, id: { in: ids } }, select: { id: true } });
  return new Set(traces.map(({ id }) => id));
}

function causesOf({ obstacles, causes }: OrderRow): Causes | undefined {
  const obstacle = parseObstacles(obstacles).find(({ source }) => source === 'promise');
  return obstacle?.causes ?? (causes === null ? undefined : parseCauses(causes));
}

function toOrder(row: OrderRow, keptTraces: ReadonlySet<string>): PromisedOrder {
  return {
    orderId: row.order_id,
    orderName: row.order_name ?? undefined,
    firstSeenAt: row.first_seen_at.toISOString(),
    state: row.state,
    source: row.source ?? undefined,
    endpointId: row.endpoint_id ?? undefined,
    causes: causesOf(row),
    callbackIds: callbackIdsOf(row.groups).filter((id) => keptTraces.has(id)),
  };
}
