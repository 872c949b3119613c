import { FormLayout, TextField } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Days } from '#app/platform/database/days.ts';
import { useActivitySearch } from './use-activity-search.ts';

/** The first and the last day of a list, in the shop's time zone. */
export function DaysFilter({ days: { from = '', to = '' } }: { days: Days }) {
  const { t } = useTranslation('activity');
  const { filter } = useActivitySearch();
  return (
    <FormLayout>
      <TextField
        label={t('filters.from')}
        type="date"
        value={from}
        max={to || undefined}
        onChange={(day) => filter({ from: day })}
        autoComplete="off"
      />
      <TextField
        label={t('filters.to')}
        type="date"
        value={to}
        min={from || undefined}
        onChange={(day) => filter({ to: day })}
        autoComplete="off"
      />
    </FormLayout>
  );
}
