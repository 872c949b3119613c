import { okAsync } from 'neverthrow';
import { expect, it } from 'vitest';
import { readBack } from '#app/features/orders/export/create-or-read-back.ts';
import type { OneStockConnection, OneStockOrder } from '#app/gateways/onestock/index.ts';

it('an order is known again by its items, whatever they are called', async () => {
  const information = { shopify_shop: 'example.myshopify.com', shopify_order_id: 'gid://shopify/Order/1' };
  const items = ['constructor', '__proto__', 'SKU-1', 'constructor'].map((itemId) => ({
    itemId,
    quantity: 1,
  }));
  const found = { information, items: items.toReversed(), groups: [] } as unknown as OneStockOrder;
  const look = (ours: typeof items) =>
    readBack({ readOrder: () => okAsync(found) }, {} as OneStockConnection, '1001', {
      information,
      items: ours,
    });
  expect((await look(items))._unsafeUnwrap()).toBe('found');
  expect((await look(items.slice(1)))._unsafeUnwrap()).toBe('foreign');
});
