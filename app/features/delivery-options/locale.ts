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
 * The text in the shopper's language: the locale itself, less and less exact (`zh-Hant-TW`, `zh-Hant`, `zh`), the shop's primary locale
 * likewise, then any. Dates within it are the shopper's own only where the language is. Null when there is no text at all.
 */
export function textFor(texts: LocalizedText, locale: string, primaryLocale: string): ChosenText | null {
  for (const wanted of [locale, primaryLocale]) {
    for (let key = wanted; key; key = key.slice(0, Math.max(0, key.lastIndexOf('-')))) {
      const text = texts[key];
      if (text) return { text, locale: wanted };
    }
  }
  const [any] = Object.entries(texts);
  return any ? { text: any[1], locale: any[0] } : null;
}
