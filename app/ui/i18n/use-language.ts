import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language, toLanguage } from '#app/words/languages.ts';

/** The language of the page. It never changes while the page is open. */
export function useLanguage(): Language {
  return toLanguage(useTranslation().i18n.language) ?? LANGUAGES[0];
}
