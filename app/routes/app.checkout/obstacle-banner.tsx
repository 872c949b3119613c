import { useFetcher, useRevalidator } from '@remix-run/react';
import { Banner, BlockStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '#app/features/carrier-service/index.ts';
import type { SaveAnswer } from '#app/ui/form/answer.ts';
import { useErrorText } from '#app/ui/form/error-text.ts';
import { useGranting } from '#app/ui/use-granting.ts';

/** What stands in the way of attaching, with the one action that may clear it; nothing when nothing does. */
export function ObstacleBanner({ attachment }: { attachment: Attachment }) {
  const { carrierService, missingScopes } = attachment;
  if (carrierService !== 'registered') return <ServiceBanner state={carrierService} />;
  if (missingScopes.length > 0) return <PermissionBanner attachment={attachment} />;
  return null;
}

function ServiceBanner({ state }: { state: 'missing' | 'inactive' }) {
  const { t } = useTranslation('attach');
  const errorText = useErrorText('attach');
  const fetcher = useFetcher<SaveAnswer>();
  const answer = fetcher.data as SaveAnswer | undefined;
  const register = () => {
    if (fetcher.state !== 'idle') return;
    fetcher.submit({ intent: 'register' }, { method: 'post', encType: 'application/json' });
  };
  return (
    <Banner
      tone="critical"
      title={t(`${state}.title`)}
      action={{ content: t(`${state}.action`), onAction: register, loading: fetcher.state !== 'idle' }}
    >
      <BlockStack gap="200">
        <p>{t(`${state}.text`)}</p>
        {answer && !answer.saved && <p>{answer.errors.map(errorText).join(' ')}</p>}
      </BlockStack>
    </Banner>
  );
}

function PermissionBanner({ attachment: { mode, missingScopes } }: { attachment: Attachment }) {
  const { t } = useTranslation('attach');
  const { revalidate, state } = useRevalidator();
  const { ask, outcome } = useGranting(missingScopes, revalidate);
  return (
    <Banner
      tone="warning"
      title={t(mode === 'profiles' ? 'permission.profilesTitle' : 'permission.marketsTitle')}
      action={{
        content: t('permission.action'),
        onAction: ask,
        loading: outcome === 'asked' || state === 'loading',
      }}
    >
      <BlockStack gap="200">
        <p>{t('permission.text', { scopes: missingScopes.join(', ') })}</p>
        {(outcome === 'declined' || outcome === 'failed') && <p>{t(`permission.${outcome}`)}</p>}
      </BlockStack>
    </Banner>
  );
}
