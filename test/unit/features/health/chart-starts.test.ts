import { expect, test } from 'vitest';
import { dayStarts, hourStarts } from '#app/features/health/chart-starts.ts';

test('the last 24 hours end with this one', () => {
  const starts = hourStarts(new Date('2026-11-21T10:30:00Z'));
  expect(starts).toHaveLength(24);
  expect(starts[0]).toEqual(new Date('2026-11-20T11:00:00Z'));
  expect(starts.at(-1)).toEqual(new Date('2026-11-21T10:00:00Z'));
});

test('the last seven days are those of the shop, today included, also where a day has 25 hours', () => {
  const starts = dayStarts(new Date('2026-10-27T23:30:00Z'), 'Europe/Paris');
  expect(starts.map((start) => start.toISOString())).toEqual([
    '2026-10-21T22:00:00.000Z',
    '2026-10-22T22:00:00.000Z',
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
    '2026-10-27T23:00:00.000Z',
  ]);
});
