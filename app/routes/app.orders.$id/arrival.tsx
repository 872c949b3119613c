import { InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ArrivalWindow, DeliveryNow } from '#app/features/orders/index.ts';
import { useArrival } from '#app/ui/orders/use-arrival.ts';
import { StatusBadge } from '#app/ui/status-badge.tsx';
import { changeOfArrival } from './change-of-arrival.ts';

const STATUS = { asPromised: 'works', sooner: 'works', later: 'attention' } as const;

interface ArrivalProps {
  promised: readonly ArrivalWindow[];
  /** What OneStock says now. */
  now: Pick<DeliveryNow, 'arrival' | 'isNothingToCome'>;
  /** Where it stands beside others. */
  isSmall?: boolean;
}

/** When something arrives by now, and whether that is as promised; that nothing arrives, where nothing is left that could. */
export function Arrival({ promised, now: { arrival, isNothingToCome }, isSmall = false }: ArrivalProps) {
  const { t } = useTranslation('orders');
  const inWords = useArrival();
  if (isNothingToCome || !arrival)
    return (
      <Text as="p" tone="subdued">
        {t(isNothingToCome ? 'now.nothingToCome' : 'now.noDate')}
      </Text>
    );
  const change = changeOfArrival(promised, arrival);
  return (
    <InlineStack gap="200" blockAlign="center">
      <Text as="p" variant={isSmall ? 'headingMd' : 'headingLg'}>
        {inWords(arrival)}
      </Text>
      {change && <StatusBadge status={STATUS[change]} label={t(`now.${change}`)} />}
    </InlineStack>
  );
}
