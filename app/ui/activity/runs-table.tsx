import { BlockStack } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import { isLive, RUN_STATES, type RunFilters, type RunSummary } from '#app/features/runs/shape.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { causesText } from '#app/words/say.ts';
import { useFormats } from '../frame.ts';
import { useRefresh } from '../use-refresh.ts';
import { EmptyList } from './empty-list.tsx';
import { ListFilters } from './list-filters.tsx';
import { RowsTable } from './rows-table.tsx';
import { RunProgress } from './run-progress.tsx';
import { chosen, isFiltered, RUN_KINDS } from './search.ts';
import { RunStateBadge } from './state-badge.tsx';
import { useWords } from './use-words.ts';

/** Long work of the app, with its progress. */
export function RunsTable({ filters, page }: { filters: RunFilters; page: Page<RunSummary> }) {
  const { t, i18n } = useTranslation('activity');
  const { moment, duration } = useFormats();
  const words = useWords();
  useRefresh(page.items.some(({ state }) => isLive(state) && state !== 'paused'));
  return (
    <BlockStack>
      <ListFilters
        list="jobs"
        choices={[
          {
            name: 'kind',
            label: t('filters.task'),
            choices: RUN_KINDS.map((kind) => ({ value: kind, label: words.kind(kind) })),
            chosen: chosen(filters.kind),
            isPinned: true,
          },
          {
            name: 'state',
            label: t('filters.state'),
            choices: RUN_STATES.map((state) => ({ value: state, label: t(`runStates.${state}`) })),
            chosen: chosen(filters.state),
            isPinned: true,
          },
        ]}
      />
      <RowsTable
        headings={[
          t('columns.task'),
          t('columns.state'),
          t('columns.progress'),
          t('columns.startedBy'),
          t('columns.since'),
          t('columns.time'),
          t('columns.lastError'),
        ]}
        rows={page.items.map((run) => ({
          id: run.id,
          title: words.kind(run.kind),
          url: `/app/activity/runs/${run.id}`,
          cells: [
            <RunStateBadge key="state" state={run.state} />,
            run.total === null && run.done + run.failed === 0 ? '' : <RunProgress key="progress" run={run} />,
            t(`run.starters.${run.startedBy}`),
            <time key="since" dateTime={run.startedAt ?? run.askedAt}>
              {moment(run.startedAt ?? run.askedAt, 'second')}
            </time>,
            run.startedAt && run.finishedAt ? duration(durationMs(run.startedAt, run.finishedAt)) : '',
            run.causes.length === 0 ? (
              ''
            ) : (
              <div key="error" style={{ whiteSpace: 'normal', minWidth: '12rem' }}>
                {causesText(i18n, run.causes)}
              </div>
            ),
          ],
        }))}
        pages={page}
        empty={
          <EmptyList
            list="jobs"
            title={t('empty.runsTitle')}
            text={t('empty.runs')}
            isFiltered={isFiltered(filters)}
          />
        }
      />
    </BlockStack>
  );
}

/** Between two instants, in milliseconds. */
export function durationMs(from: string, to: string): number {
  return new Date(to).getTime() - new Date(from).getTime();
}
