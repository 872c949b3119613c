import { err, ok, type Result } from 'neverthrow';
import type { Obstacles } from '#app/features/obstacles/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { keepNote } from '../order-notes.ts';
import { ORDER, ORDER_SOURCES, type OrderError, orderError, orderSubject } from '../shape.ts';
import { type Decision, decided, decisionFor } from './decided.ts';
import type { ResynchronizeDependencies } from './resynchronize.ts';
import { synchronizesOrders } from './synchronizes-orders.ts';
import { takeUpOrders } from './take-up-orders.ts';

/**
 * Lets an order go on to OneStock that stopped until a person decides: without the lines that it stopped for, as several orders, or
 * though it may come later than the shopper was told. Asking twice is asking once, and answered alike.
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
  const now = clock.now();
  const isDecided = await database.prisma.$transaction(async (transaction) => {
    const [row] = await transaction.$queryRaw<{ decided: unknown; openLines: string[] }[]>`
      select decided, open_lines as "openLines" from order_export
      where shop = ${shop} and order_id = ${orderId} for update`;
    if (!row) return false;
    const before = decided.parse(row.decided);
    const standing = await obstacles.of(shop, orderSubject(orderId), transaction);
    const stopped = standing.find(({ source }) => source === ORDER_SOURCES.export);
    if (!stopped) return decision === 'without' ? before.without.length > 0 : before[decision] === true;
    if (decisionFor(stopped.causes[0].code) !== decision) return false;
    const lines = decision === 'without' ? row.openLines : [];
    const after =
      decision === 'without'
        ? { without: [...before.without, ...lines] }
        : { [decision]: true, ...(decision === 'late' && { whyLate: stopped.causes[0] }) };
    await transaction.orderExport.update({
      where: { shop_orderId: { shop, orderId } },
      data: { decided: decided.parse({ ...before, ...after }), openLines: [] },
    });
    const ofOrder = { kind: ORDER, ids: [orderId], sources: [ORDER_SOURCES.export] };
    await obstacles.clearEach(shop, ofOrder, transaction);
    const key = ['decided_to_send', decision, ...(lines.length > 0 ? [sha256Hex(lines.join())] : [])].join(
      ':',
    );
    const note = { at: now, kind: 'decided_to_send', facts: { decision }, key };
    await keepNote({ prisma: transaction }, shop, orderId, note);
    await takeUpOrders(jobs, transaction, shop, [orderId], now);
    return true;
  });
  return isDecided ? ok() : err(orderError({ code: 'nothing_to_decide' }));
}
