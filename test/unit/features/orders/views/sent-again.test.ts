import { expect, test } from 'vitest';
import { deliveriesSentAgain, sentAgainAs } from '#app/features/orders/views/sent-again.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 30, 12, minute));
const line = (quantity: number, lineItemId = 'L1') => ({ lineItemId, itemId: lineItemId, quantity });
const delivery = (
  number: number,
  minute: number | null,
  items = [line(1)],
  removed = [] as typeof items,
) => ({
  ...{ number, oneStockOrderId: `1028-${number}`, items, removed },
  exportedAt: minute === null ? null : at(minute),
});
const note = (kind: string, minute: number) => ({
  ...{ id: `${kind}${minute}`, at: at(minute), kind, facts: {}, key: kind },
});
const ASKED = [note('sent_again', 20)];
const FIRST = delivery(1, 0, [line(2), line(1, 'L2')], [line(1)]);
const HOLD = { at: at(10), lines: [line(1)] };

test('a delivery is sent again where all of it counts as removed from earlier ones since somebody asked for that', () => {
  const deliveries = [FIRST, delivery(2, 21)];
  expect([...deliveriesSentAgain(deliveries, ASKED)]).toEqual([2]);
  expect([...deliveriesSentAgain(deliveries, [])]).toEqual([]);
  expect([...deliveriesSentAgain([FIRST, delivery(2, 15)], ASKED)]).toEqual([]);
  expect([...deliveriesSentAgain([FIRST, delivery(2, 21, [line(2)])], ASKED)]).toEqual([]);
  expect([...deliveriesSentAgain([FIRST, delivery(2, 21, [line(1), line(1, 'L3')])], ASKED)]).toEqual([]);
});

test('a hold tells as which orders its pieces were sent again since, and of none while they are being sent', () => {
  expect(sentAgainAs(HOLD, [FIRST, delivery(2, 21)], ASKED)).toEqual(['1028-2']);
  expect(sentAgainAs(HOLD, [FIRST, delivery(2, null)], ASKED)).toEqual([]);
  expect(sentAgainAs(HOLD, [FIRST], ASKED)).toEqual([]);
});

test('a hold that came after that was not sent again', () => {
  expect(sentAgainAs({ ...HOLD, at: at(30) }, [FIRST, delivery(2, 21)], ASKED)).toBeUndefined();
  expect(sentAgainAs(HOLD, [FIRST], [])).toBeUndefined();
});
