import type { CustomerIds, OwnedTable } from '#app/platform/database/owned-table.ts';

/** What is read here of a delivery group in `order_promise.groups`. */
interface NamedGroup {
  fulfillmentOrderId: string | null;
  quoteId: string | null;
}

/**
 * What is known of a customer's orders is kept as long as their shop. An order leads to the quote ids of what was shown for it, and to the
 * subjects of the events about it: itself, its fulfillment orders, and its id in OneStock.
 */
export const TABLES: readonly OwnedTable[] = [
  {
    name: 'order_note',
    expiry: null,
    shop: { how: 'in_batches', column: 'shop' },
    customer: {
      async remove({ orderNote }, shop, ids) {
        await orderNote.deleteMany({ where: { shop, ...ofOrders(ids) } });
      },
    },
  },
  {
    name: 'fulfillment_intent',
    expiry: null,
    shop: { how: 'in_batches', column: 'shop' },
    customer: {
      async remove({ fulfillmentIntent }, shop, ids) {
        await fulfillmentIntent.deleteMany({ where: { shop, ...ofOrders(ids) } });
      },
    },
  },
  {
    name: 'order_delivery',
    expiry: null,
    shop: { how: 'in_batches', column: 'shop' },
    customer: {
      async leadsTo({ orderDelivery }, shop, ids) {
        const deliveries = await orderDelivery.findMany({
          where: { shop, ...ofOrders(ids) },
          select: { oneStockOrderId: true },
        });
        return { subject: deliveries.map(({ oneStockOrderId }) => oneStockOrderId) };
      },
      async remove({ orderDelivery }, shop, ids) {
        await orderDelivery.deleteMany({ where: { shop, ...ofOrders(ids) } });
      },
    },
  },
  {
    name: 'order_export',
    expiry: null,
    shop: { how: 'in_batches', column: 'shop' },
    customer: {
      async remove({ orderExport }, shop, ids) {
        await orderExport.deleteMany({ where: { shop, ...ofOrders(ids) } });
      },
    },
  },
  {
    name: 'order_promise',
    expiry: null,
    shop: { how: 'in_batches', column: 'shop' },
    customer: {
      async leadsTo({ orderPromise }, shop, ids) {
        const promises = await orderPromise.findMany({
          where: { shop, ...ofOrders(ids) },
          select: { groups: true },
        });
        const groups = promises.flatMap((promise) => promise.groups as unknown as NamedGroup[]);
        const fulfillmentOrders = present(groups.map(({ fulfillmentOrderId }) => fulfillmentOrderId));
        const quote = present(groups.map(({ quoteId }) => quoteId));
        return { quote, subject: [...(ids.order ?? []), ...fulfillmentOrders] };
      },
      async report({ orderPromise }, shop, ids) {
        const kept = await orderPromise.findMany({
          where: { shop, ...ofOrders(ids) },
          select: { orderId: true, orderName: true },
          orderBy: { firstSeenAt: 'asc' },
        });
        return kept.map(({ orderId, orderName }) => orderName ?? orderId);
      },
      async remove({ orderPromise }, shop, ids) {
        await orderPromise.deleteMany({ where: { shop, ...ofOrders(ids) } });
      },
    },
  },
];

function ofOrders({ order = [] }: CustomerIds) {
  return { orderId: { in: [...order] } };
}

function present(ids: (string | null)[]): string[] {
  return ids.filter((id) => id !== null);
}
