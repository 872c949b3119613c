import type { OrderExports } from '#app/features/orders/index.ts';

/** What an order is placed with, where a test asks for nothing else: two pieces of one item, one of another, and a delivery at home. */
export const lines = [
  { sku: 'SKU-001', quantity: 2 },
  { sku: 'SKU-002', quantity: 1 },
];
export const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };

/** What became of the export in a run of the order's job that ended well. */
export function outcome(result: Awaited<ReturnType<OrderExports['process']>>) {
  return result._unsafeUnwrap().exported;
}
