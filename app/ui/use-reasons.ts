import { useTranslation } from 'react-i18next';
import type { Cause } from '#app/platform/cause.ts';
import { causeText, reasonText } from '#app/words/say.ts';

/**
 * Words a reason code in the merchant's language, in a phrase. Two codes with a comma between them, as of an option whose fallback was not
 * shown either, become one text; a code without words of its own is written out.
 */
export function useReasons(): (reason: string) => string {
  const { i18n } = useTranslation();
  return (reason) => {
    const text = reason
      .split(', ')
      .map((code) => reasonText(i18n, code))
      .join(', ');
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}

/** Words a failure in the merchant's language: what happened, and what to do. */
export function useFailureText(): (failure: Partial<Cause>) => string {
  const { i18n } = useTranslation();
  return ({ code, params }) => (code ? causeText(i18n, { code, params }) : '');
}
