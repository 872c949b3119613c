import { Banner, InlineStack, Spinner, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { entryKey } from '#app/features/health/shape.ts';
import type { OrderStory } from '#app/features/orders/index.ts';
import { useSettling } from '../activity/settling.ts';
import { useFormats } from '../frame.ts';
import { useReasonText } from './use-reason-text.ts';
import { useSynchronizing } from './use-synchronizing.ts';

/** What is the matter with an order, each with one thing to do about it. */
export function OrderBanners({ story, isOn }: { story: OrderStory; isOn: boolean }) {
  const { t } = useTranslation('orders');
  const { synchronize, isAsking } = useSynchronizing();
  const reasonText = useReasonText();
  const { settle, isSettling } = useSettling();
  const { orderId, export: exported, promiseState, promiseReason, work } = story;
  const again = {
    content: t('synchronize'),
    onAction: () => synchronize([orderId]),
    loading: isAsking || work.isWorking,
  };
  return (
    <>
      <Work work={work} />
      {exported?.state === 'needs_attention' && (
        <Banner tone="critical" title={t('page.attention')} action={isOn ? again : undefined}>
          <p>{exported.reason && reasonText(exported.reason)}</p>
        </Banner>
      )}
      {promiseState === 'needs_attention' && (
        <Banner
          tone="critical"
          title={t('page.promiseAttention')}
          action={{
            content: t('page.retryPromise'),
            onAction: () =>
              settle('retry', [entryKey({ subject: { kind: 'order', id: orderId }, source: 'promise' })]),
            loading: isSettling,
          }}
        >
          <p>{promiseReason && reasonText(promiseReason)}</p>
        </Banner>
      )}
      {exported?.difference && (
        <Banner tone="warning" title={t('page.different')}>
          <p>{reasonText(exported.difference)}</p>
        </Banner>
      )}
      {exported?.state === 'left_out' && exported.reason && (
        <Banner tone="info" title={t('page.leftOut')}>
          <p>{reasonText(exported.reason)}</p>
        </Banner>
      )}
      {exported?.state === 'waiting' && exported.reason && (
        <Banner tone="info">
          <p>{reasonText(exported.reason)}</p>
        </Banner>
      )}
    </>
  );
}

/** Said by screen readers when it comes. */
function Work({ work: { isWorking, nextTryAt } }: Pick<OrderStory, 'work'>) {
  const { t } = useTranslation('orders');
  const { moment } = useFormats();
  if (isWorking)
    return (
      <div role="status">
        <InlineStack gap="200" blockAlign="center">
          <Spinner size="small" />
          <Text as="span">{t('page.working')}</Text>
        </InlineStack>
      </div>
    );
  return (
    nextTryAt && (
      <Text as="p" tone="subdued">
        {t('page.nextTry', { moment: moment(nextTryAt) })}
      </Text>
    )
  );
}
