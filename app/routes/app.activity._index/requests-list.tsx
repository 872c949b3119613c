import { InlineStack, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { CallbackFilters, CallbackSummary } from '#app/features/promise/index.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { AnsweredBy } from '#app/ui/activity/answered-by.tsx';
import { EmptyList } from '#app/ui/activity/empty-list.tsx';
import { ListFilters } from '#app/ui/activity/list-filters.tsx';
import { PhaseBar } from '#app/ui/activity/phase-bar.tsx';
import { type ListRow, RowsTable } from '#app/ui/activity/rows-table.tsx';
import { chosen, FILTERED_REASONS, isFiltered, RUNGS } from '#app/ui/activity/search.ts';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useReasons } from '#app/ui/use-reasons.ts';

interface RequestsListProps {
  filters: CallbackFilters;
  page: Page<CallbackSummary>;
  /** The shop's delivery options, archived ones too. */
  options: readonly { handle: string; countries: string[] }[];
}

/** The rate requests of the checkout: when, where to, answered from where, how fast. */
export function RequestsList({ filters, page, options }: RequestsListProps) {
  const { t } = useTranslation('activity');
  const row = useRequestRow(page.items);
  return (
    <>
      <RequestFilters filters={filters} options={options} />
      <RowsTable
        headings={[
          t('columns.received'),
          t('columns.destination'),
          t('columns.answeredFrom'),
          t('columns.rates'),
          t('columns.time'),
        ]}
        rows={page.items.map(row)}
        pages={page}
        empty={
          <EmptyList
            list="requests"
            title={t('empty.requestsTitle')}
            text={t('empty.requests')}
            isFiltered={isFiltered(filters)}
          />
        }
      />
    </>
  );
}

function useRequestRow(callbacks: readonly CallbackSummary[]): (callback: CallbackSummary) => ListRow {
  const { t } = useTranslation('activity');
  const { moment, duration } = useFormats();
  const { destination } = useWords();
  const slowestMs = Math.max(1, ...callbacks.map(({ durationMs }) => durationMs));
  return (callback) => ({
    id: callback.id,
    url: `/app/activity/callbacks/${callback.id}`,
    title: <time dateTime={callback.receivedAt}>{moment(callback.receivedAt, 'second')}</time>,
    cells: [
      destination(callback),
      <InlineStack key="origin" gap="100" wrap={false}>
        <AnsweredBy callback={callback} />
      </InlineStack>,
      callback.rateCount === 0 ? (
        <Text key="rates" as="span" tone="subdued">
          {t('noRates')}
        </Text>
      ) : (
        t('rates', { count: callback.rateCount })
      ),
      <div key="time" style={{ width: '11rem' }}>
        <Text as="span" numeric>
          {duration(callback.durationMs)}
        </Text>
        <PhaseBar {...callback} fullMs={slowestMs} />
      </div>,
    ],
  });
}

function RequestFilters({ filters, options }: Pick<RequestsListProps, 'filters' | 'options'>) {
  const { t } = useTranslation('activity');
  const { country } = useWords();
  const reason = useReasons();
  const countries = [...new Set(options.flatMap((option) => option.countries))]
    .map((code) => ({ value: code, label: country(code) }))
    .toSorted((one, other) => one.label.localeCompare(other.label));
  const reasons = FILTERED_REASONS.map((code) => ({ value: code, label: reason(code) }));
  return (
    <ListFilters
      list="requests"
      days={filters}
      order={filters.order ?? ''}
      choices={[
        {
          name: 'rungs',
          label: t('filters.rungs'),
          choices: RUNGS.map((rung) => ({ value: rung, label: t(`rungs.${rung}`) })),
          chosen: filters.rungs ?? [],
          isMultiple: true,
          isPinned: true,
        },
        {
          name: 'option',
          label: t('filters.option'),
          choices: options.map(({ handle }) => ({ value: handle, label: handle })),
          chosen: chosen(filters.option),
        },
        {
          name: 'country',
          label: t('filters.country'),
          choices: countries,
          chosen: chosen(filters.country),
        },
        { name: 'reason', label: t('filters.reason'), choices: reasons, chosen: chosen(filters.reason) },
        {
          name: 'isFailed',
          label: t('filters.failed'),
          choices: [{ value: '1', label: t('filters.failedOnly') }],
          chosen: filters.isFailed ? ['1'] : [],
          isPinned: true,
        },
      ]}
    />
  );
}
