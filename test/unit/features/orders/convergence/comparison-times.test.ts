import { expect, test } from 'vitest';
import { nextComparison } from '#app/features/orders/convergence/comparison-times.ts';

test('an order is compared every quarter of an hour at first, and once a day at last', () => {
  const exportedAt = new Date('2026-11-21T12:00:00Z');
  const minutesAtAge = (ageMinutes: number) => {
    const now = new Date(exportedAt.getTime() + ageMinutes * 60_000);
    return (nextComparison(exportedAt, now).getTime() - now.getTime()) / 60_000;
  };
  const day = 24 * 60;
  expect([0, 119, 120, day - 1, day, 7 * day - 1, 7 * day].map(minutesAtAge)).toEqual([
    15, 15, 60, 60, 360, 360, 1440,
  ]);
});
