import { expect, test } from 'vitest';
import type { DeliveryNow } from '#app/features/orders/index.ts';
import { isUnprepared } from '#app/routes/app.orders.$id/is-unprepared.ts';

const HOLD = { id: '1', since: '', lines: [{ lineItemId: 'L1', quantity: 1 }] };
const AGAIN = { ...HOLD, sentAgainAs: ['1028-2'] };
const unknown = { isKnown: false } as const;
const removed = (...pieces: [itemId: string, lineItemId: string | null][]) => {
  const delivery = {
    items: [{ lineItemId: 'L1', itemId: 'SHIRT', quantity: 2, states: [] }],
    unprepared: pieces.map(([itemId, lineItemId]) => ({ itemId, lineItemId, quantity: 1 })),
  };
  return { isKnown: true as const, now: [delivery as unknown as DeliveryNow] };
};

test('nobody prepares what OneStock removed until it was sent again, where OneStock does not say more', () => {
  expect(isUnprepared(HOLD, undefined)).toBe(true);
  expect(isUnprepared(HOLD, unknown)).toBe(true);
  expect(isUnprepared(AGAIN, undefined)).toBe(false);
  expect(isUnprepared(AGAIN, unknown)).toBe(false);
});

test('what OneStock says comes first: it may have removed again what was sent again, or prepare what it had removed', () => {
  expect(isUnprepared(AGAIN, removed(['SHIRT', 'L1']))).toBe(true);
  expect(isUnprepared(AGAIN, removed(['SHIRT', null]))).toBe(true);
  expect(isUnprepared(AGAIN, removed(['SCARF', 'L2']))).toBe(false);
  expect(isUnprepared(HOLD, removed())).toBe(false);
});
