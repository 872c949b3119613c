import i18next, { type i18n } from 'i18next';
import type { Language } from './languages.ts';

/**
 * An i18next instance with texts of one language, ready at once. This file has no texts, so that a browser gets those of its own language
 * only.
 *
 * @param texts by namespace
 */
export function speakTexts(language: Language, texts: TextTree): i18n {
  const instance = i18next.createInstance();
  instance.init({
    lng: language,
    resources: { [language]: withMillions(withBoundPunctuation(texts)) },
    defaultNS: 'common',
    fallbackLng: false,
    initAsync: false,
    // React escapes, and notes are plain text.
    interpolation: { escapeValue: false },
  });
  for (const [name, options] of Object.entries(INSTANTS)) {
    const formats = new Map<string, Intl.DateTimeFormat>();
    instance.services.formatter?.add(name, (instant: string, _language, { timezone = 'UTC' }) => {
      const format =
        formats.get(timezone) ??
        new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: timezone });
      formats.set(timezone, format);
      return format.format(new Date(instant));
    });
  }
  const countries = new Intl.DisplayNames(LOCALES[language], { type: 'region' });
  instance.services.formatter?.add('country', (code: string) => nameOf(countries, code));
  return instance;
}

/** What a country is called by its ISO 3166-1 alpha-2 code; the code itself where it is none. */
function nameOf(countries: Intl.DisplayNames, code: string): string {
  try {
    return countries.of(code) ?? code;
  } catch {
    return code;
  }
}

/** The same texts, with instants in this IANA time zone. Without it they are in UTC. */
export function inTimezone(words: i18n, timezone: string): i18n {
  return words.cloneInstance({
    interpolation: { ...words.options.interpolation, defaultVariables: { timezone } },
  });
}

/** English with the day before the month and a clock of 24 hours, as everywhere on the pages. */
const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };

/** How a text writes an instant that is given in ISO 8601: `{{date, day}}`. */
const INSTANTS: Record<string, Intl.DateTimeFormatOptions> = {
  day: { dateStyle: 'long' },
  minute: { dateStyle: 'long', timeStyle: 'short' },
};

export interface TextTree {
  readonly [name: string]: string | TextTree;
}

/**
 * French counts whole millions by a plural form of their own, `many` ("1 000 000 de commandes"), which nobody would write for each text: it
 * reads as the plural.
 *
 * @see https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html
 */
function withMillions(texts: TextTree): TextTree {
  const entries = Object.entries(texts).flatMap(([name, text]): [string, string | TextTree][] => {
    if (typeof text !== 'string') return [[name, withMillions(text)]];
    const asMany = name.replace(/_other$/, '_many');
    return asMany === name
      ? [[name, text]]
      : [
          [asMany, text],
          [name, text],
        ];
  });
  return Object.fromEntries(entries);
}

/** French sets a space before these marks and within its quotes, where no line may end. The other languages have none there. */
const PUNCTUATION_SPACE = / (?=[:;?!»])|(?<=«) /g;
const NO_BREAK_SPACE = '\u00a0';

function withBoundPunctuation(texts: TextTree): TextTree {
  const entries = Object.entries(texts).map(([name, text]) => [
    name,
    typeof text === 'string' ? text.replace(PUNCTUATION_SPACE, NO_BREAK_SPACE) : withBoundPunctuation(text),
  ]);
  return Object.fromEntries(entries);
}
