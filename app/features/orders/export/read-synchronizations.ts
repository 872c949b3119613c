import { type Causes, parseCauses } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { bySource, obstaclesOfOrder } from '../known-obstacles.ts';
import { type ExportState, ORDER_KEY_PREFIX, SYNCHRONIZATION_SOURCES } from '../shape.ts';

/** How far the synchronization of an order is. */
export interface Synchronization {
  orderId: OrderId;
  /** Null for an order of which nothing is known. */
  state: ExportState | 'needs_attention' | null;
  /** Something is being done about it, or about to be. */
  isWorking: boolean;
  /** Why it stands so; null where its state says it all. */
  causes: Causes | null;
  oneStockOrderId: string | null;
}

interface Row {
  orderId: OrderId;
  state: ExportState | null;
  isWorking: boolean;
  causes: unknown;
  oneStockOrderId: string | null;
  obstacles: unknown;
}

/** How far each of the orders is, in the order in which they are asked for. */
export async function readSynchronizations(
  { prisma }: Database,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<Synchronization[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    select asked.id as "orderId", state, causes,
      (select onestock_order_id from order_delivery where shop = ${shop} and order_id = asked.id and number = 1) as "oneStockOrderId",
      has_job(${ORDER_KEY_PREFIX} || ${shop} || ':' || asked.id) as "isWorking",
      ${obstaclesOfOrder(Prisma.sql`${shop}`, Prisma.sql`asked.id`)} as obstacles
    from unnest(${[...orderIds]}::text[]) with ordinality as asked(id, place)
    left join order_export on order_export.shop = ${shop} and order_export.order_id = asked.id
    order by place`;
  return rows.map(({ obstacles, causes, state, ...row }) => {
    const current = bySource(obstacles);
    const obstacle = SYNCHRONIZATION_SOURCES.find((source) => current.has(source));
    if (obstacle) return { ...row, state: 'needs_attention', causes: current.get(obstacle) ?? null };
    return { ...row, state, causes: causes === null ? null : parseCauses(causes) };
  });
}
