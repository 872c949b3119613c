import { InlineStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { SeenState } from '#app/features/orders/index.ts';
import { type Status, StatusBadge } from '../status-badge.tsx';

const STATUS: Record<SeenState, Status> = {
  waiting: 'waiting',
  exported: 'works',
  needs_attention: 'attention',
  closed: 'off',
  left_out: 'off',
  not_sent: 'off',
};

interface StateBadgesProps {
  state: SeenState;
  isHeld?: boolean;
  isFailed?: boolean;
  isDifferent?: boolean;
}

/** How far an order is, and what is the matter with it. */
export function StateBadges({ state, isHeld, isFailed, isDifferent }: StateBadgesProps) {
  const { t } = useTranslation('orders');
  return (
    <InlineStack gap="100">
      <StatusBadge status={STATUS[state]} label={t(`states.${state}`)} />
      {isFailed && state !== 'needs_attention' && <StatusBadge status="attention" label={t('failed')} />}
      {isHeld && <StatusBadge status="attention" label={t('held')} />}
      {isDifferent && <StatusBadge status="attention" label={t('different')} />}
    </InlineStack>
  );
}
