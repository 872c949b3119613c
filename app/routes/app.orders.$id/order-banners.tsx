import { Banner, InlineStack, Spinner, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
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
import { useSynchronizing } from '#app/ui/orders/use-synchronizing.ts';
import { obstacleText } from '#app/words/say.ts';
import { useDeciding } from './use-deciding.ts';

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
  const dismissLateness = {
    content: t('page.dismiss'),
    onAction: () =>
      settle('dismiss', [entryKey({ subject: orderSubject(orderId), source: ORDER_SOURCES.lateness })]),
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
        action={send ?? (isOn ? again : undefined)}
        secondaryAction={send && again}
      >
        {decision && <p>{t(`decisions.${decision}.means`)}</p>}
      </ObstacleBanner>
      <ObstacleBanner
        title={t('page.promiseAttention')}
        obstacles={found(ORDER_SOURCES.promise)}
        action={retryPromise}
      />
      <ObstacleBanner title={t('page.heldTooLong')} obstacles={found(ORDER_SOURCES.waiting)} />
      <ObstacleBanner
        title={t('page.late')}
        obstacles={found(ORDER_SOURCES.lateness)}
        action={dismissLateness}
      />
      <ObstacleBanner title={t('page.different')} obstacles={found(ORDER_SOURCES.difference)} />
    </>
  );
}

interface BannerAction {
  content: string;
  onAction(): void;
  loading: boolean;
}

interface ObstacleBannerProps {
  title: string;
  /** Of all of them one banner. */
  obstacles: readonly ObstacleView[];
  action?: BannerAction;
  secondaryAction?: BannerAction;
  /** What the actions mean. */
  children?: ReactNode;
}

function ObstacleBanner({ title, obstacles, action, secondaryAction, children }: ObstacleBannerProps) {
  const { i18n } = useTranslation();
  const [worst] = obstacles;
  if (!worst) return null;
  return (
    // Polaris sets banners that follow each other apart by itself, besides the gap of the page.
    <div>
      <Banner tone={worst.severity} title={title} action={action} secondaryAction={secondaryAction}>
        {obstacles.map((obstacle) => (
          <p key={obstacle.source}>{obstacleText(i18n, obstacle)}</p>
        ))}
        {children}
      </Banner>
    </div>
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
