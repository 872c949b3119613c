import { expect, test } from 'vitest';
import { type CountedHour, countAnswers } from '#app/features/health/count-answers.ts';

const START = new Date('2026-11-21T08:00:00Z');
const NEXT = new Date('2026-11-21T09:00:00Z');

const counted = (rung: CountedHour['rung'], answers: number, promised = 0, failed = 0, hour = START) => ({
  hour,
  rung,
  answers,
  promised,
  failed,
});

test('every answer has one outcome: a promise, a fallback, a failure, or no promise to make', () => {
  const { totals, answers } = countAnswers(
    [
      counted('memory', 10, 9),
      counted('onestock', 5, 4),
      // An older answer after a failure still is a promise.
      counted('stale', 3, 3, 3),
      counted('fallback', 4, 0, 3),
      // Half were Shopify's backup rates, half what the merchant's own rules leave out.
      counted('none', 2, 0, 1),
    ],
    [START],
  );
  expect(totals).toEqual({ promised: 16, fallback: 4, failed: 1, unpromised: 3 });
  expect(answers).toBe(24);
});

test('a bar has what lies between its start and the next, and none is left out for being empty', () => {
  const { bars, answers } = countAnswers(
    [counted('memory', 2, 2, 0, new Date('2026-11-21T07:00:00Z')), counted('memory', 1, 1, 0, NEXT)],
    [START, NEXT],
  );
  expect(bars).toEqual([
    { from: START.toISOString(), promised: 0, fallback: 0, failed: 0, unpromised: 0 },
    { from: NEXT.toISOString(), promised: 1, fallback: 0, failed: 0, unpromised: 0 },
  ]);
  expect(answers).toBe(1);
});

test('rungs stand in the order of the ladder, and failures count whatever was shown instead', () => {
  const { rungs, failures } = countAnswers(
    [counted('fallback', 1, 0, 1), counted('memory', 4, 4), counted('stale', 2, 2, 2)],
    [START],
  );
  expect(rungs).toEqual([
    { rung: 'memory', answers: 4 },
    { rung: 'stale', answers: 2 },
    { rung: 'fallback', answers: 1 },
  ]);
  expect(failures).toBe(3);
});
