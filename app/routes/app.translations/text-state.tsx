import type { SerializeFrom } from '@remix-run/node';
import { Badge } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { TextInLanguage } from '#app/features/delivery-options/index.ts';
import { useLanguageName } from './use-language-name.ts';

/** Whose words shoppers read, where they are not the merchant's own in that language. */
export function TextState({ text }: { text: SerializeFrom<TextInLanguage> }) {
  const { t } = useTranslation('translations');
  const nameOf = useLanguageName();
  const { own, otherwise, isMissing } = text;
  if (isMissing) {
    const language = otherwise.language && nameOf(otherwise.language);
    return (
      <Badge tone="attention">{language ? t('state.missing', { language }) : t('state.missingWholly')}</Badge>
    );
  }
  if (own !== '') return null;
  if (otherwise.from === 'default') return <Badge tone="info">{t('state.default')}</Badge>;
  if (otherwise.from === 'general') return <Badge tone="info">{t('state.general')}</Badge>;
  return otherwise.language ? (
    <Badge tone="info">{t('state.borrowed', { language: nameOf(otherwise.language) })}</Badge>
  ) : null;
}
