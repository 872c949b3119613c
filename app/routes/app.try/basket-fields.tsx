import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Button, ButtonGroup, Checkbox, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineFields } from './line-fields.tsx';
import { EMPTY_LINE, MOST_LINES } from './trial-values.ts';
import type { Trial } from './use-trial.ts';

/** The basket: products of the shop, chosen in the admin's own picker, or SKUs. */
export function BasketFields({ trial, currency }: { trial: Trial; currency: string }) {
  const { t } = useTranslation('try');
  const { resourcePicker } = useAppBridge();
  const { lines } = trial.values;
  const [isByHand, setByHand] = useState(lines.some(({ grams, price }) => grams || price));
  const isFull = lines.length >= MOST_LINES;

  const pick = async () => {
    const picked = await resourcePicker({ type: 'variant', multiple: true, action: 'select' });
    const chosen = (picked ?? []).map(({ id, displayName, sku }) => ({
      ...EMPTY_LINE,
      variantId: id ?? '',
      name: displayName ?? '',
      sku: sku ?? '',
    }));
    if (chosen.length > 0) trial.addLines(chosen);
  };

  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('basket.title')}
      </Text>
      {lines.map((line, index) => (
        <LineFields
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same
          key={index}
          line={line}
          index={index}
          trial={trial}
          currency={currency}
          isByHand={isByHand}
        />
      ))}
      <ButtonGroup>
        <Button onClick={pick} disabled={isFull}>
          {t('basket.pick')}
        </Button>
        <Button onClick={() => trial.addLines([EMPTY_LINE])} disabled={isFull}>
          {t('basket.add')}
        </Button>
      </ButtonGroup>
      {isFull && (
        <Text as="p" tone="subdued">
          {t('basket.full', { count: MOST_LINES })}
        </Text>
      )}
      <Checkbox label={t('basket.byHand')} checked={isByHand} onChange={setByHand} />
    </BlockStack>
  );
}
