import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Button, ButtonGroup, Checkbox, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LineFields } from './line-fields.tsx';
import { EMPTY_LINE, MOST_LINES } from './preview-values.ts';
import type { Preview } from './use-preview.ts';

/** The basket: products of the shop, chosen in the admin's own picker, or SKUs. */
export function BasketFields({ preview, currency }: { preview: Preview; currency: string }) {
  const { t } = useTranslation('try');
  const { resourcePicker } = useAppBridge();
  const { lines } = preview.values;
  const [isByHand, setByHand] = useState(
    lines.some(({ kind, grams, price }) => kind !== 'own' || grams || price),
  );
  const isFull = lines.length >= MOST_LINES;

  const pick = async () => {
    const picked = await resourcePicker({ type: 'variant', multiple: true, action: 'select' });
    const chosen = (picked ?? []).map(({ id, displayName, sku }) => ({
      ...EMPTY_LINE,
      variantId: id ?? '',
      name: displayName ?? '',
      sku: sku ?? '',
    }));
    if (chosen.length > 0) preview.addLines(chosen);
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
          preview={preview}
          currency={currency}
          isByHand={isByHand}
        />
      ))}
      <ButtonGroup>
        <Button onClick={pick} disabled={isFull}>
          {t('basket.pick')}
        </Button>
        <Button onClick={() => preview.addLines([EMPTY_LINE])} disabled={isFull}>
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
