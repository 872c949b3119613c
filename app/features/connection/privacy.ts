import type { Obstacles } from '#app/features/obstacles/index.ts';
import { redactShowings } from '#app/features/promise/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { deleteInBatches } from '#app/platform/database/delete-in-batches.ts';
import { notifyConfigurationChanged } from '#app/platform/database/listen.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import { type ConnectionCause, customerRequest } from './shape.ts';

// Shopify's three requests: https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance

/** Each batch looks for the shop in the statement that deletes: nothing goes once the shop has come back. */
const WHILE_GONE = 'shop = $1 and not exists (select from shop where domain = $1)';

/** Tables that may hold more of a shop than one transaction should delete, and their rows in the order in which they go. */
const LARGE_TABLES = [
  ['showing', WHILE_GONE],
  ['shown_rate', WHILE_GONE],
  ['callback', WHILE_GONE],
  ['rate_answer', WHILE_GONE],
  ['answered_hour', WHILE_GONE],
  ['run', WHILE_GONE],
  ['promise_cache', WHILE_GONE],
  ['order_note', WHILE_GONE],
  ['fulfillment_intent', WHILE_GONE],
  ['order_export', WHILE_GONE],
  ['order_promise', WHILE_GONE],
  ['inbox_event', `${WHILE_GONE} and topic <> 'shop/redact'`],
  ['inbox_event', WHILE_GONE],
] as const;

/**
 * Deletes everything that is kept of a shop, in every table: first the shop itself, so that jobs which are under way find none and end,
 * last the event that asks for it, so that a worker which is stopped half-way is asked again.
 *
 * @param at when Shopify asked. A shop that was granted access again since then has come back, and keeps what it has; one that comes back
 *   while this runs begins anew, and keeps what it gets.
 */
export async function redactShop({ prisma, pool }: Database, shop: ShopDomain, at: Date): Promise<void> {
  const isBack = await prisma.$transaction(async (transaction) => {
    // The account, the delivery options and the endpoints go with their shop.
    await transaction.shop.deleteMany({ where: { domain: shop, installedAt: { lte: at } } });
    if (await transaction.shop.findUnique({ where: { domain: shop } })) return true;
    await transaction.session.deleteMany({ where: { shop } });
    await transaction.obstacle.deleteMany({ where: { shop } });
    await notifyConfigurationChanged(transaction, shop);
    return false;
  });
  if (isBack) return;
  for (const [table, rows] of LARGE_TABLES) await deleteInBatches(pool, table, rows, [shop]);
}

/**
 * Deletes what is kept of a customer's orders: their promises, the rate requests that led to them, with everything that
 * was shown in answer, and the events about them. Nothing is kept under a customer.
 */
export async function redactOrders(
  { prisma }: Database,
  shop: ShopDomain,
  orderIds: readonly OrderId[],
): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    const ofOrders = { shop, orderId: { in: [...orderIds] } };
    const promises = await transaction.orderPromise.findMany({ where: ofOrders, select: { groups: true } });
    const groups = promises.flatMap((promise) => promise.groups as unknown as NamedGroup[]);
    await redactShowings(transaction, shop, present(groups.map(({ quoteId }) => quoteId)));
    const exports = await transaction.orderExport.findMany({
      where: ofOrders,
      select: { oneStockOrderId: true },
    });
    const subjects = [
      ...orderIds,
      ...present(groups.map(({ fulfillmentOrderId }) => fulfillmentOrderId)),
      ...present(exports.map(({ oneStockOrderId }) => oneStockOrderId)),
    ];
    const events = await transaction.inboxEvent.findMany({
      where: { shop, subject: { in: subjects } },
      select: { id: true },
    });
    await transaction.obstacle.deleteMany({
      where: { shop, subjectId: { in: [...orderIds, ...events.map(({ id }) => id)] } },
    });
    await transaction.inboxEvent.deleteMany({ where: { shop, subject: { in: subjects } } });
    await transaction.orderNote.deleteMany({ where: ofOrders });
    await transaction.fulfillmentIntent.deleteMany({ where: ofOrders });
    await transaction.orderExport.deleteMany({ where: ofOrders });
    await transaction.orderPromise.deleteMany({ where: ofOrders });
  });
}

/** What is read here of a delivery group in `order_promise.groups`. */
interface NamedGroup {
  fulfillmentOrderId: string | null;
  quoteId: string | null;
}

function present(ids: (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}

/**
 * Tells the merchant, who must answer the customer, what is kept of the customer's orders and where it can be read: a notice
 * that goes by itself after 30 days, the time that Shopify gives for the answer. Nothing is sent anywhere: all that is kept
 * of an order is also on the order.
 */
export async function reportStoredData(
  { database: { prisma }, obstacles }: { database: Database; obstacles: Obstacles },
  shop: ShopDomain,
  request: { id: string; orderIds: readonly OrderId[] },
): Promise<void> {
  const kept = await prisma.orderPromise.findMany({
    where: { shop, orderId: { in: [...request.orderIds] } },
    select: { orderId: true, orderName: true },
    orderBy: { firstSeenAt: 'asc' },
  });
  const orders = kept.map(({ orderId, orderName }) => orderName ?? orderId).join(', ');
  const cause: ConnectionCause<'customer_data_request'> =
    kept.length === 0
      ? { code: 'customer_data_none', params: { request: request.id } }
      : { code: 'customer_data_kept', params: { request: request.id, orders } };
  await obstacles.raise(shop, {
    subject: customerRequest(request.id),
    source: 'customer_data_request',
    causes: [cause],
    severity: 'info',
    remedies: ['dismiss'],
  });
}
