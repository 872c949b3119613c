import { describe, expect, test } from 'vitest';
import { fieldsOf, GROUPS, pathOf, sectionsOf } from '#app/features/settings/shape.ts';
import { texts as english } from '#app/ui/i18n/en/index.ts';
import { texts as french } from '#app/ui/i18n/fr/index.ts';
import type { SettingWords } from '#app/ui/i18n/setting-words.ts';
import { speak } from '#app/ui/i18n/texts.ts';

/** Of these OneStock's own names are shown. */
const NAMED_BY_ONESTOCK = ['v4', 'v3', 'v2'];

describe.each([english, french])('in $language', (texts) => {
  const i18n = speak(texts);
  const wordsOf = (key: string) => i18n.getResource(i18n.language, 'configuration', key);

  test('every setting has its name within a sentence, and a label where the page has no component for it', () => {
    for (const { group, name, field } of fieldsOf(GROUPS)) {
      const words: SettingWords = wordsOf(`fields.${group}.${name}`);
      expect([pathOf(group, name), words.within]).toEqual([pathOf(group, name), expect.stringMatching(/./)]);
      if (field.control.kind !== 'special') expect(words.label).toMatch(/./);
    }
  });

  test('every value that can be chosen has its words', () => {
    for (const { group, name, field } of fieldsOf(GROUPS)) {
      if (!('values' in field.control)) continue;
      const { values = {} }: SettingWords = wordsOf(`fields.${group}.${name}`);
      const named = field.control.values
        .filter((value) => !NAMED_BY_ONESTOCK.includes(value))
        .map((value) => value || 'none');
      expect([pathOf(group, name), Object.keys(values)]).toEqual([pathOf(group, name), named]);
    }
  });

  test('every card has its title, and every fault of a setting its words', () => {
    for (const section of sectionsOf(GROUPS)) expect(wordsOf(`sections.${section}.title`)).toMatch(/./);
    const codes = fieldsOf(GROUPS).flatMap(({ field }) => Object.values(field.faults));
    for (const code of [
      ...codes,
      'country_twice',
      'endpoint_unknown',
      'changed_meanwhile',
      'shop_not_installed',
    ])
      expect([
        code,
        i18n.exists(`configuration:errors.${code}`) || i18n.exists(`common:errors.${code}`),
      ]).toEqual([code, true]);
  });
});
