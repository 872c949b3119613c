import { BlockStack, Box, Button, Card } from '@shopify/polaris';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrialGrounds } from '#app/features/promise/index.ts';
import type { FieldError } from '#app/ui/form/answer.ts';
import { BasketFields } from './basket-fields.tsx';
import { CircumstancesFields } from './circumstances-fields.tsx';
import { ShopperFields } from './shopper-fields.tsx';
import { type TrialValues, untouchedValues } from './trial-values.ts';
import { useTrial } from './use-trial.ts';

interface TrialFormProps {
  grounds: TrialGrounds;
  /** The form as the page's address holds it; null when it holds none. */
  values: TrialValues | null;
  errors: readonly FieldError[];
}

/** What is to be tried. It stays as typed, whatever came of the trial. */
export function TrialForm({ grounds, values, errors }: TrialFormProps) {
  const { t } = useTranslation('try');
  const trial = useTrial(values ?? untouchedValues(grounds), errors);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    trial.submit();
  };
  return (
    <form onSubmit={submit} noValidate>
      <BlockStack gap="400">
        <Card>
          <BasketFields trial={trial} currency={grounds.currency ?? ''} />
        </Card>
        <Card>
          <BlockStack gap="400">
            <ShopperFields trial={trial} grounds={grounds} />
            <CircumstancesFields trial={trial} timezone={grounds.timezone} />
          </BlockStack>
        </Card>
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <Button submit variant="primary" size="large" fullWidth loading={trial.isTrying}>
            {t('submit')}
          </Button>
        </Box>
      </BlockStack>
    </form>
  );
}
