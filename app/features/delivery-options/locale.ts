import type { LocalizedText } from './types.ts';

/** A locale that `Intl` accepts: `text` itself, else `fallback`. */
export function usableLocale(text: string | null | undefined, fallback: string): string {
  try {
    return Intl.getCanonicalLocales(text ?? '')[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/** A text, and the locale in which dates and numbers within it are to be written. */
export interface ChosenText {
  text: string;
  locale: string;
}

/**
 * The text in the first of the locales that has one, each less and less exact (`zh-Hant-TW`, `zh-Hant`, `zh`), or null. Dates within it are
 * those of the locale that was asked for.
 */
export function textIn(texts: LocalizedText, locales: readonly string[]): ChosenText | null {
  for (const locale of locales) {
    for (let key = locale; key; key = key.slice(0, Math.max(0, key.lastIndexOf('-')))) {
      const text = texts[key];
      if (text) return { text, locale };
    }
  }
  return null;
}

/**
 * The text in the shopper's language, else in the shop's primary one, else any. Dates within it are the shopper's own only where the
 * language is. Null when there is no text at all.
 */
export function textFor(texts: LocalizedText, locale: string, primaryLocale: string): ChosenText | null {
  const chosen = textIn(texts, [locale, primaryLocale]);
  if (chosen) return chosen;
  const [any] = Object.entries(texts);
  return any ? { text: any[1], locale: any[0] } : null;
}
