import { isDeepStrictEqual } from 'node:util';
import type { Causes, Obstacles } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import { runSql } from '#app/platform/database/run-sql.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { KnownOrder } from '../known-order.ts';
import { ORDER_SOURCES, orderSubject, type PromiseState } from '../shape.ts';
import { orderEndpointId } from './order-metafields.ts';
import { orderSource } from './order-source.ts';
import type { Order, ResolvedGroup } from './types.ts';

/** An order's row of `order_promise`: which events were seen, what was found, and whether it stands on the order. */
export interface OrderRecord {
  /** Keeps what was found, where it is not kept yet, before it is written on the order: whoever runs next finds the same. */
  keepAnswer(
    order: Pick<Order, 'name' | 'updatedAt'>,
    groups: readonly ResolvedGroup[],
    known: KnownOrder,
  ): Promise<void>;
  /** Nothing is left to do. `causes`: why the order has no promise where it could have one, or not the one that was shown. */
  settle(now: Date, causes: Causes | null, known: KnownOrder): Promise<void>;
  /** Nothing more is tried by itself. */
  giveUp(causes: Causes, attempts: number): Promise<void>;
}

export function orderRecord(
  {
    database: { prisma, pool },
    obstacles,
  }: { database: Pick<Database, 'prisma' | 'pool'>; obstacles: Obstacles },
  shop: ShopDomain,
  orderId: OrderId,
): OrderRecord {
  const where = { shop, orderId };
  let kept: object | undefined;
  const key = { subject: orderSubject(orderId), source: ORDER_SOURCES.promise };
  return {
    async keepAnswer({ name: orderName, updatedAt }, groups, { promise }) {
      kept ??= asJson({
        orderName: promise?.orderName,
        updatedAt: promise?.updatedAt,
        groups: promise?.groups,
      });
      const answer = asJson({ orderName, updatedAt, groups });
      if (isDeepStrictEqual(kept, answer)) return;
      await runSql(
        pool,
        'keep-order-answer',
        Prisma.sql`
          update order_promise set order_name = ${orderName}, updated_at = ${updatedAt}, groups = ${JSON.stringify(groups)}::json,
            source = ${orderSource(groups)}, endpoint_id = ${orderEndpointId(groups)}
          where shop = ${shop} and order_id = ${orderId}`,
      );
      kept = answer;
    },
    async settle(now, causes, { promise, obstacles: current }) {
      const state: PromiseState = 'resolved';
      const isGivenUp = current.has(key.source);
      const isSettled =
        promise?.state === state && promise.resolvedAt !== null && isDeepStrictEqual(promise.causes, causes);
      if (isSettled && !isGivenUp) return;
      const settle = Prisma.sql`
        update order_promise
        set state = ${state}, causes = ${causes && JSON.stringify(causes)}::jsonb, resolved_at = coalesce(resolved_at, ${now})
        where shop = ${shop} and order_id = ${orderId}`;
      if (!isGivenUp) {
        await runSql(pool, 'settle-order-promise', settle);
        return;
      }
      await prisma.$transaction(async (transaction) => {
        await transaction.$executeRaw(settle);
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

/** As JSON keeps it: what is undefined is left out. */
function asJson(value: object): object {
  return JSON.parse(JSON.stringify(value));
}
