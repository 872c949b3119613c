import { expect, it } from 'vitest';
import { changesSince } from '#app/features/orders/export/changes-since.ts';
import { differenceInWords } from '#app/features/orders/export/difference-in-words.ts';
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
  const words = differenceInWords({ surplus: gone, added }, { isEdited: true, refunds: [refund] });
  expect(words?.message).toBe(
    'Refunded or removed in Shopify after the order was sent: 1 × SKU-001 and 1 × SKU-002. OneStock still has this and may send it to the ' +
      'shopper. Take it out of the order in OneStock. Added in Shopify after the order was sent: 2 × Engraving. OneStock does not have ' +
      'this, so nobody prepares it. Add it in OneStock, or fulfill it by hand.',
  );
  expect(differenceInWords({ surplus: [], added: [] }, { isEdited: true, refunds: [] })).toBeNull();
});
