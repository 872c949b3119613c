import { FormLayout, Select, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Editing } from '../form/use-editing.ts';
import type { ConfigurationValues } from './form-values.ts';
import { Section } from './section.tsx';

/** How items are named to OneStock, and how long shoppers may wait for it. */
export function AnswersSection({ editing }: { editing: Editing<ConfigurationValues> }) {
  const { t } = useTranslation('configuration');
  const { change, field } = editing;
  return (
    <Section title={t('answers.title')} description={t('answers.description')}>
      <FormLayout>
        <Select
          label={t('answers.itemId')}
          helpText={t('answers.itemIdHelp')}
          options={[
            { value: 'sku', label: t('answers.sku') },
            { value: 'variant_id', label: t('answers.variantId') },
          ]}
          {...field('itemIdSource')}
          onChange={(value) => change({ itemIdSource: value as ConfigurationValues['itemIdSource'] })}
        />
        <FormLayout.Group>
          <TextField
            label={t('answers.softDeadline')}
            helpText={t('answers.softDeadlineHelp')}
            suffix="ms"
            inputMode="numeric"
            autoComplete="off"
            {...field('softDeadlineMs')}
          />
          <TextField
            label={t('answers.promiseLife')}
            helpText={t('answers.promiseLifeHelp')}
            suffix="s"
            inputMode="numeric"
            autoComplete="off"
            {...field('promiseLifeSeconds')}
          />
        </FormLayout.Group>
        <Select
          label={t('answers.signature')}
          helpText={t('answers.signatureHelp')}
          options={[
            { value: 'require', label: t('answers.require') },
            { value: 'report', label: t('answers.report') },
          ]}
          {...field('signatureMode')}
          onChange={(value) => change({ signatureMode: value as ConfigurationValues['signatureMode'] })}
        />
      </FormLayout>
    </Section>
  );
}
