import { expect, test } from 'vitest';
import { texts as english } from '#app/ui/i18n/en/index.ts';
import { texts as french } from '#app/ui/i18n/fr/index.ts';
import { speak } from '#app/ui/i18n/texts.ts';

/** Every text by its whole key. */
function flat(texts: object, path = ''): [key: string, text: string][] {
  return Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as [string, string]]
      : flat(value, `${path}${name}.`),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name).sort();

const englishTexts = flat(english.pages);
const frenchTexts = new Map(flat(french.pages));

test('French has the very keys of English', () => {
  expect([...frenchTexts.keys()].sort()).toEqual(englishTexts.map(([key]) => key).sort());
});

/** "One order" needs no number. */
const isSingular = (key: string) => key.endsWith('_one');

test('a French text has the placeholders of the English one', () => {
  for (const [key, text] of englishTexts.filter(([key]) => !isSingular(key)))
    expect([key, placeholders(frenchTexts.get(key) ?? '')]).toEqual([key, placeholders(text)]);
});

test('a singular has no placeholder that its plural lacks', () => {
  for (const texts of [new Map(englishTexts), frenchTexts]) {
    for (const [key, text] of [...texts].filter(([key]) => isSingular(key))) {
      const plural = placeholders(texts.get(key.replace(/_one$/, '_other')) ?? '');
      for (const name of placeholders(text))
        expect([key, plural]).toEqual([key, expect.arrayContaining([name])]);
    }
  }
});

test('no text is empty', () => {
  expect([...englishTexts, ...frenchTexts].filter(([, text]) => text.trim() === '')).toEqual([]);
});

test('a text is spoken in its language, with numbers of things by that language’s rules', () => {
  const inFrench = speak(french).t;
  expect(inFrench('saveBar.save')).toBe('Enregistrer');
  expect(inFrench('refused.title', { count: 0 })).toContain('Un point');
  expect(inFrench('refused.title', { count: 2 })).toContain('2 points');
  expect(inFrench('refused.title', { count: 1_000_000 })).toContain('1000000 points');
  expect(speak(english).t('refused.title', { count: 0 })).toContain('0 things');
});

test('no line of French ends before its punctuation, or within its quotes', () => {
  const spoken = speak(french).getResourceBundle('fr', 'options');
  const texts = flat(spoken).map(([, text]) => text);
  expect(texts.filter((text) => /\u00a0[:;?!»]/.test(text))).not.toEqual([]);
  expect(texts.filter((text) => / [:;?!»]|« /.test(text))).toEqual([]);
});

test('what a merchant typed is shown as typed, not as HTML entities', () => {
  const i18n = speak(english);
  i18n.addResource('en', 'home', 'greeting', 'Hello {{name}}');
  expect(i18n.t('home:greeting' as never, { name: 'O’Neill & <Sons>' } as never)).toBe(
    'Hello O’Neill & <Sons>',
  );
});

test('French calls a hold a suspension, and an endpoint of OneStock a point OneStock', () => {
  const other = /(mis|mise|mettre|met|mettent|garde) en attente|articles en attente|\bendpoints?\b/i;
  expect([...frenchTexts].filter(([, text]) => other.test(text))).toEqual([]);
});
