import { expect, test } from 'vitest';
import { originOf } from '#app/ui/activity/origin.ts';

test('an answer of a rung is named after it', () => {
  expect(originOf({ rung: 'stale', status: 200 })).toBe('stale');
  expect(originOf({ rung: 'fallback', status: 503 })).toBe('fallback');
});

test.each([
  ['the merchant’s own rules leave out every option', 200, 'ownRules'],
  ['the request was none', 400, 'refused'],
  ['there was nothing to show', 503, 'none'],
])('an answer without rates because %s is told apart', (_, status, origin) => {
  expect(originOf({ rung: 'none', status })).toBe(origin);
});
