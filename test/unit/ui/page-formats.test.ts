import { expect, test } from 'vitest';
import { formatAge, formatDuration, formatMoment, formatNumber, formatShare } from '#app/ui/format.ts';

const paris = { timezone: 'Europe/Paris' };
/** Which kind of space stands in a number depends on the version of the Unicode data. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('an instant is told in the shop’s zone, across midnight and summer time, in the merchant’s language', () => {
  const summer = '2026-07-01T22:30:05.900Z';
  expect(formatMoment(summer, { ...paris, language: 'en' })).toBe('2 Jul, 00:30');
  expect(formatMoment(summer, { ...paris, language: 'en', to: 'second' })).toBe('2 Jul, 00:30:05');
  expect(formatMoment(summer, { ...paris, language: 'fr', to: 'day' })).toBe('2 juil. 2026');
  expect(formatMoment('2026-01-01T22:30:05.900Z', { ...paris, language: 'en' })).toBe('1 Jan, 23:30');
});

test.each([
  ['2026-11-21T10:00:00Z', 'now', 'maintenant'],
  ['2026-11-21T09:59:20Z', '40 seconds ago', 'il y a 40 secondes'],
  ['2026-11-21T09:00:01Z', '59 minutes ago', 'il y a 59 minutes'],
  ['2026-11-21T09:00:00Z', '1 hour ago', 'il y a 1 heure'],
  ['2026-11-20T09:00:00Z', 'yesterday', 'hier'],
  ['2026-11-23T10:00:00Z', 'in 2 days', 'après-demain'],
])('%s is told by its largest unit', (instant, english, french) => {
  const now = '2026-11-21T10:00:00Z';
  expect(formatAge(instant, { now, language: 'en' })).toBe(english);
  expect(plain(formatAge(instant, { now, language: 'fr' }))).toBe(french);
});

test.each([
  [0.42, '0.4 ms', '0,4 ms'],
  [38.4, '38 ms', '38 ms'],
  [1200, '1.20 s', '1,20 s'],
])('%d milliseconds read %s', (milliseconds, english, french) => {
  expect(formatDuration(milliseconds, 'en')).toBe(english);
  expect(formatDuration(milliseconds, 'fr')).toBe(french);
});

test('numbers and shares are written as the language does', () => {
  expect(formatNumber(1234.5, 'en', 1)).toBe('1,234.5');
  expect(plain(formatNumber(1234.5, 'fr', 1))).toBe('1 234,5');
  expect(formatShare(0.976, 'en')).toBe('98%');
  expect(plain(formatShare(0.976, 'fr'))).toBe('98 %');
});
