import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

/** Says that work waits for the merchant, and leads to it. */
export function AttentionBanner({ count }: { count: number }) {
  const { t } = useTranslation('home');
  return (
    <Banner
      tone="warning"
      title={t('attention.title', { count })}
      action={{ content: t('attention.action'), url: '/app/activity?list=attention' }}
    >
      <p>{t('attention.text')}</p>
    </Banner>
  );
}
