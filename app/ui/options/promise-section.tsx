import {
  BlockStack,
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

const STATUSES = ['valid', 'valid_estimation', 'partial', 'partial_estimation'] as const;
const FALLBACKS = { without_date: 'withoutDate', lead_time: 'leadTime', hide: 'hide' } as const;
const NEAR_CUTOFF = { show: 'show', next: 'next', hide: 'hideOption' } as const;

/** Which answers of OneStock count, and what is shown without one. */
export function PromiseSection(part: FormPart) {
  const { t } = useTranslation('options');
  const { errorOf, editing } = part;
  const { values, change } = editing;
  const { fallback, fallbackOnly, nearCutoff, acceptedStatuses } = values;
  const set = (changed: Partial<OptionForm['fallback']>) => change({ fallback: { ...fallback, ...changed } });
  const fallbackError = errorOf('fallback');
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('form.promise.title')}
        </Text>
        <ChoiceList
          allowMultiple
          title={t('form.promise.statuses')}
          name="acceptedStatuses"
          choices={STATUSES.map((status) => ({ value: status, label: t(`form.promise.status.${status}`) }))}
          selected={acceptedStatuses}
          error={errorOf('acceptedStatuses')}
          onChange={(chosen) => change({ acceptedStatuses: chosen })}
        />
        <ChoiceList
          title={t('form.promise.fallback')}
          name="fallback"
          choices={keysOf(FALLBACKS).map((policy) => ({
            value: policy,
            label: t(`form.promise.${FALLBACKS[policy]}`),
          }))}
          selected={[fallback.policy]}
          onChange={([policy]) => set({ policy: keysOf(FALLBACKS).find((each) => each === policy) })}
        />
        {fallback.policy === 'lead_time' && (
          <FormLayout>
            <FormLayout.Group condensed>
              <TextField
                label={t('form.promise.minDays')}
                inputMode="numeric"
                suffix={t('form.promise.days')}
                {...nestedField(part, 'fallback.minDays', fallback.minDays, (minDays) => set({ minDays }))}
              />
              <TextField
                label={t('form.promise.maxDays')}
                inputMode="numeric"
                suffix={t('form.promise.days')}
                {...nestedField(part, 'fallback.maxDays', fallback.maxDays, (maxDays) => set({ maxDays }))}
              />
            </FormLayout.Group>
          </FormLayout>
        )}
        {fallbackError && <InlineError message={fallbackError} fieldID={fieldId('fallback')} />}
        <Checkbox
          label={t('form.promise.fallbackOnly')}
          helpText={t('form.promise.fallbackOnlyHelp')}
          checked={fallbackOnly}
          onChange={(checked) => change({ fallbackOnly: checked })}
        />
        <ChoiceList
          title={t('form.promise.nearCutoff')}
          name="nearCutoff"
          choices={keysOf(NEAR_CUTOFF).map((policy) => ({
            value: policy,
            label: t(`form.promise.${NEAR_CUTOFF[policy]}`),
          }))}
          selected={[nearCutoff]}
          onChange={([policy]) =>
            change({ nearCutoff: keysOf(NEAR_CUTOFF).find((each) => each === policy) ?? nearCutoff })
          }
        />
        <Text as="p" tone="subdued">
          {t('form.promise.nearCutoffHelp')}
        </Text>
      </BlockStack>
    </Card>
  );
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}
