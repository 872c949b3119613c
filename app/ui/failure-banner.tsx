import { useRevalidator } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';

interface FailureBannerProps {
  /** What could not be loaded, in the merchant's words. */
  title?: string;
  /** What it means; by default that the checkout is not affected. */
  text?: string;
}

/** Stands in for a part of a page that could not be loaded, and lets it be tried again. */
export function FailureBanner({ title, text }: FailureBannerProps) {
  const { t } = useTranslation();
  const { revalidate, state } = useRevalidator();
  return (
    <Banner
      tone="critical"
      title={title ?? t('failure.title')}
      action={{ content: t('failure.retry'), onAction: revalidate, loading: state === 'loading' }}
    >
      <p>{text ?? t('failure.text')}</p>
    </Banner>
  );
}
