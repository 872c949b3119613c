import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { SeenReason } from '#app/features/orders/index.ts';

/** Words reasons in the merchant's language: see {@link reasonText}. */
export function useReasonText(): (reason: SeenReason) => string {
  const { i18n } = useTranslation();
  return (reason) => reasonText(i18n, reason);
}

/**
 * Why an order stands as it does, by the causes of the reason, one after the other. English is as it was stored, and so is in every language what
 * has a cause without words here, as of a row of another version.
 */
export function reasonText(i18n: i18n, { message, causes = [] }: SeenReason): string {
  if (i18n.language === 'en' || causes.length === 0) return message;
  // Codes are not known to the types.
  const text = (name: string, named: object = {}) =>
    i18n.exists(name) ? String(i18n.t(name as never, named as never)) : undefined;
  const words = causes.map(({ code, params }) => {
    const own = text(`orderCauses:${code}`, params);
    if (own) return own;
    const reason = text(`reasons:${code}`);
    return reason && [`${reason}.`, text(`obstacles:remedy.${code}`)].filter(Boolean).join(' ');
  });
  return words.every(Boolean) ? words.join(' ') : message;
}
