import { type Causes, obstaclesOf, parseObstacles } from '#app/features/obstacles/index.ts';
import type { Prisma } from '#app/platform/database/generated/client.ts';
import { ORDER } from './shape.ts';

/** What stands in an order's way, by its source. */
export type KnownObstacles = ReadonlyMap<string, Causes>;

/** An expression of SQL that reads an order's obstacles along with its row, for {@link bySource}. */
export function obstaclesOfOrder(shop: Prisma.Sql, orderId: Prisma.Sql): Prisma.Sql {
  return obstaclesOf({ shop, kind: ORDER, id: orderId });
}

/** Reads what {@link obstaclesOfOrder} selects. */
export function bySource(selected: unknown): KnownObstacles {
  return new Map(parseObstacles(selected).map(({ source, causes }) => [source, causes]));
}
