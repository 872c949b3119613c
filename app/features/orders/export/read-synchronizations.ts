import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { ExportState } from './export-record.ts';

/** How far the synchronization of an order is. */
export interface Synchronization {
  orderId: OrderId;
  /** Null for an order of which nothing is known. */
  state: ExportState | null;
  /** Something is being done about it, or about to be. */
  isWorking: boolean;
  reason: string | null;
  oneStockOrderId: string | null;
}

/** How far each of the orders is, in the order in which they are asked for. */
export function readSynchronizations(
  { prisma }: Database,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<Synchronization[]> {
  return prisma.$queryRaw<Synchronization[]>`
    select asked.id as "orderId", state, reason, onestock_order_id as "oneStockOrderId",
      has_job('order:' || ${shop} || ':' || asked.id) as "isWorking"
    from unnest(${[...orderIds]}::text[]) with ordinality as asked(id, place)
    left join order_export on order_export.shop = ${shop} and order_export.order_id = asked.id
    order by place`;
}
