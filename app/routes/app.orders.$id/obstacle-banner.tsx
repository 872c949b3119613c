import { Banner } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ObstacleView } from '#app/features/orders/index.ts';
import { obstacleText } from '#app/words/say.ts';

export interface BannerAction {
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

/** What stands in an order's way, with what can be done about it; nothing when nothing does. */
export function ObstacleBanner({ title, obstacles, action, secondaryAction, children }: ObstacleBannerProps) {
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
