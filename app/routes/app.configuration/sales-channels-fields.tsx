import { BlockStack, Button, InlineGrid, InlineStack, Select, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CountryChannel } from '#app/features/settings/shape.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import { useCountryChoices } from '#app/ui/use-country-choices.ts';
import { ListFailure } from './list-failure.tsx';
import { NamedSelect } from './named-select.tsx';
import { usePageKnowledge } from './page-context.ts';
import { useSettingWords } from './setting-words.ts';
import type { EditsSettings } from './values.ts';

const CHANNEL = 'channels:salesChannel';
const BY_COUNTRY = 'channels:salesChannels';

/** The sales channel under which OneStock is asked for every country that has none of its own. */
export function SalesChannelField({ editing }: EditsSettings) {
  const { t } = useTranslation('configuration');
  const { salesChannels } = usePageKnowledge();
  const { label = '', help } = useSettingWords()(CHANNEL);
  return (
    <BlockStack gap="400">
      <ListFailure list={salesChannels} title={t('channels.failed')} />
      <NamedSelect
        label={label}
        helpText={help}
        none={t('channels.none')}
        list={salesChannels}
        {...editing.field(CHANNEL)}
      />
    </BlockStack>
  );
}

/** The sales channels of single destination countries. */
export function CountryChannelsField({ editing }: EditsSettings) {
  const { t } = useTranslation('configuration');
  const { label } = useSettingWords()(BY_COUNTRY);
  const rows = editing.values[BY_COUNTRY];
  const setRows = (channels: CountryChannel[]) => editing.change({ [BY_COUNTRY]: channels });
  return (
    <BlockStack gap="400">
      <Text as="h3" variant="headingSm">
        {label}
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
  );
}

interface CountryRowProps extends EditsSettings {
  at: number;
  row: CountryChannel;
  onChange(change: Partial<CountryChannel>): void;
  onRemove(): void;
}

function CountryRow({ at, row, editing, onChange, onRemove }: CountryRowProps) {
  const { t } = useTranslation('configuration');
  const { salesChannels } = usePageKnowledge();
  const countries = useCountryChoices();
  const path = (name: keyof CountryChannel) => `${BY_COUNTRY}.${at}.${name}`;
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
          list={salesChannels}
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
