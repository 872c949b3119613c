import { hasObstacle } from '#app/features/obstacles/index.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import {
  AWAITING_PAYMENT,
  ORDER,
  ORDER_SOURCES,
  type OrderSource,
  SYNCHRONIZATION_SOURCES,
} from './shape.ts';

// Conditions of SQL on the rows of an order, which the asking statement calls `promise` and `export`.

/** The promise could not be written, and nothing more is tried by itself. */
export const PROMISE_GIVEN_UP = obstructed('promise', [ORDER_SOURCES.promise]);

/** The order could not be sent, or what happened to it could not be followed, and nothing more is tried by itself. */
export const EXPORT_GIVEN_UP = obstructed('export', [ORDER_SOURCES.export]);

/** See {@link SYNCHRONIZATION_SOURCES}. */
export const EXPORT_OBSTRUCTED = obstructed('export', SYNCHRONIZATION_SOURCES);

/** The order waits for its payment. */
export const AWAITS_PAYMENT = Prisma.sql`coalesce(export.causes -> 0 ->> 'code' = ${AWAITING_PAYMENT}, false)`;

function obstructed(row: 'promise' | 'export', sources: readonly OrderSource[]): Prisma.Sql {
  const column = (name: string) => Prisma.raw(`${row}.${name}`);
  return hasObstacle({ shop: column('shop'), kind: ORDER, id: column('order_id') }, sources);
}
