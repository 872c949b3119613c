import { useTranslation } from 'react-i18next';
import { causeText } from '#app/words/say.ts';
import { textUnder } from '#app/words/text-under.ts';
import type { Namespace } from '../i18n/texts.ts';
import type { FieldError } from './answer.ts';

/**
 * Words errors in the merchant's language: by the text `errors.<code>` of the page's namespace, else of `common`, else by the words
 * of its code.
 */
export function useErrorText(page: Namespace): (error: FieldError) => string {
  const { i18n, t } = useTranslation();
  return ({ code, params }) => {
    const own =
      textUnder(i18n, `${page}:errors.${code}`, params) ?? textUnder(i18n, `common:errors.${code}`, params);
    const isWorded = i18n.exists(`causes:${code}`) || i18n.exists(`reasons:${code}`);
    return own ?? (isWorded ? causeText(i18n, { code, params }) : t('errors.invalid'));
  };
}
