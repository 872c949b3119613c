import type { convergenceUnderTest } from './convergence-under-test.ts';

export const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };
export const lines = [
  { sku: 'SKU-001', quantity: 2 },
  { sku: 'SKU-002', quantity: 2 },
];
export const tracking = {
  carrier: { name: 'Colissimo' },
  trackingCode: '6A123',
  trackingLink: 'https://example.com/6A123',
};

type Under = Awaited<ReturnType<typeof convergenceUnderTest>>;
export type OrderId = Awaited<ReturnType<Under['export']>>['orderId'];

/** Compares an order, and reads what Shopify's order tells afterwards. */
export function toldInShopify(under: Under) {
  return {
    async converge(orderId: OrderId) {
      return (await under.converge(orderId))._unsafeUnwrap();
    },
    /** Fulfilled and held pieces by SKU. */
    told(orderId: OrderId) {
      const order = under.order(orderId);
      const sku = (lineId: string) => order.lines.find(({ id }) => id === lineId)?.sku;
      return {
        fulfilments: order.fulfillments.map(({ lines: fulfilled }) =>
          fulfilled.map(({ orderLineId, quantity }) => `${quantity} ${sku(orderLineId)}`).join(' '),
        ),
        held: order.fulfillmentOrders
          .filter(({ holds }) => holds.some(({ app }) => app === null))
          .flatMap((each) => each.lines.filter(({ remainingQuantity }) => remainingQuantity > 0))
          .map((line) => `${line.remainingQuantity} ${sku(line.orderLineId)}`),
      };
    },
  };
}
