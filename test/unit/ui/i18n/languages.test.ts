import { expect, test } from 'vitest';
import { languageOf } from '#app/words/languages.ts';

const asked = (locale: string | null, accepted?: string) =>
  languageOf(
    new Request(`https://app.test/app${locale === null ? '' : `?locale=${locale}`}`, {
      headers: accepted ? { 'Accept-Language': accepted } : {},
    }),
  );

test('the admin’s language comes before the browser’s', () => {
  expect(asked('fr', 'en-GB,en;q=0.9')).toBe('fr');
  expect(asked('en', 'fr')).toBe('en');
});

test.each(['fr', 'fr-CA', 'FR-fr'])('a variant of a language is that language: %s', (locale) => {
  expect(asked(locale)).toBe('fr');
});

test('where the admin’s language is none of ours, the most wanted of the browser’s that is ours is taken', () => {
  expect(asked('de', 'de, en;q=0.5, fr;q=0.8')).toBe('fr');
  expect(asked(null, 'fr;q=0, en')).toBe('en');
});

test('English is for everybody else, whatever was sent', () => {
  for (const accepted of [undefined, 'ja', '*', ';q=x', ',,,']) expect(asked(null, accepted)).toBe('en');
  expect(asked('%00')).toBe('en');
});
