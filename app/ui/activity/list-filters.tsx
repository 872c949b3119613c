import { ChoiceList, type FilterInterface, Filters } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { Days } from '#app/platform/database/days.ts';
import { formatMoment } from '../format.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { useTypedText } from '../use-typed-text.ts';
import { DaysFilter } from './days-filter.tsx';
import type { ListName } from './search.ts';
import { useActivitySearch } from './use-activity-search.ts';

/** A filter by choosing among values. */
export interface ChoiceFilter {
  /** Its name in the address. */
  name: string;
  label: string;
  choices: readonly { value: string; label: string }[];
  chosen: readonly string[];
  /** Whether several may be chosen. */
  isMultiple?: boolean;
  /** Whether it is in sight before it is used. */
  isPinned?: boolean;
}

interface ListFiltersProps {
  list: ListName;
  choices: readonly ChoiceFilter[];
  /** The days chosen, in a list that can be filtered by them. */
  days?: Days;
  /** The order searched for, in a list that can be searched by it: '' when none is. */
  order?: string;
}

/** The filters of a list. What is chosen stands in the page's address. */
export function ListFilters({ list, choices, days, order }: ListFiltersProps) {
  const { t } = useTranslation('activity');
  const { filter, open } = useActivitySearch();
  const [typed, setTyped] = useTypedText(order ?? '', (text) => filter({ order: text }, { replace: true }));
  const dayLabel = useDayLabel(days);
  const chosen = choices.filter((one) => one.chosen.length > 0);
  const filters: FilterInterface[] = choices.map((one) => ({
    key: one.name,
    label: one.label,
    pinned: one.isPinned,
    filter: <Choices one={one} />,
  }));
  if (days)
    filters.unshift({
      key: 'days',
      label: t('filters.days'),
      pinned: true,
      filter: <DaysFilter days={days} />,
    });
  const applied = chosen.map((one) => ({
    key: one.name,
    label: `${one.label}: ${one.chosen.map((value) => labelOf(one, value)).join(', ')}`,
    onRemove: () => filter({ [one.name]: '' }),
  }));
  if (dayLabel)
    applied.unshift({ key: 'days', label: dayLabel, onRemove: () => filter({ from: '', to: '' }) });
  return (
    <Filters
      filters={filters}
      appliedFilters={applied}
      queryValue={typed}
      queryPlaceholder={t('filters.order')}
      hideQueryField={order === undefined}
      onQueryChange={setTyped}
      onQueryClear={() => setTyped('')}
      onClearAll={() => open(list)}
    />
  );
}

function labelOf({ choices }: ChoiceFilter, value: string): string {
  return choices.find((choice) => choice.value === value)?.label ?? value;
}

function Choices({ one }: { one: ChoiceFilter }) {
  const { filter } = useActivitySearch();
  return (
    <ChoiceList
      title={one.label}
      titleHidden
      allowMultiple={one.isMultiple}
      choices={one.choices.map((choice) => ({ ...choice }))}
      selected={[...one.chosen]}
      onChange={(values: string[]) => filter({ [one.name]: values.join(',') })}
    />
  );
}

/** The days chosen in words; null when there are none. */
function useDayLabel(days: Days | undefined): string | null {
  const { t } = useTranslation('activity');
  const language = useLanguage();
  // A day of the calendar, which no time zone may move.
  const words = (day: string) => formatMoment(`${day}T00:00:00Z`, { timezone: 'UTC', language, to: 'day' });
  const [from, to] = [days?.from, days?.to].map((day) => day && words(day));
  if (from && to) return from === to ? from : `${from} – ${to}`;
  if (from) return t('filters.since', { day: from });
  return to ? t('filters.until', { day: to }) : null;
}
