import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { heldOrders, obstructedOrders, waitingOrders } from './conditions.ts';
import type { OrderCounts } from './types.ts';

/** How the shop's orders are doing. Nothing is counted for a shop that does not synchronize orders. */
export async function countOrders(
  { database: { prisma }, clock }: { database: Pick<Database, 'prisma'>; clock: Clock },
  shop: ShopDomain,
): Promise<OrderCounts> {
  const row = await prisma.shop.findUnique({
    where: { domain: shop, uninstalledAt: null },
    select: { syncsOrders: true, timezone: true },
  });
  if (!row?.syncsOrders) return NOTHING;
  const timezone = row.timezone ?? 'UTC';
  const [counts] = await prisma.$queryRaw<Omit<OrderCounts, 'isOn'>[]>`
    select
      (select count(*) from order_export where shop = ${shop} and exported_at >=
        date_trunc('day', ${clock.now()}::timestamptz at time zone ${timezone}) at time zone ${timezone})::int as "exportedToday",
      (select count(*) from (${waitingOrders(shop)}) as orders)::int as waiting,
      (select count(*) from (${heldOrders(shop)}) as orders)::int as held`;
  return { ...NOTHING, ...counts, isOn: true };
}

const NOTHING: OrderCounts = { isOn: false, exportedToday: 0, waiting: 0, held: 0 };

/** How many of the shop's orders something stands in the way of, whether or not it synchronizes them: as many as the list has with `isFailed`. */
export async function countObstructed(
  { prisma }: Pick<Database, 'prisma'>,
  shop: ShopDomain,
): Promise<number> {
  const [row] = await prisma.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (${obstructedOrders(shop)}) as orders`;
  return row?.count ?? 0;
}
