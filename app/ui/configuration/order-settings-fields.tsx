import { BlockStack, Button, Checkbox, Collapsible, FormLayout, Select, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Editing } from '../form/use-editing.ts';
import type { ConfigurationValues } from './form-values.ts';
import type { OrderSettingsValues } from './order-settings-values.ts';

const ID = 'order-settings';

const TEXTS = [
  'shippedParcelStates',
  'heldGroupStates',
  'handedOverGroupStates',
  'closedOrderStates',
  'removedGroupState',
] as const satisfies (keyof OrderSettingsValues)[];

const SWITCHES = [
  'notifyCustomer',
  'removeOnCancel',
  'keepUnshippable',
] as const satisfies (keyof OrderSettingsValues)[];

/** How orders go to OneStock and come back: for those whose site is not like OneStock's guides. Unfolds where something is to be corrected. */
export function OrderSettingsFields({ editing }: { editing: Editing<ConfigurationValues> }) {
  const { t } = useTranslation('configuration');
  const [isOpen, setOpen] = useState(false);
  const { refusals, error } = editing;
  const isRefused = [...TEXTS, 'orderIdPrefix'].some((name) => error(name));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal unfolds it; what is corrected by typing folds nothing
  useEffect(() => {
    if (isRefused) setOpen(true);
  }, [refusals]);
  return (
    <BlockStack gap="400" inlineAlign="start">
      <Button
        variant="plain"
        disclosure={isOpen ? 'up' : 'down'}
        ariaExpanded={isOpen}
        ariaControls={ID}
        onClick={() => setOpen(!isOpen)}
      >
        {t('orders.more')}
      </Button>
      <Collapsible id={ID} open={isOpen}>
        <Fields editing={editing} />
      </Collapsible>
    </BlockStack>
  );
}

function Fields({ editing: { values, change, field } }: { editing: Editing<ConfigurationValues> }) {
  const { t } = useTranslation('configuration');
  return (
    <FormLayout>
      <FormLayout.Group>
        <Select
          label={t('orders.orderId')}
          options={(['name', 'numeric'] as const).map((value) => ({
            value,
            label: t(`orders.orderIds.${value}`),
          }))}
          {...field('orderId')}
          onChange={(value) => change({ orderId: value as OrderSettingsValues['orderId'] })}
        />
        <TextField
          label={t('orders.orderIdPrefix')}
          helpText={t('orders.orderIdPrefixHelp')}
          autoComplete="off"
          {...field('orderIdPrefix')}
        />
      </FormLayout.Group>
      {SWITCHES.map((name) => (
        <Checkbox
          key={name}
          label={t(`orders.${name}`)}
          helpText={t(`orders.${name}Help`)}
          checked={values[name]}
          onChange={(checked) => change({ [name]: checked })}
        />
      ))}
      <Select
        label={t('orders.whereFulfilled')}
        options={(['assigned', 'mapped'] as const).map((value) => ({
          value,
          label: t(`orders.places.${value}`),
        }))}
        {...field('whereFulfilled')}
        onChange={(value) => change({ whereFulfilled: value as OrderSettingsValues['whereFulfilled'] })}
      />
      {TEXTS.map((name) => (
        <TextField
          key={name}
          label={t(`orders.${name}`)}
          helpText={t(`orders.${name}Help`)}
          autoComplete="off"
          {...field(name)}
        />
      ))}
      <Select
        label={t('orders.signatureForm')}
        helpText={t('orders.signatureFormHelp')}
        options={(['body', 'timestamp'] as const).map((value) => ({
          value,
          label: t(`orders.signatureForms.${value}`),
        }))}
        {...field('oneStockSignatureForm')}
        onChange={(value) =>
          change({ oneStockSignatureForm: value as OrderSettingsValues['oneStockSignatureForm'] })
        }
      />
    </FormLayout>
  );
}
