import { Button, InlineGrid, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { type FormPart, nestedField } from './form-part.ts';
import type { OptionForm } from './form-values.ts';
import { Cross } from './icons.tsx';

type Tier = OptionForm['price']['tiers'][number];

interface TierFieldsProps {
  part: FormPart;
  /** Its place, from 0. */
  at: number;
  tier: Tier;
  onChange(changed: Partial<Tier>): void;
  /** Left out for the only step. */
  onRemove?: () => void;
}

/** One step of a price by basket total. */
export function TierFields({ part, at, tier, onChange, onRemove }: TierFieldsProps) {
  const { t } = useTranslation('options');
  const { currency } = part.editing.values;
  const path = `price.tiers.${at}`;
  return (
    <InlineGrid columns="1fr 1fr auto" gap="200" alignItems="end">
      <TextField
        label={t('form.price.tierFrom')}
        inputMode="decimal"
        suffix={currency}
        {...nestedField(part, `${path}.from`, tier.from, (from) => onChange({ from }))}
      />
      <TextField
        label={t('form.price.tierAmount')}
        inputMode="decimal"
        suffix={currency}
        {...nestedField(part, `${path}.amount`, tier.amount, (amount) => onChange({ amount }))}
      />
      <Button
        icon={Cross}
        variant="tertiary"
        disabled={!onRemove}
        accessibilityLabel={t('form.price.removeTier', { number: at + 1 })}
        onClick={onRemove}
      />
    </InlineGrid>
  );
}
