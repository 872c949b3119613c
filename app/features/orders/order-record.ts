import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { orderEndpointId } from './order-metafields.ts';
import { orderSource } from './order-source.ts';
import type { ResolvedGroup } from './types.ts';

/** What is known of an order before it is read. */
export interface KnownOrder {
  firstSeenAt: Date;
  createdSeenAt: Date | null;
  routedSeenAt: Date | null;
  /** What was found before; later runs keep to it. */
  groups: ResolvedGroup[];
  /** OneStock has the order, with the promise that was found. */
  isExported: boolean;
}

/** Why an order has no promise, or needs attention. */
export interface OrderReason {
  /** Null where an earlier version kept none. */
  code: string | null;
  /** For the merchant, in English. */
  message: string;
}

/** An order's row of `order_promise`: which events were seen, what was found, and whether it stands on the order. */
export interface OrderRecord {
  /** Null when no event of the order was ever seen. */
  find(): Promise<KnownOrder | null>;
  /** Keeps what was found, before it is written on the order: whoever runs next finds the same. */
  keepAnswer(orderName: string, groups: readonly ResolvedGroup[]): Promise<void>;
  /** Nothing is left to do. `reason`: why the order has no promise where it could have one. */
  settle(now: Date, reason: OrderReason | null): Promise<void>;
  needsAttention(reason: OrderReason): Promise<void>;
}

export function orderRecord({ prisma }: Database, shop: ShopDomain, orderId: OrderId): OrderRecord {
  const where = { shop, orderId };
  return {
    async find() {
      const row = await prisma.orderPromise.findUnique({ where: { shop_orderId: where } });
      if (!row) return null;
      const exported = await prisma.orderExport.count({ where: { ...where, exportedAt: { not: null } } });
      // Only `keepAnswer` writes the groups.
      return { ...row, groups: row.groups as unknown as ResolvedGroup[], isExported: exported > 0 };
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
    async settle(now, reason) {
      await prisma.$executeRaw`
        update order_promise
        set state = 'resolved', reason = ${reason?.message ?? null}, reason_code = ${reason?.code ?? null},
          resolved_at = coalesce(resolved_at, ${now})
        where shop = ${shop} and order_id = ${orderId}`;
    },
    async needsAttention({ code, message }) {
      const data = { state: 'needs_attention', reason: message, reasonCode: code };
      await prisma.orderPromise.updateMany({ where, data });
    },
  };
}
