import { BlockStack, FormLayout, Select, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { PreviewGrounds } from '#app/features/promise/index.ts';
import { capitalised } from '#app/ui/capitalised.ts';
import { fieldId } from '#app/ui/form/use-editing.ts';
import { useLanguage } from '#app/ui/i18n/use-language.ts';
import { useCountryChoices } from '#app/ui/use-country-choices.ts';
import type { Preview } from './use-preview.ts';

interface ShopperFieldsProps {
  preview: Preview;
  grounds: Pick<PreviewGrounds, 'servedCountries' | 'locales'>;
}

/** Where the shopper is, and in which language: what most shops need of it. No name and no street is asked for. */
export function ShopperFields({ preview, grounds }: ShopperFieldsProps) {
  const { t } = useTranslation('try');
  const countries = useCountryChoices();
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' });
  const isServed = ({ value }: { value: string }) => grounds.servedCountries.includes(value);
  const { country, locale } = preview.values;
  const text = (name: 'zip' | 'city') => ({
    id: fieldId(name),
    autoComplete: 'off',
    maxLength: 200,
    label: t(`address.${name}`),
    value: preview.values[name],
    onChange: (value: string) => preview.change({ [name]: value }),
  });
  return (
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {t('address.title')}
      </Text>
      <FormLayout>
        <Select
          id={fieldId('country')}
          label={t('address.country')}
          placeholder={t('address.chooseCountry')}
          options={[
            { title: t('address.served'), options: countries.filter(isServed) },
            { title: t('address.others'), options: countries.filter((choice) => !isServed(choice)) },
          ]}
          value={country}
          onChange={(chosen) => preview.change({ country: chosen })}
          error={preview.error('country')}
        />
        <FormLayout.Group condensed>
          <TextField {...text('zip')} />
          <TextField {...text('city')} />
        </FormLayout.Group>
        <Select
          id={fieldId('locale')}
          label={t('address.locale')}
          options={[...new Set([...grounds.locales, locale])]
            .filter(Boolean)
            .map((value) => ({ value, label: capitalised(languageName(names, value)) }))}
          value={locale}
          onChange={(chosen) => preview.change({ locale: chosen })}
        />
      </FormLayout>
    </BlockStack>
  );
}

/** What is in the page's address may be no language at all. */
function languageName(names: Intl.DisplayNames, locale: string): string {
  try {
    return names.of(locale) ?? locale;
  } catch {
    return locale;
  }
}
