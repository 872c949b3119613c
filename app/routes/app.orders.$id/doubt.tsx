import { BlockStack, Button, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { IntentDecision } from '#app/features/orders/index.ts';

interface DoubtProps {
  parcelId: string;
  isDeciding: boolean;
  onDecide(decision: IntentDecision): void;
}

/** The two ways out of the doubt whether Shopify has fulfilled a parcel. */
export function Doubt({ parcelId, isDeciding, onDecide }: DoubtProps) {
  const { t } = useTranslation('orders');
  return (
    <BlockStack gap="200" inlineAlign="start">
      <Text as="p">{t('doubt.question')}</Text>
      <Button
        disabled={isDeciding}
        accessibilityLabel={t('doubt.fulfilledOf', { id: parcelId })}
        onClick={() => onDecide('fulfilled')}
      >
        {t('doubt.fulfilled')}
      </Button>
      <Button
        disabled={isDeciding}
        accessibilityLabel={t('doubt.notFulfilledOf', { id: parcelId })}
        onClick={() => onDecide('not_fulfilled')}
      >
        {t('doubt.notFulfilled')}
      </Button>
    </BlockStack>
  );
}
