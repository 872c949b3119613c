import type { OrderId, ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { orderEndpointId } from './order-metafields.ts';
import { orderSource } from './order-source.ts';
import type { ResolvedGroup } from './types.ts';

/** What is known of an order before it is read. */
export interface OrderRecord {
  firstSeenAt: Date;
  createdSeenAt: Date | null;
  routedSeenAt: Date | null;
  /** What was found before; later runs keep to it. */
  groups: ResolvedGroup[];
  /** When the order was first settled. */
  resolvedAt: Date | null;
}

/** The rows of `order_promise`: which events were seen, what was found, and whether it stands on the order. */
export interface OrderRecords {
  /** Null when no event of the order was ever seen. */
  find(): Promise<OrderRecord | null>;
  /** Keeps what was found, before it is written on the order: whoever runs next finds the same. */
  keepAnswer(orderName: string, groups: readonly ResolvedGroup[]): Promise<void>;
  /** `reason`: why there is no promise where there could be one, in the merchant's words. */
  settle(resolvedAt: Date, reason: string | null): Promise<void>;
  needsAttention(reason: string): Promise<void>;
}

export function orderRecord({ prisma }: Database, shop: ShopDomain, orderId: OrderId): OrderRecords {
  const where = { shop, orderId };
  return {
    async find() {
      const row = await prisma.orderPromise.findUnique({ where: { shop_orderId: where } });
      // Only `keepAnswer` writes the groups.
      return row && { ...row, groups: row.groups as unknown as ResolvedGroup[] };
    },
    async keepAnswer(orderName, groups) {
      const data = {
        orderName,
        groups: groups as unknown as Prisma.InputJsonArray,
        source: orderSource(groups),
        endpointId: orderEndpointId(groups),
      };
      await prisma.orderPromise.updateMany({ where, data });
    },
    async settle(resolvedAt, reason) {
      await prisma.orderPromise.updateMany({ where, data: { state: 'resolved', reason, resolvedAt } });
    },
    async needsAttention(reason) {
      await prisma.orderPromise.updateMany({ where, data: { state: 'needs_attention', reason } });
    },
  };
}
