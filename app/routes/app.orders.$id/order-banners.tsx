import { InlineStack, Spinner, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { entryKey } from '#app/features/health/shape.ts';
import type { OrderStory } from '#app/features/orders/index.ts';
import {
  ORDER_SOURCES,
  type OrderSource,
  orderSubject,
  SYNCHRONIZATION_SOURCES,
} from '#app/features/orders/shape.ts';
import { useSettling } from '#app/ui/activity/settling.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useSynchronizing } from '#app/ui/orders/use-synchronizing.ts';
import { ObstacleBanner } from './obstacle-banner.tsx';
import { useDeciding } from './use-deciding.ts';
import { WaitingBanner } from './waiting-banner.tsx';

/** Whether {@link OrderBanners} offers to synchronize the order again. */
export function isAgainOffered({ obstacles }: Pick<OrderStory, 'obstacles'>): boolean {
  return obstacles.some(({ source }) => SYNCHRONIZATION_SOURCES.some((each) => each === source));
}

/** What is the matter with an order, each with one thing to do about it. */
export function OrderBanners({ story, isOn }: { story: OrderStory; isOn: boolean }) {
  const { t } = useTranslation('orders');
  const { synchronize, isAsking } = useSynchronizing();
  const { settle, isSettling } = useSettling();
  const { orderId, obstacles, work, decisions } = story;
  const { decideToSend, isDeciding } = useDeciding();
  const [decision] = isOn ? decisions : [];
  const again = {
    content: t('synchronize'),
    onAction: () => synchronize([orderId]),
    loading: isAsking || work.isWorking,
  };
  const retryPromise = {
    content: t('page.retryPromise'),
    onAction: () =>
      settle('retry', [entryKey({ subject: orderSubject(orderId), source: ORDER_SOURCES.promise })]),
    loading: isSettling,
  };
  const send = decision && {
    content: t(`decisions.${decision}.action`),
    onAction: () => decideToSend(decision),
    loading: isDeciding || work.isWorking,
  };
  const found = (...sources: readonly OrderSource[]) =>
    obstacles.filter((obstacle) => sources.some((source) => source === obstacle.source));
  return (
    <>
      <Work work={work} />
      <ObstacleBanner
        title={t('page.attention')}
        orderId={orderId}
        obstacles={found(...SYNCHRONIZATION_SOURCES)}
        action={send ?? (isOn ? again : undefined)}
        secondaryAction={send && again}
      >
        {decision && <p>{t(`decisions.${decision}.means`)}</p>}
      </ObstacleBanner>
      <ObstacleBanner
        title={t('page.promiseAttention')}
        orderId={orderId}
        obstacles={found(ORDER_SOURCES.promise)}
        action={retryPromise}
      />
      <WaitingBanner orderId={orderId} obstacles={found(ORDER_SOURCES.waiting)} again={again} />
      <ObstacleBanner title={t('page.late')} orderId={orderId} obstacles={found(ORDER_SOURCES.lateness)} />
      <ObstacleBanner
        title={t('page.different')}
        orderId={orderId}
        obstacles={found(ORDER_SOURCES.difference)}
      />
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
