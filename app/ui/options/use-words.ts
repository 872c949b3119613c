import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptionWarning, PriceRule } from '#app/features/delivery-options/index.ts';
import type { Language } from '#app/words/languages.ts';
import { useLanguage } from '../i18n/use-language.ts';
import type { OwnRateWarning } from './own-rates.ts';

/** How options are worded for the merchant. To be used in what only the browser draws. */
export function useWords() {
  const { t } = useTranslation('options');
  const language = useLanguage();
  return useMemo(() => {
    const countries = new Intl.DisplayNames(language, { type: 'region' });
    const languages = new Intl.DisplayNames(language, { type: 'language' });
    const list = new Intl.ListFormat(language, { type: 'conjunction' });
    const languageName = (code: string) => nameOf(languages, code);
    /** As a title: French writes languages small. */
    const languageTitle = (code: string) => {
      const name = languageName(code);
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    };
    const money = (hundredths: number, currency: string) => formatMoney(hundredths, currency, language);
    const moneyOrFree = (hundredths: number, currency: string) =>
      hundredths === 0 ? t('price.free') : money(hundredths, currency);

    const price = (rule: PriceRule, currency: string): string => {
      const plain =
        rule.kind === 'fixed'
          ? moneyOrFree(rule.amount, currency)
          : rule.kind === 'onestock_cost'
            ? t('price.cost')
            : rule.tiers
                .toSorted((a, b) => a.from - b.from)
                .map(({ from, amount }) =>
                  from === 0
                    ? moneyOrFree(amount, currency)
                    : t('price.from', { price: moneyOrFree(amount, currency), total: money(from, currency) }),
                )
                .join(', ');
      if (rule.freeFrom === null) return plain;
      return t('price.freeFrom', { price: plain, total: money(rule.freeFrom, currency) });
    };

    const warning = (found: OptionWarning | OwnRateWarning, currency: string): string => {
      switch (found.code) {
        case 'same_name':
          return t('warnings.same_name', { ...found, language: languageName(found.language) });
        case 'same_as_own_rate':
          return t('warnings.same_as_own_rate', {
            name: found.name,
            language: languageName(found.language),
          });
        case 'cheaper_than_first':
          return t('warnings.cheaper_than_first', {
            other: found.other,
            total: money(found.basketTotal, currency),
          });
        case 'name_untranslated':
          return t('warnings.name_untranslated', {
            languages: list.format(found.languages.map(languageName)),
          });
        case 'stores_gone': {
          const { endpointIds } = found;
          return t('warnings.stores_gone', { count: endpointIds.length, stores: list.format(endpointIds) });
        }
        case 'fewer_stores_than_limit':
          return t('warnings.fewer_stores_than_limit', { count: found.stores });
        case 'same_price':
          return t('warnings.same_price', { other: found.other });
        case 'other_currency':
          return t('warnings.other_currency', {
            currency: found.currency,
            shopCurrency: found.shopCurrency,
          });
        default:
          return t(`warnings.${found.code}`);
      }
    };
    const days = (from: string, to: string, timezone: string) =>
      new Intl.DateTimeFormat(LOCALES[language], { ...DAY, timeZone: timezone }).formatRange(
        new Date(from),
        new Date(to),
      );
    return {
      days,
      money,
      moneyOrFree,
      price,
      warning,
      languageTitle,
      countryName: (code: string) => nameOf(countries, code),
    };
  }, [t, language]);
}

/** The name, or the code where there is none or it is no code at all. */
function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

const LOCALES: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR' };

/** Hundredths whatever the currency, so 100000 JPY are ¥1,000. A currency that does not exist is written as its code. */
function formatMoney(hundredths: number, currency: string, language: Language): string {
  try {
    const format = new Intl.NumberFormat(LOCALES[language], {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    });
    return format.format(hundredths / 100);
  } catch {
    return `${hundredths / 100} ${currency}`;
  }
}
