import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ResolvedGroup } from '../types.ts';
import { arrivalOf } from './arrival-window.ts';
import { failedOrders, heldOrders, isInState, meantOrders, ORDERS, STATE } from './conditions.ts';
import { seenReason, seenReasonOfCode } from './seen-reason.ts';
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
    ...(state ? [isInState(shop, state)] : []),
    ...(isHeld ? [isAmong(heldOrders(shop))] : []),
    ...(isFailed ? [isAmong(failedOrders(shop))] : []),
    ...(order ? [isAmong(meantOrders(shop, order))] : []),
  ];
  const list = {
    columns: COLUMNS,
    from: ORDERS,
    conditions,
    at: Prisma.sql`promise.first_seen_at`,
    id: Prisma.sql`promise.order_id`,
  };
  const page = await readPage<Row>(prisma, list, cursor);
  const marks = await readMarks(prisma, shop, page.items);
  return { ...page, items: page.items.map((row) => toListed(row, marks)) };
}

const isAmong = (ids: Prisma.Sql) => Prisma.sql`promise.order_id in (${ids})`;

const COLUMNS = Prisma.sql`
  promise.order_id, promise.order_name, promise.first_seen_at, promise.groups,
  ${STATE} as state, export.onestock_state, export.difference is not null as is_different,
  export.reason, export.reason_causes,
  case when promise.state = 'needs_attention' then promise.reason end as promise_reason, promise.reason_code as promise_code,
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
  reason: string | null;
  reason_causes: unknown;
  promise_reason: string | null;
  promise_code: string | null;
  fulfilments: number;
}

interface Marks {
  held: ReadonlySet<string>;
  failed: ReadonlySet<string>;
}

/** Which of the rows are held, and which failed: asked for these alone, as a shop has many more. */
async function readMarks(prisma: Database['prisma'], shop: ShopDomain, rows: readonly Row[]): Promise<Marks> {
  const ids = rows.map(({ order_id }) => order_id);
  const marked = await prisma.$queryRaw<{ mark: keyof Marks; id: string }[]>`
    select 'held' as mark, order_id as id from (${heldOrders(shop)}) as held where order_id = any(${ids})
    union all
    select 'failed', order_id from (${failedOrders(shop)}) as failed where order_id = any(${ids})`;
  const idsOf = (mark: keyof Marks) =>
    new Set(marked.filter((each) => each.mark === mark).map(({ id }) => id));
  return { held: idsOf('held'), failed: idsOf('failed') };
}

function toListed(row: Row, { held, failed }: Marks): ListedOrder {
  return {
    orderId: row.order_id,
    orderName: row.order_name ?? undefined,
    seenAt: row.first_seen_at.toISOString(),
    state: row.state,
    reason:
      seenReason(row.reason, row.reason_causes) ?? seenReasonOfCode(row.promise_reason, row.promise_code),
    oneStockState: row.onestock_state ?? undefined,
    isDifferent: row.is_different,
    isHeld: held.has(row.order_id),
    isFailed: failed.has(row.order_id),
    fulfilments: row.fulfilments,
    promised: earliest(row.groups),
  };
}

function earliest(groups: readonly ResolvedGroup[]): ArrivalWindow | undefined {
  return groups
    .flatMap(({ promise }) => (promise && arrivalOf(promise)) ?? [])
    .toSorted((one, other) => one.from.localeCompare(other.from))[0];
}
