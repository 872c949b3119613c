import { useTranslation } from 'react-i18next';
import type { Cause } from '#app/platform/cause.ts';
import { causeText } from '#app/words/say.ts';
import { useLanguage } from './i18n/use-language.ts';

/**
 * Words a reason code in the merchant's language. Two codes with a comma between them, as of an option whose fallback was not shown
 * either, become one text; a code without words of its own is written out.
 */
export function useReasons(): (reason: string) => string {
  const { i18n } = useTranslation();
  const words = (code: string) => {
    const key = `reasons:${code}`;
    // The codes are not known to the types.
    return i18n.exists(key) ? String(i18n.t(key as never)) : code.replaceAll(/[_-]+/g, ' ');
  };
  return (reason) => {
    const text = reason.split(', ').map(words).join(', ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}

/**
 * Words a failure in the merchant's language. Records of an earlier version have an English sentence, which stands where that is the
 * language, or where the code has no words.
 */
export function useFailureText(): (failure: Partial<Cause> & { message?: string }) => string {
  const { i18n } = useTranslation();
  const language = useLanguage();
  return ({ code, params, message }) => {
    const isWorded = code !== undefined && i18n.exists(`reasons:${code}`);
    if (message && (language === 'en' || !isWorded)) return message;
    return code ? causeText(i18n, { code, params }) : '';
  };
}
