import { expect, test } from 'vitest';
import { changeOfArrival } from '#app/routes/app.orders.$id/change-of-arrival.ts';

const until = (day: number) => ({ from: '2026-11-24T08:00:00Z', to: `2026-11-${day}T18:00:00Z` });

test.each([
  [[25], 25, 'asPromised'],
  [[25], 26, 'later'],
  [[25], 24, 'sooner'],
  [[24, 26], 26, 'asPromised'],
  [[], 26, null],
] as const)('promised until %j, an arrival until %i is %s', (promised, now, expected) => {
  expect(changeOfArrival(promised.map(until), until(now))).toBe(expected);
});
