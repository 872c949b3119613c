import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import { IS_FAILED, IS_HELD, ORDERS, STATE } from './conditions.ts';
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
      (count(*) filter (where export.exported_at >=
        date_trunc('day', ${clock.now()}::timestamptz at time zone ${timezone}) at time zone ${timezone}))::int as "exportedToday",
      (count(*) filter (where ${STATE} = 'waiting'))::int as waiting,
      (count(*) filter (where ${IS_HELD}))::int as held,
      (count(*) filter (where ${IS_FAILED}))::int as "needsAttention"
    from ${ORDERS} where promise.shop = ${shop}`;
  return { ...NOTHING, ...counts, isOn: true };
}

const NOTHING: OrderCounts = { isOn: false, exportedToday: 0, waiting: 0, held: 0, needsAttention: 0 };
