import { BlockStack, Checkbox, ChoiceList } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Editing } from '../form/use-editing.ts';
import type { ConfigurationValues } from './form-values.ts';
import { OrderSettingsFields } from './order-settings-fields.tsx';
import { Section } from './section.tsx';

const MOMENTS: readonly ConfigurationValues['syncMoment'][] = ['created', 'paid'];

/** Whether orders are created in OneStock, and when. */
export function OrdersSection({ editing }: { editing: Editing<ConfigurationValues> }) {
  const { values, change } = editing;
  const { t } = useTranslation('configuration');
  return (
    <Section title={t('orders.title')} description={t('orders.description')}>
      <BlockStack gap="400">
        <Checkbox
          label={t('orders.sync')}
          helpText={t('orders.syncHelp')}
          checked={values.syncsOrders}
          onChange={(syncsOrders) => change({ syncsOrders })}
        />
        <ChoiceList
          title={t('orders.moment')}
          choices={MOMENTS.map((value) => ({
            value,
            label: t(`orders.${value}`),
            helpText: t(`orders.${value}Help`),
            disabled: !values.syncsOrders,
          }))}
          selected={[values.syncMoment]}
          onChange={([moment]) => change({ syncMoment: moment as ConfigurationValues['syncMoment'] })}
        />
        <OrderSettingsFields editing={editing} />
      </BlockStack>
    </Section>
  );
}
