import { expect, it } from 'vitest';
import { changesSince } from '#app/features/orders/export/changes-since.ts';
import { whatDiffers } from '#app/features/orders/export/what-differs.ts';
import { line } from './shop-orders.ts';

const sent = [
  { lineItemId: 'a', itemId: 'SKU-001', quantity: 2, title: 'Linen shirt', sku: 'SKU-001' },
  { lineItemId: 'b', itemId: 'SKU-002', quantity: 1, title: 'Scarf', sku: 'SKU-002' },
];
const bySku = { itemIdSource: 'sku' } as const;

it('counts items, whatever lines they are on: a piece that is taken off one line and put on another is no change', () => {
  const lines = [
    line({ id: 'a', sku: 'SKU-001', quantity: 1 }),
    line({ id: 'b', sku: 'SKU-002', quantity: 1 }),
    line({ id: 'c', sku: 'SKU-001', quantity: 1 }),
  ];
  expect(changesSince(sent, lines, bySku)).toEqual({ gone: [], added: [] });
});

it('names what is gone and what was added as the merchant knows it', () => {
  const lines = [
    line({ id: 'a', sku: 'SKU-001', quantity: 1 }),
    line({ id: 'd', sku: null, title: 'Engraving', quantity: 2 }),
  ];
  const { gone, added } = changesSince(sent, lines, bySku);
  expect(gone).toMatchObject([
    { name: 'SKU-001', quantity: 1 },
    { name: 'SKU-002', quantity: 1 },
  ]);
  const refund = { id: 'r', at: null, total: '1.00', currency: 'EUR' };
  const causes = whatDiffers({ surplus: gone, added }, { isEdited: true, refunds: [refund] });
  expect(causes).toEqual([
    { code: 'refunded_or_removed_since_sent', params: { pieces: ['1 × SKU-001', '1 × SKU-002'] } },
    { code: 'added_since_sent', params: { pieces: ['2 × Engraving'] } },
  ]);
  expect(whatDiffers({ surplus: [], added: [] }, { isEdited: true, refunds: [] })).toEqual([]);
});
