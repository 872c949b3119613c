import { useFetcher } from '@remix-run/react';
import { Banner } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ListAction } from '#app/ui/options/list-action.ts';

/** Above the form of an archived option: what was typed when somebody archived it stays. */
export function ArchivedOption({ id }: { id: string }) {
  const { t } = useTranslation('options');
  const fetcher = useFetcher();
  const restore = () => {
    const wanted: ListAction = { intent: 'restore', id };
    fetcher.submit(wanted, { method: 'post', action: '/app/options?index', encType: 'application/json' });
  };
  return (
    <Banner
      tone="info"
      title={t('archivedBanner.title')}
      action={{ content: t('action.restore'), onAction: restore, loading: fetcher.state !== 'idle' }}
    >
      <p>{t('archivedBanner.text')}</p>
    </Banner>
  );
}
