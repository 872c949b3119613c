import { expect, test } from 'vitest';
import { codeInWords, formatDuration, formatInstant, quantile } from '#app/ui/overview/format.ts';

test('an instant is told in the shop’s zone, across midnight and summer time', () => {
  expect(formatInstant('2026-07-01T22:30:05.900Z', 'Europe/Paris')).toBe('2 Jul, 00:30:05');
  expect(formatInstant('2026-01-01T22:30:05.900Z', 'Europe/Paris')).toBe('1 Jan, 23:30:05');
});

test.each([
  [0.42, '0.4 ms'],
  [38.4, '38 ms'],
  [1200, '1.20 s'],
])('%d milliseconds read %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test('a code reads as words', () => {
  expect(codeInWords('basket_total_out_of_range')).toBe('Basket total out of range');
});

test('a quantile is one of the values, and none without values', () => {
  const values = [5, 1, 4, 2, 3];
  expect(quantile(values, 0.5)).toBe(3);
  expect(quantile(values, 0.95)).toBe(5);
  expect(quantile(values, 1)).toBe(5);
  expect(quantile([], 0.5)).toBeUndefined();
});
