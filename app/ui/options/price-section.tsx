import {
  BlockStack,
  Button,
  Card,
  Checkbox,
  ChoiceList,
  FormLayout,
  InlineError,
  Text,
  TextField,
} from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../form/use-editing.ts';
import { type FormPart, nestedField } from './form-part.ts';
import type { OptionForm } from './form-values.ts';
import { TierFields } from './tier-fields.tsx';

const KINDS = ['fixed', 'tiers', 'onestock_cost'] as const;

/** What shoppers pay. */
export function PriceSection(part: FormPart) {
  const { t } = useTranslation('options');
  const { values, change } = part.editing;
  const { price, currency, chargeOnce } = values;
  const set = (changed: Partial<OptionForm['price']>) => change({ price: { ...price, ...changed } });
  const labels = {
    fixed: t('form.price.fixed'),
    tiers: t('form.price.tiers'),
    onestock_cost: t('form.price.cost'),
  };
  const wholeError = part.errorOf('price') ?? part.errorOf('price.tiers');
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('form.price.title')}
        </Text>
        <ChoiceList
          title={t('form.price.kind')}
          name="price"
          choices={KINDS.map((kind) => ({
            value: kind,
            label: labels[kind],
            helpText: kind === 'onestock_cost' ? t('form.price.costHelp') : undefined,
          }))}
          selected={[price.kind]}
          onChange={([kind]) => set({ kind: KINDS.find((each) => each === kind) ?? price.kind })}
        />
        {price.kind === 'tiers' && (
          <BlockStack gap="300" inlineAlign="start">
            {price.tiers.map((tier, at) => (
              <TierFields
                // biome-ignore lint/suspicious/noArrayIndexKey: a step is told apart by its place alone
                key={at}
                part={part}
                at={at}
                tier={tier}
                onChange={(changed) =>
                  set({
                    tiers: price.tiers.map((each, place) => (place === at ? { ...each, ...changed } : each)),
                  })
                }
                onRemove={
                  price.tiers.length > 1 ? () => set({ tiers: price.tiers.toSpliced(at, 1) }) : undefined
                }
              />
            ))}
            <Button onClick={() => set({ tiers: [...price.tiers, { from: '', amount: '' }] })}>
              {t('form.price.addTier')}
            </Button>
          </BlockStack>
        )}
        {wholeError && <InlineError message={wholeError} fieldID={fieldId('price')} />}
        <FormLayout>
          <FormLayout.Group>
            {price.kind === 'fixed' && (
              <TextField
                label={t('form.price.amount')}
                inputMode="decimal"
                suffix={currency}
                {...nestedField(part, 'price.amount', price.amount, (amount) => set({ amount }))}
              />
            )}
            <TextField
              label={t('form.price.freeFrom')}
              helpText={t('form.price.freeFromHelp')}
              inputMode="decimal"
              suffix={currency}
              {...nestedField(part, 'price.freeFrom', price.freeFrom, (freeFrom) => set({ freeFrom }))}
            />
          </FormLayout.Group>
        </FormLayout>
        <Checkbox
          label={t('form.price.chargeOnce')}
          helpText={t('form.price.chargeOnceHelp')}
          checked={chargeOnce}
          onChange={(checked) => change({ chargeOnce: checked })}
        />
      </BlockStack>
    </Card>
  );
}
