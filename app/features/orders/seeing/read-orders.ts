import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ResolvedGroup } from '../types.ts';
import { arrivalOf } from './arrival-window.ts';
import { IS_FAILED, IS_HELD, isMeant, ORDERS, STATE } from './conditions.ts';
import type { ArrivalWindow, ListedOrder, OrderListFilters, SeenState } from './types.ts';

/** The shop's orders that the filters let through, newest first; see `readPage` for the cursor. */
export async function readOrders(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
  { state, isHeld, isFailed, order }: OrderListFilters,
  cursor?: string,
): Promise<Page<ListedOrder>> {
  const conditions = [
    Prisma.sql`promise.shop = ${shop}`,
    ...(state ? [Prisma.sql`${STATE} = ${state}`] : []),
    ...(isHeld ? [IS_HELD] : []),
    ...(isFailed ? [IS_FAILED] : []),
    ...(order ? [isMeant(order)] : []),
  ];
  const list = {
    columns: COLUMNS,
    from: ORDERS,
    conditions,
    at: Prisma.sql`promise.first_seen_at`,
    id: Prisma.sql`promise.order_id`,
  };
  const page = await readPage<Row>(prisma, list, cursor);
  return { ...page, items: page.items.map(toListed) };
}

const COLUMNS = Prisma.sql`
  promise.order_id, promise.order_name, promise.first_seen_at, promise.groups,
  ${STATE} as state, export.onestock_state, export.difference is not null as is_different,
  ${IS_HELD} as is_held, ${IS_FAILED} as is_failed,
  coalesce(export.reason, case when promise.state = 'needs_attention' then promise.reason end) as reason,
  (select count(*)::int from fulfillment_intent as intent
    where intent.shop = promise.shop and intent.order_id = promise.order_id and intent.state = 'done') as fulfilments`;

interface Row {
  order_id: string;
  order_name: string | null;
  first_seen_at: Date;
  groups: ResolvedGroup[];
  state: SeenState;
  onestock_state: string | null;
  is_different: boolean;
  is_held: boolean;
  is_failed: boolean;
  reason: string | null;
  fulfilments: number;
}

function toListed(row: Row): ListedOrder {
  return {
    orderId: row.order_id,
    orderName: row.order_name ?? undefined,
    seenAt: row.first_seen_at.toISOString(),
    state: row.state,
    reason: row.reason ?? undefined,
    oneStockState: row.onestock_state ?? undefined,
    isDifferent: row.is_different,
    isHeld: row.is_held,
    isFailed: row.is_failed,
    fulfilments: row.fulfilments,
    promised: earliest(row.groups),
  };
}

function earliest(groups: readonly ResolvedGroup[]): ArrivalWindow | undefined {
  return groups
    .flatMap(({ promise }) => (promise && arrivalOf(promise)) ?? [])
    .toSorted((one, other) => one.from.localeCompare(other.from))[0];
}
