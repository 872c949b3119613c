import { useTranslation } from 'react-i18next';
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
 * Words a failure in the merchant's language. The sentences that are kept with a record say more and are English; where there is none, and
 * in another language, the words of the code stand for them.
 */
export function useFailureText(): (failure: { code?: string; message?: string }) => string {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const reasonText = useReasons();
  return ({ code, message }) => {
    const isWorded = code !== undefined && i18n.exists(`reasons:${code}`);
    if (message && (language === 'en' || !isWorded)) return message;
    return code ? `${reasonText(code)}.` : '';
  };
}
