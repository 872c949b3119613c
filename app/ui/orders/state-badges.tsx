import { Badge, InlineStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Causes } from '#app/features/obstacles/index.ts';
import type { ObstacleView, OrderState } from '#app/features/orders/index.ts';
import { ORDER_SOURCES } from '#app/features/orders/shape.ts';
import { type Status, StatusBadge } from '../status-badge.tsx';
import { waitsOf } from './waits.ts';

const STATUS: Record<OrderState, Status> = {
  waiting: 'waiting',
  exported: 'works',
  needs_attention: 'attention',
  closed: 'off',
  cancelled: 'off',
  left_out: 'off',
  not_sent: 'off',
};

interface StateBadgesProps {
  state: OrderState;
  isHeld: boolean;
  obstacles: readonly Pick<ObstacleView, 'source'>[];
  /** What the order, or the rest of it, waits for or is left out for. */
  causes?: Causes;
  /** How many orders in OneStock it is, where that is not seen otherwise. */
  deliveries?: number;
}

/** How far an order is, and what is the matter with it. */
export function StateBadges({ state, isHeld, obstacles, causes, deliveries = 1 }: StateBadgesProps) {
  const { t } = useTranslation('orders');
  const stands = (source: string) => obstacles.some((obstacle) => obstacle.source === source);
  return (
    <InlineStack gap="100">
      <StatusBadge status={STATUS[state]} label={t(`states.${state}`)} />
      {stands(ORDER_SOURCES.promise) && state !== 'needs_attention' && (
        <StatusBadge status="attention" label={t('failed')} />
      )}
      {(state === 'exported' || state === 'closed') && waitsOf(causes).length > 0 && (
        <StatusBadge status="waiting" label={t('restWaits')} />
      )}
      {stands(ORDER_SOURCES.waiting) && <StatusBadge status="attention" label={t('waitsTooLong')} />}
      {stands(ORDER_SOURCES.lateness) && <StatusBadge status="attention" label={t('late')} />}
      {isHeld && <StatusBadge status="attention" label={t('held')} />}
      {deliveries > 1 && <Badge>{t('deliveries', { count: deliveries })}</Badge>}
      {stands(ORDER_SOURCES.difference) && <StatusBadge status="attention" label={t('different')} />}
    </InlineStack>
  );
}
