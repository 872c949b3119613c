import {
  BlockStack,
  Card,
  ChoiceList,
  FormLayout,
  InlineError,
  InlineStack,
  Tag,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../form/use-editing.ts';
import type { StoreChoice } from './find-stores.ts';
import { type FormPart, nestedField } from './form-part.ts';
import type { OptionForm } from './form-values.ts';
import { StorePicker } from './store-picker.tsx';

interface StoresSectionProps extends FormPart {
  /** How many stores are known. */
  storeCount: number;
  /** The names of the stores that were chosen when the page was opened. */
  chosenStores: StoreChoice[];
}

/** Which stores a collection offers. */
export function StoresSection({ storeCount, chosenStores, ...part }: StoresSectionProps) {
  const { t } = useTranslation('options');
  const { values, change } = part.editing;
  const { stores } = values;
  const [names, setNames] = useState(
    () => new Map(chosenStores.map((store) => [store.endpointId, store.name])),
  );
  const set = (changed: Partial<OptionForm['stores']>) => change({ stores: { ...stores, ...changed } });
  const nameOf = (id: string) => names.get(id) ?? id;
  const remove = (id: string) => set({ endpointIds: stores.endpointIds.filter((each) => each !== id) });
  const error = part.errorOf('stores') ?? part.errorOf('stores.endpointIds');
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('form.stores.title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('form.stores.known', { count: storeCount })}
          </Text>
        </BlockStack>
        <ChoiceList
          title={t('form.stores.mode')}
          name="stores"
          choices={(['near', 'list'] as const).map((mode) => ({
            value: mode,
            label: t(`form.stores.${mode}`),
          }))}
          selected={[stores.mode]}
          onChange={([mode]) => set({ mode: mode === 'list' ? 'list' : 'near' })}
        />
        {error && <InlineError message={error} fieldID={fieldId('stores')} />}
        {stores.mode === 'near' ? (
          <FormLayout>
            <FormLayout.Group condensed>
              <TextField
                label={t('form.stores.radius')}
                inputMode="decimal"
                suffix="km"
                {...nestedField(part, 'stores.radiusKm', stores.radiusKm, (radiusKm) => set({ radiusKm }))}
              />
              <TextField
                label={t('form.stores.limit')}
                inputMode="numeric"
                suffix={t('form.stores.limitSuffix', { count: Number(stores.limit) || 0 })}
                {...nestedField(part, 'stores.limit', stores.limit, (limit) => set({ limit }))}
              />
            </FormLayout.Group>
          </FormLayout>
        ) : (
          <>
            <BlockStack gap="200">
              <Text as="h3" variant="headingSm">
                {t('form.stores.chosen')}
              </Text>
              {stores.endpointIds.length === 0 && (
                <Text as="p" tone="subdued">
                  {t('form.stores.none')}
                </Text>
              )}
              <InlineStack gap="100">
                {stores.endpointIds.map((id) => (
                  <Tag
                    key={id}
                    onRemove={() => remove(id)}
                    accessibilityLabel={t('form.stores.remove', { store: nameOf(id) })}
                  >
                    {nameOf(id)}
                  </Tag>
                ))}
              </InlineStack>
            </BlockStack>
            <StorePicker
              chosen={stores.endpointIds}
              onAdd={(store) => {
                setNames(new Map(names).set(store.endpointId, store.name));
                set({ endpointIds: [...stores.endpointIds, store.endpointId] });
              }}
              onRemove={remove}
            />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
