import { parseObstacles } from '#app/features/obstacles/index.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { type Page, readPage } from '#app/platform/database/read-page.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { obstaclesOfOrder } from '../known-obstacles.ts';
import type { ResolvedGroup } from '../promise/types.ts';
import type { OrderCode, OrderState } from '../shape.ts';
import { arrivalOf } from './arrival-window.ts';
import { cancelledParcels } from './cancelled-parcels.ts';
import { heldOrders, isInState, meantOrders, ORDERS, obstructedOrders, STATE } from './conditions.ts';
import { causesPart, keptItems, obstaclePart, piecesOfLines } from './story-parts.ts';
import type { ArrivalWindow, ListedOrder, OrderListFilters } from './types.ts';

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
    ...(isFailed ? [isAmong(obstructedOrders(shop))] : []),
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
  const [held, cancelled] = await Promise.all([
    readHeld(prisma, shop, page.items),
    countCancelled(prisma, shop, page.items),
  ]);
  return { ...page, items: page.items.map((row) => toListed(row, held, cancelled)) };
}

const isAmong = (ids: Prisma.Sql) => Prisma.sql`promise.order_id in (${ids})`;

const COLUMNS = Prisma.sql`
  promise.order_id, promise.order_name, promise.first_seen_at, promise.groups,
  ${STATE} as state, export.causes,
  (select string_agg(distinct onestock_state, ', ') from order_delivery as delivery
    where delivery.shop = promise.shop and delivery.order_id = promise.order_id) as onestock_state,
  (select count(*)::int from order_delivery as delivery
    where delivery.shop = promise.shop and delivery.order_id = promise.order_id and delivery.exported_at is not null) as deliveries,
  ${obstaclesOfOrder(Prisma.sql`promise.shop`, Prisma.sql`promise.order_id`)} as obstacles,
  (select count(*)::int from fulfillment_intent as intent
    where intent.shop = promise.shop and intent.order_id = promise.order_id and intent.state = 'done') as fulfilments`;

interface Row {
  order_id: string;
  order_name: string | null;
  first_seen_at: Date;
  groups: ResolvedGroup[];
  state: OrderState;
  onestock_state: string | null;
  deliveries: number;
  causes: unknown;
  obstacles: unknown;
  fulfilments: number;
}

/** Which of the rows are held: asked for these alone, as a shop has many more. */
async function readHeld(
  prisma: Database['prisma'],
  shop: ShopDomain,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  const ids = rows.map(({ order_id }) => order_id);
  const held = await prisma.$queryRaw<{ id: string }[]>`
    select order_id as id from (${heldOrders(shop)}) as held where order_id = any(${ids})`;
  return new Set(held.map(({ id }) => id));
}

/** How many parcels of each row's somebody cancelled in Shopify: few orders have any. */
async function countCancelled(
  prisma: Database['prisma'],
  shop: ShopDomain,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, number>> {
  const flagged = rows.filter(({ fulfilments }) => fulfilments > 0).map(({ order_id }) => order_id);
  if (flagged.length === 0) return new Map();
  const notes = await prisma.$queryRaw<{ orderId: string; facts: Record<string, unknown> }[]>`
    select order_id as "orderId", facts from order_note
    where shop = ${shop} and order_id = any(${flagged}) and kind in ('differs', 'edited') and facts::text like ${`%${CANCELLED}%`}`;
  if (notes.length === 0) return new Map();
  const where = { shop, orderId: { in: notes.map(({ orderId }) => orderId) } };
  const [parcels, deliveries] = await Promise.all([
    prisma.fulfillmentIntent.findMany({
      where,
      select: { orderId: true, id: true, state: true, lines: true },
    }),
    prisma.orderDelivery.findMany({ where, select: { orderId: true, items: true } }),
  ]);
  const counts = [...Map.groupBy(notes, ({ orderId }) => orderId)].map(([orderId, own]) => {
    const isOwn = (row: { orderId: string }) => row.orderId === orderId;
    const found = cancelledParcels(
      parcels.filter(isOwn).map((parcel) => ({ ...parcel, lines: piecesOfLines.parse(parcel.lines) })),
      deliveries.filter(isOwn).flatMap(({ items }) => keptItems.parse(items)),
      own,
    );
    return [orderId, [...found.values()].filter((each) => each === 'cancelled').length] as const;
  });
  return new Map(counts);
}

const CANCELLED: OrderCode = 'fulfilment_cancelled';

function toListed(row: Row, held: ReadonlySet<string>, cancelled: ReadonlyMap<string, number>): ListedOrder {
  return {
    orderId: row.order_id,
    orderName: row.order_name ?? undefined,
    seenAt: row.first_seen_at.toISOString(),
    state: row.state,
    causes: causesPart(row.causes),
    obstacles: parseObstacles(row.obstacles).map(obstaclePart),
    oneStockState: row.onestock_state ?? undefined,
    deliveries: row.deliveries,
    isHeld: held.has(row.order_id),
    fulfilments: row.fulfilments - (cancelled.get(row.order_id) ?? 0),
    promised: row.state === 'cancelled' ? undefined : earliest(row.groups),
  };
}

function earliest(groups: readonly ResolvedGroup[]): ArrivalWindow | undefined {
  return groups
    .flatMap(({ promise }) => (promise && arrivalOf(promise)) ?? [])
    .toSorted((one, other) => one.from.localeCompare(other.from))[0];
}
