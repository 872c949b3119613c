import { Button, Select, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { LINE_KINDS, type LineKind } from '#app/features/promise/shape.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import styles from './line-fields.module.css';
import type { LineValues } from './preview-values.ts';
import type { Preview } from './use-preview.ts';

interface LineFieldsProps {
  line: LineValues;
  index: number;
  preview: Preview;
  currency: string;
  /** Weight and price are typed too. */
  isByHand: boolean;
}

/** One item of the basket. A product that was chosen keeps its SKU; of the other only the SKU is known. */
export function LineFields({ line, index, preview, currency, isByHand }: LineFieldsProps) {
  const { t } = useTranslation('try');
  const item = line.name || line.sku || t('basket.line', { number: index + 1 });
  const field = (name: keyof LineValues) => ({
    id: fieldId(`lines.${index}.${name}`),
    autoComplete: 'off',
    value: line[name],
    onChange: (value: string) => preview.changeLine(index, { [name]: value }),
    error: preview.error(`lines.${index}.${name}`),
  });
  return (
    <fieldset className={styles.line} aria-label={item}>
      {line.name && (
        <Text as="p" fontWeight="medium">
          {line.name}
        </Text>
      )}
      <div className={styles.fields}>
        <TextField
          label={t('basket.sku')}
          {...field('sku')}
          disabled={line.variantId !== '' || line.kind === 'custom'}
          maxLength={200}
        />
        <TextField label={t('basket.quantity')} {...field('quantity')} inputMode="numeric" maxLength={4} />
        <div className={styles.remove}>
          <Button
            variant="plain"
            tone="critical"
            accessibilityLabel={t('basket.removeLine', { item })}
            onClick={() => preview.removeLine(index)}
          >
            {t('basket.remove')}
          </Button>
        </div>
      </div>
      {isByHand && (
        <div className={styles.figures}>
          <div className={styles.kind}>
            <Select
              label={t('basket.kind')}
              options={LINE_KINDS.map((value) => ({ value, label: t(`basket.kinds.${value}`) }))}
              value={line.kind}
              onChange={(kind) => preview.changeLine(index, { kind: kind as LineKind })}
            />
          </div>
          <TextField
            label={t('basket.grams')}
            {...field('grams')}
            inputMode="numeric"
            placeholder={t('basket.fromShopify')}
          />
          <TextField
            label={t('basket.price', { currency })}
            {...field('price')}
            inputMode="decimal"
            placeholder={t('basket.fromShopify')}
          />
        </div>
      )}
    </fieldset>
  );
}
