import { useMemo } from 'react';
import { useLanguage } from '#app/ui/i18n/use-language.ts';

/** Names of languages in the merchant's own, as within a sentence: `French`, `français`. */
export function useLanguageName(): (code: string) => string {
  const language = useLanguage();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: 'language' });
    return (code) => names.of(code) ?? code;
  }, [language]);
}
