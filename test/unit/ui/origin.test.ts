import { expect, test } from 'vitest';
import type { CallbackOverview } from '#app/features/activity/index.ts';
import { hasPromise, originCounts, originOf, RUNGS } from '#app/ui/overview/origin.ts';
import { sampleOverview } from '#test/support/overview.ts';

const { callbacks } = sampleOverview();

test('an answer of a rung is named after it', () => {
  expect(originOf({ rung: 'stale', status: 200 })).toBe(RUNGS.stale);
});

test.each([
  ['the merchant’s own rules leave out every option', 200, 'Your rules', undefined],
  ['the request was none', 400, 'Refused', 'warning'],
  ['there was nothing to show', 503, 'Nothing to show', 'critical'],
])('without rates because %s, an answer of status %i reads “%s”', (_, status, name, tone) => {
  expect(originOf({ rung: 'none', status })).toMatchObject({ name, tone });
});

test('origins are counted, those of one status apart from another’s', () => {
  const counts = originCounts([...callbacks, ...callbacks.slice(0, 1)]);
  expect(counts.map(({ origin, count }) => `${origin.name} ${count}`)).toEqual([
    'OneStock 2',
    'Remembered 1',
    'Fallback 1',
    'Older answer 1',
    'Shared memory 1',
    'Nothing to show 1',
    'Your rules 1',
    'Refused 1',
  ]);
});

test('each origin has a colour of its own', () => {
  const colors = originCounts(callbacks).map(({ origin }) => origin.color);
  expect(new Set(colors).size).toBe(colors.length);
});

test.each<[CallbackOverview['rung'], number, boolean]>([
  ['memory', 2, true],
  ['shared', 2, true],
  ['onestock', 2, true],
  ['stale', 2, true],
  ['onestock', 0, false],
  ['memory', 0, false],
  ['fallback', 2, false],
  ['none', 0, false],
])('an answer from %s with %i rates has a promise: %s', (rung, rateCount, expected) => {
  expect(hasPromise({ rung, rateCount })).toBe(expected);
});
