import { Autocomplete, BlockStack, InlineStack, Tag, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../form/use-editing.ts';
import { useCountryChoices } from '../use-country-choices.ts';
import type { FormPart } from './form-part.ts';
import { useWords } from './use-words.ts';

/** The countries of the option, found by typing. */
export function CountriesField({ editing, errorOf }: FormPart) {
  const { t } = useTranslation('options');
  const { countryName } = useWords();
  const choices = useCountryChoices();
  const [typed, setTyped] = useState('');
  const { countries } = editing.values;
  const wanted = typed.trim().toLowerCase();
  const found = choices.filter(
    ({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase().includes(wanted),
  );
  return (
    <BlockStack gap="200">
      <Autocomplete
        allowMultiple
        options={found}
        selected={countries}
        onSelect={(chosen) => {
          setTyped('');
          editing.change({ countries: chosen });
        }}
        emptyState={
          <Text as="p" tone="subdued" alignment="center">
            {t('form.countries.none')}
          </Text>
        }
        textField={
          <Autocomplete.TextField
            id={fieldId('countries')}
            label={t('form.countries.label')}
            placeholder={t('form.countries.placeholder')}
            autoComplete="off"
            value={typed}
            onChange={setTyped}
            error={errorOf('countries')}
          />
        }
      />
      {countries.length > 0 && (
        <InlineStack gap="100">
          {countries.map((code) => (
            <Tag
              key={code}
              onRemove={() => editing.change({ countries: countries.filter((each) => each !== code) })}
              accessibilityLabel={t('form.countries.remove', { country: countryName(code) })}
            >
              {countryName(code)}
            </Tag>
          ))}
        </InlineStack>
      )}
    </BlockStack>
  );
}
