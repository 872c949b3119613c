import { Banner } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { entryKey } from '#app/features/health/shape.ts';
import type { ObstacleView } from '#app/features/orders/index.ts';
import { orderSubject } from '#app/features/orders/shape.ts';
import { useSettling } from '#app/ui/activity/settling.ts';
import { obstacleText } from '#app/words/say.ts';

export interface BannerAction {
  content: string;
  onAction(): void;
  loading: boolean;
}

interface ObstacleBannerProps {
  title: string;
  orderId: string;
  /** Of all of them one banner. Those that can be dismissed are, by a button of it. */
  obstacles: readonly ObstacleView[];
  action?: BannerAction;
  secondaryAction?: BannerAction;
  /** What the actions mean. */
  children?: ReactNode;
}

/** What stands in an order's way, with what can be done about it; nothing when nothing does. */
export function ObstacleBanner(props: ObstacleBannerProps) {
  const { t, i18n } = useTranslation('orders');
  const { settle, isSettling } = useSettling();
  const { title, orderId, obstacles, children } = props;
  const [worst] = obstacles;
  if (!worst) return null;
  const keys = obstacles
    .filter(({ remedies }) => remedies.includes('dismiss'))
    .map(({ source }) => entryKey({ subject: orderSubject(orderId), source }));
  const dismiss = {
    content: t('page.dismiss'),
    onAction: () => settle('dismiss', keys),
    loading: isSettling,
  };
  const [action, secondaryAction] = [
    ...[props.action, props.secondaryAction].filter((each) => each !== undefined),
    ...(keys.length > 0 ? [dismiss] : []),
  ];
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
