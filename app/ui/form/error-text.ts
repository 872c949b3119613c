import { useTranslation } from 'react-i18next';
import { causeText } from '#app/words/say.ts';
import type { Namespace } from '../i18n/texts.ts';
import type { FieldError } from './answer.ts';

/**
 * Words errors in the merchant's language: by the text `errors.<code>` of the page's namespace, else of `common`, else by the words
 * of its code, else by its own message.
 */
export function useErrorText(page: Namespace): (error: FieldError) => string {
  const { i18n, t } = useTranslation();
  return ({ code, message, params }) => {
    const keys = [`${page}:errors.${code}`, `common:errors.${code}`];
    const key = keys.find((one) => i18n.exists(one));
    // The codes are not known to the types.
    if (key) return String(i18n.t(key as never, params as never));
    const isWorded = i18n.exists(`obstacles:happened.${code}`) || i18n.exists(`reasons:${code}`);
    return isWorded ? causeText(i18n, { code, params }) : (message ?? t('errors.invalid'));
  };
}
