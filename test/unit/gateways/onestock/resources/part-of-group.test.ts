import { expect, it } from 'vitest';
import { type OneStockGroup, partOfGroup } from '#app/gateways/onestock/index.ts';

const group: OneStockGroup = {
  ...{ itemId: 'SKU-1', orderItemId: null, state: 'created', parcelId: null, endpointId: null, reason: null },
  quantity: 5,
  ranges: [
    { from: 1, to: 3 },
    { from: 7, to: 8 },
  ],
};

it('a part of a group names its units, and no more than there are', () => {
  expect(partOfGroup(group, 4)).toMatchObject({
    quantity: 4,
    ranges: [
      { from: 1, to: 3 },
      { from: 7, to: 7 },
    ],
  });
  expect(partOfGroup(group, 9, (unit) => unit > 2)).toMatchObject({
    quantity: 3,
    ranges: [
      { from: 3, to: 3 },
      { from: 7, to: 8 },
    ],
  });
});

it('a part of a group whose units are not told is a number of its item', () => {
  expect(partOfGroup({ ...group, ranges: [] }, 2)).toEqual({ ...group, quantity: 2, ranges: [] });
  expect(partOfGroup({ ...group, ranges: [] }, 9).quantity).toBe(5);
});
