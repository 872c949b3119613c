import { BlockStack, Card, FormLayout, InlineError, Text, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { fieldId } from '../form/use-editing.ts';
import { CountriesField } from './countries-field.tsx';
import { type FormPart, nestedField } from './form-part.ts';

/** Where, and for which baskets, the option is offered. */
export function ConditionsSection(part: FormPart) {
  const { t } = useTranslation('options');
  const { values, change } = part.editing;
  const { basketTotal, weightGrams, currency } = values;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('form.conditions.title')}
        </Text>
        <CountriesField {...part} />
        <FormLayout>
          <FormLayout.Group condensed>
            <TextField
              label={t('form.conditions.basketMin')}
              inputMode="decimal"
              suffix={currency}
              {...nestedField(part, 'basketTotal.min', basketTotal.min, (min) =>
                change({ basketTotal: { ...basketTotal, min } }),
              )}
            />
            <TextField
              label={t('form.conditions.basketMax')}
              inputMode="decimal"
              suffix={currency}
              {...nestedField(part, 'basketTotal.max', basketTotal.max, (max) =>
                change({ basketTotal: { ...basketTotal, max } }),
              )}
            />
          </FormLayout.Group>
          {part.errorOf('basketTotal') && <WholeError part={part} path="basketTotal" />}
          <FormLayout.Group condensed>
            <TextField
              label={t('form.conditions.weightMin')}
              inputMode="decimal"
              suffix="kg"
              {...nestedField(part, 'weightGrams.min', weightGrams.min, (min) =>
                change({ weightGrams: { ...weightGrams, min } }),
              )}
            />
            <TextField
              label={t('form.conditions.weightMax')}
              inputMode="decimal"
              suffix="kg"
              {...nestedField(part, 'weightGrams.max', weightGrams.max, (max) =>
                change({ weightGrams: { ...weightGrams, max } }),
              )}
            />
          </FormLayout.Group>
          {part.errorOf('weightGrams') && <WholeError part={part} path="weightGrams" />}
        </FormLayout>
      </BlockStack>
    </Card>
  );
}

/** What is wrong with two fields together. */
function WholeError({ part, path }: { part: FormPart; path: string }) {
  const error = part.errorOf(path);
  return error ? <InlineError message={error} fieldID={fieldId(path)} /> : null;
}
