import { useRevalidator } from '@remix-run/react';
import { Banner, Box } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

interface FailureBannerProps {
  /** What could not be loaded, in the merchant's words. */
  title?: string;
  /** What it means; by default that the checkout is not affected. */
  text?: string;
  tone?: 'critical' | 'warning';
}

/** Stands in for a part of a page that could not be loaded, and lets it be tried again. */
export function FailureBanner({ title, text, tone = 'critical' }: FailureBannerProps) {
  const { t } = useTranslation();
  const { revalidate, state } = useRevalidator();
  return (
    <Banner
      tone={tone}
      title={title ?? t('failure.title')}
      action={{ content: t('failure.retry'), onAction: revalidate, loading: state === 'loading' }}
    >
      <p>{text ?? t('failure.text')}</p>
    </Banner>
  );
}

/** Stands above a part of a page that could not be read again and is shown as it was. */
export function OutdatedBanner() {
  const { t } = useTranslation();
  return (
    <Box paddingBlockEnd="400">
      <FailureBanner tone="warning" title={t('outdated.title')} text={t('outdated.text')} />
    </Box>
  );
}
