import { err, ok, type Result } from 'neverthrow';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { Prisma } from '#app/platform/database/generated/client.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { keepNote } from '../order-notes.ts';
import { ORDER, ORDER_SOURCES, type OrderError, orderError, orderSubject } from '../shape.ts';
import { type Decision, decisionFor } from './decided.ts';
import type { ResynchronizeDependencies } from './resynchronize.ts';
import { synchronizesOrders } from './synchronizes-orders.ts';
import { takeUpOrders } from './take-up-orders.ts';

/**
 * Lets an order go on to OneStock that stopped until a person decides: without the lines that OneStock has no item for, as several orders, or
 * though it may come later than the shopper was told. Asking twice is asking once.
 *
 * @returns an error when the shop does not synchronize orders, or the order waits for no such decision, any more
 */
export async function decideExport(
  {
    database,
    jobs,
    obstacles,
    clock,
  }: ResynchronizeDependencies & { obstacles: Pick<Obstacles, 'of' | 'clearEach'> },
  { shop, orderId }: { shop: ShopDomain; orderId: OrderId },
  decision: Decision,
): Promise<Result<void, OrderError>> {
  if (!(await synchronizesOrders(database, shop)))
    return err(orderError({ code: 'orders_not_synchronized' }));
  const standing = await obstacles.of(shop, orderSubject(orderId));
  const open = standing.find(
    ({ source, causes: [{ code }] }) => source === ORDER_SOURCES.export && decisionFor(code) === decision,
  );
  if (!open) return err(orderError({ code: 'nothing_to_decide' }));
  const now = clock.now();
  const decided = JSON.stringify({
    [decision]: true,
    ...(decision === 'late' && { whyLate: open.causes[0] }),
  });
  const isKnown = await database.prisma.$transaction(async (transaction) => {
    const count = await transaction.$executeRaw(
      Prisma.sql`update order_export set decided = decided || ${decided}::jsonb where shop = ${shop} and order_id = ${orderId}`,
    );
    if (count === 0) return false;
    await obstacles.clearEach(
      shop,
      { kind: ORDER, ids: [orderId], sources: [ORDER_SOURCES.export] },
      transaction,
    );
    const note = {
      at: now,
      kind: 'decided_to_send',
      facts: { decision },
      key: `decided_to_send:${decision}`,
    };
    await keepNote({ prisma: transaction }, shop, orderId, note);
    await takeUpOrders(jobs, transaction, shop, [orderId], now);
    return true;
  });
  return isKnown ? ok() : err(orderError({ code: 'order_not_in_shop' }));
}
