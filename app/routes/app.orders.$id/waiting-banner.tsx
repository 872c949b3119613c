import { useTranslation } from 'react-i18next';
import type { ObstacleView } from '#app/features/orders/index.ts';
import { NOT_READABLE } from '#app/features/orders/shape.ts';
import { useGranting } from '#app/ui/use-granting.ts';
import { type BannerAction, ObstacleBanner } from './obstacle-banner.tsx';

const READ_ALL_ORDERS = 'read_all_orders';

interface WaitingBannerProps {
  orderId: string;
  obstacles: readonly ObstacleView[];
  /** Looks at the order again. */
  again: BannerAction;
}

/** Why an order waits longer than it should; where it waits for a permission, that can be given at once. */
export function WaitingBanner({ orderId, obstacles, again }: WaitingBannerProps) {
  const { t } = useTranslation('orders');
  const { ask, outcome } = useGranting([READ_ALL_ORDERS], again.onAction);
  const isNotReadable = obstacles.some(({ causes }) => causes.some(({ code }) => code === NOT_READABLE));
  const about = { orderId, obstacles };
  if (!isNotReadable) return <ObstacleBanner title={t('page.heldTooLong')} {...about} />;
  const grant = { content: t('permission.action'), onAction: ask, loading: outcome === 'asked' };
  return (
    <ObstacleBanner title={t('permission.title')} {...about} action={grant}>
      {(outcome === 'declined' || outcome === 'failed') && <p>{t(`permission.${outcome}`)}</p>}
    </ObstacleBanner>
  );
}
