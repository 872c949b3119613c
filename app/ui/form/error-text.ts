import { useTranslation } from 'react-i18next';
import type { Namespace } from '../i18n/texts.ts';
import type { FieldError } from './answer.ts';

/**
 * Words errors in the merchant's language: by the text `errors.<code>` of the page's namespace, else of `common`, else by the error's
 * own message.
 */
export function useErrorText(page: Namespace): (error: FieldError) => string {
  const { i18n } = useTranslation();
  return ({ code, message, params }) => {
    const keys = [`${page}:errors.${code}`, `common:errors.${code}`];
    const key = keys.find((one) => i18n.exists(one));
    // The codes are not known to the types.
    return key ? String(i18n.t(key as never, params as never)) : (message ?? i18n.t('common:errors.invalid'));
  };
}
