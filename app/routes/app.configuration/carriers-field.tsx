import { Autocomplete, BlockStack, Button, InlineGrid, InlineStack, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CarrierRow } from '#app/features/settings/shape.ts';
import { TRACKING_COMPANIES } from '#app/gateways/shopify/tracking-companies.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import { useSettingWords } from './setting-words.ts';
import type { EditsSettings } from './values.ts';

const PATH = 'orders:carrierNames';

/** What carriers of OneStock are called in Shopify, a row each. */
export function CarriersField({ editing }: EditsSettings) {
  const { t } = useTranslation('configuration');
  const { label, help } = useSettingWords()(PATH);
  const rows = editing.values[PATH];
  const setRows = (carriers: CarrierRow[]) => editing.change({ [PATH]: carriers });
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h4" variant="bodyMd">
          {label}
        </Text>
        <Text as="p" tone="subdued">
          {help}
        </Text>
        {rows.length === 0 && (
          <Text as="p" tone="subdued">
            {t('carriers.none')}
          </Text>
        )}
      </BlockStack>
      {rows.map((row, at) => (
        <Carrier
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity while it is typed
          key={at}
          at={at}
          row={row}
          editing={editing}
          onChange={(changed) => setRows(rows.with(at, { ...row, ...changed }))}
          onRemove={() => setRows(rows.toSpliced(at, 1))}
        />
      ))}
      <InlineStack>
        <Button onClick={() => setRows([...rows, { code: '', company: '' }])}>{t('carriers.add')}</Button>
      </InlineStack>
    </BlockStack>
  );
}

interface CarrierProps extends EditsSettings {
  at: number;
  row: CarrierRow;
  onChange(change: Partial<CarrierRow>): void;
  onRemove(): void;
}

function Carrier({ at, row: { code, company }, editing, onChange, onRemove }: CarrierProps) {
  const { t } = useTranslation('configuration');
  const path = (name: keyof CarrierRow) => `${PATH}.${at}.${name}`;
  const isKnown = TRACKING_COMPANIES.includes(company.trim());
  const meant = TRACKING_COMPANIES.filter((name) =>
    name.toLowerCase().includes(company.trim().toLowerCase()),
  );
  return (
    <BlockStack gap="100">
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
        <TextField
          id={fieldId(path('code'))}
          label={t('carriers.code')}
          value={code}
          error={editing.error(path('code'))}
          autoComplete="off"
          spellCheck={false}
          // What stands before the first = is the code.
          onChange={(typed) => onChange({ code: typed.replaceAll('=', '') })}
        />
        <Autocomplete
          options={(isKnown ? TRACKING_COMPANIES : meant).map((name) => ({ value: name, label: name }))}
          selected={[company]}
          onSelect={([chosen = '']) => onChange({ company: chosen })}
          textField={
            <Autocomplete.TextField
              id={fieldId(path('company'))}
              label={t('carriers.company')}
              placeholder={t('carriers.placeholder')}
              value={company}
              error={editing.error(path('company'))}
              helpText={company.trim() && t(isKnown ? 'carriers.isKnown' : 'carriers.isUnknown')}
              autoComplete="off"
              onChange={(typed) => onChange({ company: typed })}
            />
          }
        />
      </InlineGrid>
      <InlineStack align="end">
        <Button
          variant="plain"
          tone="critical"
          accessibilityLabel={t('carriers.removeOf', { code })}
          onClick={onRemove}
        >
          {t('carriers.remove')}
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
