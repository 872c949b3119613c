import { useTranslation } from 'react-i18next';
import type { Causes } from '#app/features/obstacles/index.ts';
import { causesText } from '#app/words/say.ts';

/** Words causes in the merchant's language: see {@link causesText}. */
export function useCausesText(): (causes: Causes) => string {
  const { i18n } = useTranslation();
  return (causes) => causesText(i18n, causes);
}
