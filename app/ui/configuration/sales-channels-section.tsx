import { BlockStack, Button, InlineGrid, InlineStack, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CountryChannel } from '#app/features/connection/index.ts';
import type { NamedThing } from '#app/gateways/onestock/index.ts';
import { type Editing, fieldId } from '../form/use-editing.ts';
import { useCountryChoices } from '../use-country-choices.ts';
import type { ConfigurationValues } from './form-values.ts';
import { ListFailure } from './list-failure.tsx';
import type { Listed } from './lists.ts';
import { NamedSelect } from './named-select.tsx';
import { Section } from './section.tsx';

interface SalesChannelsProps {
  editing: Editing<ConfigurationValues>;
  /** Undefined while OneStock is being asked. */
  channels: Listed<NamedThing> | undefined;
}

/** The sales channel under which OneStock is asked: one for all, and others for single countries. */
export function SalesChannelsSection({ editing, channels }: SalesChannelsProps) {
  const { t } = useTranslation('configuration');
  const { values, change, field } = editing;
  const rows = values.salesChannels;
  const setRows = (salesChannels: CountryChannel[]) => change({ salesChannels });
  return (
    <Section title={t('channels.title')} description={t('channels.description')}>
      <BlockStack gap="400">
        <ListFailure list={channels} title={t('channels.failed')} />
        <NamedSelect
          label={t('channels.default')}
          helpText={t('channels.defaultHelp')}
          none={t('channels.none')}
          list={channels}
          {...field('salesChannel')}
        />
        <Text as="h3" variant="headingSm">
          {t('channels.byCountry')}
        </Text>
        {rows.length === 0 && (
          <Text as="p" tone="subdued">
            {t('channels.noCountry')}
          </Text>
        )}
        {rows.map((row, at) => (
          <CountryRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while its country is chosen
            key={at}
            at={at}
            row={row}
            channels={channels}
            editing={editing}
            onChange={(changed) => setRows(rows.with(at, { ...row, ...changed }))}
            onRemove={() => setRows(rows.toSpliced(at, 1))}
          />
        ))}
        <InlineStack>
          <Button onClick={() => setRows([...rows, { country: '', channelId: '' }])}>
            {t('channels.add')}
          </Button>
        </InlineStack>
      </BlockStack>
    </Section>
  );
}

interface CountryRowProps extends SalesChannelsProps {
  at: number;
  row: CountryChannel;
  onChange(change: Partial<CountryChannel>): void;
  onRemove(): void;
}

function CountryRow({ at, row, channels, editing, onChange, onRemove }: CountryRowProps) {
  const { t } = useTranslation('configuration');
  const countries = useCountryChoices();
  const path = (name: keyof CountryChannel) => `salesChannels.${at}.${name}`;
  return (
    <BlockStack gap="100">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <Select
          id={fieldId(path('country'))}
          label={t('channels.country')}
          options={[{ value: '', label: t('channels.chooseCountry') }, ...countries]}
          value={row.country}
          error={editing.error(path('country'))}
          onChange={(country) => onChange({ country })}
        />
        <NamedSelect
          id={fieldId(path('channelId'))}
          label={t('channels.channel')}
          none={t('channels.choose')}
          list={channels}
          value={row.channelId}
          error={editing.error(path('channelId'))}
          onChange={(channelId) => onChange({ channelId })}
        />
      </InlineGrid>
      <InlineStack align="end">
        <Button variant="plain" tone="critical" onClick={onRemove}>
          {t('channels.remove')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
