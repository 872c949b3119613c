import { describe, expect, test } from 'vitest';
import type { Language } from '#app/words/languages.ts';
import { causeText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';
import { inTimezone } from '#app/words/speak-texts.ts';

/** New year has begun in Paris, not in New York. */
const INSTANT = '2027-01-02T23:30:00.000Z';
const opens = { code: 'opens_on', params: { date: INSTANT } };
const sent = { code: 'sent_at', params: { time: INSTANT } };

describe('an instant in the words of a cause', () => {
  test.each<[Language, string, string, string]>([
    ['en', 'Europe/Paris', 'Opens on 3 January 2027.', '3 January 2027 at 00:30'],
    ['en', 'America/New_York', 'Opens on 2 January 2027.', '2 January 2027 at 18:30'],
    ['fr', 'Europe/Paris', '3 janvier 2027', '3 janvier 2027 à 00:30'],
  ])('is in the language %s and the time zone %s of the shop', (language, timezone, day, minute) => {
    const words = inTimezone(speakWords(language), timezone);
    expect(causeText(words, opens)).toContain(day);
    expect(causeText(words, sent)).toContain(minute);
  });

  test('is in UTC where no shop is known, however often other shops were written to', () => {
    const words = speakWords('en');
    expect(causeText(inTimezone(words, 'Asia/Tokyo'), opens)).toContain('3 January 2027');
    expect(causeText(words, opens)).toContain('2 January 2027');
  });
});
