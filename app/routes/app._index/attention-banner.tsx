import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { AttentionSummary } from '#app/features/health/index.ts';

/** Says how much needs a person, and leads to it. What this page says by itself is no reason to say it twice. */
export function AttentionBanner({ attention: { count, ofShop } }: { attention: AttentionSummary }) {
  const { t } = useTranslation('home');
  if (count === ofShop.length) return null;
  return (
    <Banner
      tone="warning"
      title={t('attention.title', { count })}
      action={{ content: t('attention.action'), url: '/app/activity?list=attention' }}
    >
      <p>{ofShop.length === 0 ? t('attention.text') : t('attention.together')}</p>
    </Banner>
  );
}
