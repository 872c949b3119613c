import { useTranslation } from 'react-i18next';
import type { AttachmentPlace } from '#app/features/carrier-service/index.ts';
import { useLanguage } from '#app/ui/i18n/use-language.ts';

/** More countries than these are counted. */
const NAMED = 4;

/** Words the countries of a place in the merchant's language: "France", "Austria, Belgium, Germany, Spain and 5 more". */
export function useCountries(): (countries: AttachmentPlace['countries']) => string {
  const { t } = useTranslation('attach');
  const names = new Intl.DisplayNames(useLanguage(), { type: 'region' });
  return (countries) => {
    if (countries === 'rest of world') return t('restOfWorld');
    const named = countries.slice(0, NAMED).map((code) => names.of(code) ?? code);
    const more = countries.length - named.length;
    if (more <= 1) return countries.map((code) => names.of(code) ?? code).join(', ');
    return t('moreCountries', { countries: named.join(', '), more });
  };
}
