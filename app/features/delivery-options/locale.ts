import type { LocalizedText } from './types.ts';

/** A locale that `Intl` accepts: `text` itself, else `fallback`. */
export function usableLocale(text: string | null | undefined, fallback: string): string {
  try {
    return Intl.getCanonicalLocales(text ?? '')[0] ?? fallback;
  } catch {
    return fallback;
  }
}

/**
 * The text in the shopper's language: the locale itself, its language, the shop's primary locale and its language, then any.
 * Answers null when there is no text at all.
 */
export function textFor(texts: LocalizedText, locale: string, primaryLocale: string): string | null {
  for (const candidate of [locale, languageOf(locale), primaryLocale, languageOf(primaryLocale)]) {
    const text = texts[candidate];
    if (text) return text;
  }
  return Object.values(texts)[0] ?? null;
}

function languageOf(locale: string): string {
  return locale.split('-')[0] ?? locale;
}
