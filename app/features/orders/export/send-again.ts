import { err, ok, type Result } from 'neverthrow';
import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { OrderSettings } from '#app/features/settings/shape.ts';
import type { OneStockGateway, OneStockOrder } from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { subtract } from '../convergence/open-lines.ts';
import { removedPieces } from '../convergence/pieces.ts';
import { amountsOf } from '../deliveries/line-amounts.ts';
import type { KnownDelivery, LinePieces } from '../deliveries/types.ts';
import { readKnownOrder } from '../known-order.ts';
import { keepNote } from '../order-notes.ts';
import { readOwnOrder } from '../read-own-order.ts';
import { type OrderError, orderError } from '../shape.ts';
import { askAlone } from '../work-alone.ts';
import type { ResynchronizeDependencies } from './resynchronize.ts';
import { takeUpOrders } from './take-up-orders.ts';

export interface SendAgainDependencies extends ResynchronizeDependencies {
  oneStockAccounts: Pick<OneStockAccounts, 'account'>;
  oneStock: Pick<OneStockGateway, 'readOrder'>;
}

/**
 * Asks OneStock once more for what it removed and Shopify's order still has: from now on that counts as not asked for, and becomes a further
 * order there. Releasing the hold that the app put on it does no such thing.
 *
 * @returns how many pieces are asked for again; an error when OneStock cannot be asked what it removed, or the app is at work on the order
 */
export function sendAgain(
  dependencies: SendAgainDependencies,
  order: { shop: ShopDomain; orderId: OrderId },
): Promise<Result<number, OrderError>> {
  return askAlone(dependencies.database, order, () => sendAlone(dependencies, order));
}

async function sendAlone(
  { database, jobs, clock, oneStockAccounts, oneStock }: SendAgainDependencies,
  { shop, orderId }: { shop: ShopDomain; orderId: OrderId },
): Promise<Result<number, OrderError>> {
  const { plan, export: known } = await readKnownOrder(database, shop, orderId);
  if (!plan) return err(orderError({ code: 'orders_not_synchronized' }));
  const account = await oneStockAccounts.account(shop);
  if (!account) return err(orderError({ code: 'no_account_to_ask' }));
  const again: { number: number; removed: LinePieces[]; pieces: number }[] = [];
  for (const delivery of known?.deliveries.filter(({ exportedAt }) => exportedAt !== null) ?? []) {
    const read = await readOwnOrder(oneStock, account.account, {
      oneStockOrderId: delivery.oneStockOrderId,
      orderId,
    });
    if (read.isErr()) return err(read.error);
    const more = read.value ? removedLines(delivery, read.value, plan.settings) : [];
    if (more.length === 0) continue;
    const removed = [...amountsOf([...delivery.removed, ...more])].map(toPieces);
    const pieces = more.reduce((sum, { quantity }) => sum + quantity, 0);
    again.push({ number: delivery.number, removed, pieces });
  }
  const pieces = again.reduce((sum, each) => sum + each.pieces, 0);
  if (pieces === 0) return ok(0);
  const now = clock.now();
  await database.prisma.$transaction(async (transaction) => {
    for (const { number, removed } of again)
      await transaction.orderDelivery.update({
        where: { shop_orderId_number: { shop, orderId, number } },
        data: { removed: removed.map((each) => ({ ...each })) },
      });
    const note = { at: now, kind: 'sent_again', facts: { pieces }, key: `sent_again:${now.toISOString()}` };
    await keepNote({ prisma: transaction }, shop, orderId, note);
    await takeUpOrders(jobs, transaction, shop, [orderId], now);
  });
  return ok(pieces);
}

/** What OneStock removed of a delivery, by line, but for what counts as not asked for already. */
function removedLines(
  { items, removed }: KnownDelivery,
  oneStockOrder: OneStockOrder,
  settings: OrderSettings,
): LinePieces[] {
  const known = amountsOf(removed);
  const pieces = subtract(removedPieces({ oneStockOrder, items, settings }), known, items);
  const asked = amountsOf(items);
  const left = new Map(asked);
  subtract(pieces, left, items);
  return [...asked]
    .map(([lineItemId, quantity]) => toPieces([lineItemId, quantity - (left.get(lineItemId) ?? 0)]))
    .filter(({ quantity }) => quantity > 0);
}

function toPieces([lineItemId, quantity]: readonly [string, number]): LinePieces {
  return { lineItemId, quantity };
}
