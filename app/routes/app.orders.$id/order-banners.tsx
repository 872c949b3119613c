import { Banner, InlineStack, Spinner, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { entryKey } from '#app/features/health/shape.ts';
import type { ObstacleView, OrderStory } from '#app/features/orders/index.ts';
import {
  ORDER_SOURCES,
  type OrderSource,
  orderSubject,
  SYNCHRONIZATION_SOURCES,
} from '#app/features/orders/shape.ts';
import { useSettling } from '#app/ui/activity/settling.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useCausesText } from '#app/ui/orders/use-causes-text.ts';
import { useSynchronizing } from '#app/ui/orders/use-synchronizing.ts';
import { obstacleText } from '#app/words/say.ts';

/** What is the matter with an order, each with one thing to do about it. */
export function OrderBanners({ story, isOn }: { story: OrderStory; isOn: boolean }) {
  const { t } = useTranslation('orders');
  const { synchronize, isAsking } = useSynchronizing();
  const causesText = useCausesText();
  const { settle, isSettling } = useSettling();
  const { orderId, export: exported, state, obstacles, work } = story;
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
  const found = (...sources: readonly OrderSource[]) =>
    obstacles.filter((obstacle) => sources.some((source) => source === obstacle.source));
  return (
    <>
      <Work work={work} />
      <ObstacleBanner
        title={t('page.attention')}
        obstacles={found(...SYNCHRONIZATION_SOURCES)}
        action={isOn ? again : undefined}
      />
      <ObstacleBanner
        title={t('page.promiseAttention')}
        obstacles={found(ORDER_SOURCES.promise)}
        action={retryPromise}
      />
      <ObstacleBanner title={t('page.different')} obstacles={found(ORDER_SOURCES.difference)} />
      {state === 'left_out' && exported?.causes && (
        <Banner tone="info" title={t('page.leftOut')}>
          <p>{causesText(exported.causes)}</p>
        </Banner>
      )}
      {state === 'waiting' && exported?.causes && (
        <Banner tone="info">
          <p>{causesText(exported.causes)}</p>
        </Banner>
      )}
    </>
  );
}

interface ObstacleBannerProps {
  title: string;
  /** Of all of them one banner. */
  obstacles: readonly ObstacleView[];
  action?: { content: string; onAction(): void; loading: boolean };
}

function ObstacleBanner({ title, obstacles, action }: ObstacleBannerProps) {
  const { i18n } = useTranslation();
  const [worst] = obstacles;
  if (!worst) return null;
  return (
    <Banner tone={worst.severity} title={title} action={action}>
      {obstacles.map((obstacle) => (
        <p key={obstacle.source}>{obstacleText(i18n, obstacle)}</p>
      ))}
    </Banner>
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
