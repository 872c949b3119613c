import { expect, test } from 'vitest';
import { cancelledParcels } from '#app/features/orders/views/cancelled-parcels.ts';

const items = [
  { lineItemId: 'L1', itemId: '4001', sku: 'SHIRT', quantity: 3 },
  { lineItemId: 'L2', itemId: '4002', title: 'Scarf', quantity: 1 },
];
const parcel = (id: string, lines: [lineItemId: string, quantity: number][], state = 'done') => ({
  ...{ id, state },
  lines: lines.map(([lineItemId, quantity]) => ({ lineItemId, quantity })),
});
const reopened = (...pieces: string[]) => ({
  facts: { causes: [{ code: 'fulfilment_cancelled', params: { pieces } }] },
});
const BOTH = parcel('both', [
  ['L1', 2],
  ['L2', 1],
]);

test('a parcel is cancelled whose pieces a note lists as opened anew, and no other', () => {
  const other = parcel('other', [['L2', 1]]);
  const own = parcel('own', [['L1', 2]]);
  expect([...cancelledParcels([own, other], items, [reopened('2 × SHIRT')])]).toEqual([['own', 'cancelled']]);
  expect([...cancelledParcels([BOTH], items, [reopened('2 × SHIRT', '1 × Scarf')])]).toEqual([
    ['both', 'cancelled'],
  ]);
});

test('where the pieces may be of one parcel or another, each is cancelled perhaps', () => {
  const alike = [parcel('one', [['L1', 1]]), parcel('other', [['L1', 1]])];
  const found = cancelledParcels(alike, items, [reopened('1 × SHIRT')]);
  expect([...found.values()]).toEqual(['perhaps_cancelled', 'perhaps_cancelled']);
  const later = cancelledParcels(alike, items, [reopened('2 × SHIRT'), reopened('1 × SHIRT')]);
  expect([...later.values()]).toEqual(['cancelled', 'cancelled']);
});

test('what is no note of a cancelled fulfilment, or of no parcel that was fulfilled, says nothing', () => {
  const notes = [{ facts: {} }, { facts: { causes: [{ code: 'removed_since_sent' }] } }];
  expect(cancelledParcels([BOTH], items, notes).size).toBe(0);
  const intended = parcel('intended', [['L1', 2]], 'intended');
  expect(cancelledParcels([intended], items, [reopened('2 × SHIRT')]).size).toBe(0);
});
