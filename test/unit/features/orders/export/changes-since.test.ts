import { expect, it } from 'vitest';
import { goneSince } from '#app/features/orders/export/changes-since.ts';
import { whatDiffers } from '#app/features/orders/export/what-differs.ts';
import { line } from './shop-orders.ts';

const sent = [
  { lineItemId: 'a', itemId: 'SKU-001', quantity: 2, title: 'Linen shirt', sku: 'SKU-001' },
  { lineItemId: 'b', itemId: 'SKU-002', quantity: 1, title: 'Scarf', sku: 'SKU-002' },
];
const deliveries = [{ items: sent, removed: [] }];

it('counts items, whatever lines they are on: a piece that was asked for again on another line is not gone', () => {
  const lines = [
    line({ id: 'a', sku: 'SKU-001', quantity: 1 }),
    line({ id: 'b', sku: 'SKU-002', quantity: 1 }),
    line({ id: 'c', sku: 'SKU-001', quantity: 1 }),
  ];
  const both = [
    {
      items: [...sent, { lineItemId: 'c', itemId: 'SKU-001', quantity: 1 }],
      removed: [{ lineItemId: 'a', quantity: 1 }],
    },
  ];
  expect(goneSince(both, lines)).toEqual([]);
});

it('names what is gone as the merchant knows it', () => {
  const lines = [
    line({ id: 'a', sku: 'SKU-001', quantity: 1 }),
    line({ id: 'd', sku: null, title: 'Engraving', quantity: 2 }),
  ];
  const gone = goneSince(deliveries, lines);
  expect(gone).toMatchObject([
    { name: 'SKU-001', quantity: 1 },
    { name: 'SKU-002', quantity: 1 },
  ]);
  const refund = { id: 'r', at: null, total: '1.00', currency: 'EUR' };
  const causes = whatDiffers(gone, { isEdited: true, refunds: [refund] });
  expect(causes).toEqual([
    { code: 'refunded_or_removed_since_sent', params: { pieces: ['1 × SKU-001', '1 × SKU-002'] } },
  ]);
  expect(whatDiffers([], { isEdited: true, refunds: [] })).toEqual([]);
});
