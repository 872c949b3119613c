import { BlockStack, Box, Button, Card } from '@shopify/polaris';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewGrounds } from '#app/features/promise/index.ts';
import type { FieldError } from '#app/ui/form/answer.ts';
import { BasketFields } from './basket-fields.tsx';
import { CircumstancesFields } from './circumstances-fields.tsx';
import { type PreviewValues, untouchedValues } from './preview-values.ts';
import { ShopperFields } from './shopper-fields.tsx';
import { usePreview } from './use-preview.ts';

interface PreviewFormProps {
  grounds: PreviewGrounds;
  /** The form as the page's address holds it; null when it holds none. */
  values: PreviewValues | null;
  errors: readonly FieldError[];
}

/** What is to be tried. It stays as typed, whatever came of the preview. */
export function PreviewForm({ grounds, values, errors }: PreviewFormProps) {
  const { t } = useTranslation('try');
  const preview = usePreview(values ?? untouchedValues(grounds), errors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    preview.submit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <BlockStack gap="400">
        <Card>
          <BasketFields preview={preview} currency={grounds.currency ?? ''} />
        </Card>
        <Card>
          <BlockStack gap="400">
            <ShopperFields preview={preview} grounds={grounds} />
            <CircumstancesFields preview={preview} timezone={grounds.timezone} />
          </BlockStack>
        </Card>
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <Button submit variant="primary" size="large" fullWidth loading={preview.isTrying}>
            {t('submit')}
          </Button>
        </Box>
      </BlockStack>
    </form>
  );
}
