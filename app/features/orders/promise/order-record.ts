import type { Causes, Obstacles } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { PROMISE_GIVEN_UP } from '../row-conditions.ts';
import { ORDER_SOURCES, orderSubject, type PromiseState } from '../shape.ts';
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
  /** The promise could not be written, and an obstacle says so. */
  isGivenUp: boolean;
}

/** An order's row of `order_promise`: which events were seen, what was found, and whether it stands on the order. */
export interface OrderRecord {
  /** Null when no event of the order was ever seen. */
  find(): Promise<KnownOrder | null>;
  /** Keeps what was found, before it is written on the order: whoever runs next finds the same. */
  keepAnswer(orderName: string, groups: readonly ResolvedGroup[]): Promise<void>;
  /** Nothing is left to do. `causes`: why the order has no promise where it could have one. */
  settle(now: Date, causes: Causes | null, known: Pick<KnownOrder, 'isGivenUp'>): Promise<void>;
  /** Nothing more is tried by itself. */
  giveUp(causes: Causes, attempts: number): Promise<void>;
}

export function orderRecord(
  { database: { prisma }, obstacles }: { database: Pick<Database, 'prisma'>; obstacles: Obstacles },
  shop: ShopDomain,
  orderId: OrderId,
): OrderRecord {
  const where = { shop, orderId };
  const key = { subject: orderSubject(orderId), source: ORDER_SOURCES.promise };
  return {
    async find() {
      const [row] = await prisma.$queryRaw<KnownOrder[]>`
        select first_seen_at as "firstSeenAt", created_seen_at as "createdSeenAt", routed_seen_at as "routedSeenAt", groups,
          exists (
            select from order_export as export
            where export.shop = promise.shop and export.order_id = promise.order_id and export.exported_at is not null
          ) as "isExported",
          ${PROMISE_GIVEN_UP} as "isGivenUp"
        from order_promise as promise where shop = ${shop} and order_id = ${orderId}`;
      return row ?? null;
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
    async settle(now, causes, known) {
      const state: PromiseState = 'resolved';
      const settle = (client: Pick<Prisma.TransactionClient, '$executeRaw'>) => client.$executeRaw`
        update order_promise
        set state = ${state}, causes = ${causes && JSON.stringify(causes)}::jsonb, resolved_at = coalesce(resolved_at, ${now})
        where shop = ${shop} and order_id = ${orderId}`;
      if (!known.isGivenUp) {
        await settle(prisma);
        return;
      }
      await prisma.$transaction(async (transaction) => {
        await settle(transaction);
        await obstacles.clear(shop, key, transaction);
      });
    },
    async giveUp(causes, attempts) {
      const state: PromiseState = 'waiting';
      await prisma.$transaction(async (transaction) => {
        const data = { state, causes: Prisma.DbNull };
        const { count } = await transaction.orderPromise.updateMany({ where, data });
        if (count === 0) return;
        const found = {
          causes,
          severity: 'critical',
          attempts,
          remedies: ['retry', 'dismiss', 'open'],
        } as const;
        await obstacles.raise(shop, { ...key, ...found }, transaction);
      });
    },
  };
}
