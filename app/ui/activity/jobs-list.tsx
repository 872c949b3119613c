import { BlockStack, Box, Divider, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { JobRun, RunFilters, ShopJob } from '#app/features/activity/index.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { useFormats } from '../frame.ts';
import { useReasons } from '../use-reasons.ts';
import { EmptyList } from './empty-list.tsx';
import { ListFilters } from './list-filters.tsx';
import { RowsTable } from './rows-table.tsx';
import { chosen, isFiltered, RECORDED_TASKS, RUN_STATES } from './search.ts';
import { JobStateBadge, RunStateBadge } from './state-badge.tsx';
import { useWords } from './use-words.ts';

interface JobsListProps {
  filters: RunFilters;
  page: Page<JobRun>;
  jobs: readonly ShopJob[];
}

/** The work that waits or fails now, and what has run. */
export function JobsList({ filters, page, jobs }: JobsListProps) {
  const { t } = useTranslation('activity');
  return (
    <>
      <Heading text={t('jobs.title')} />
      {jobs.length > 0 ? (
        <Jobs jobs={jobs} />
      ) : (
        <Box padding="300" paddingBlockStart="0">
          <Text as="p" tone="subdued">
            {t('jobs.empty')}
          </Text>
        </Box>
      )}
      <Divider />
      <Heading text={t('jobs.runs')} />
      <Runs filters={filters} page={page} />
    </>
  );
}

function Heading({ text }: { text: string }) {
  return (
    <Box padding="300" paddingBlockStart="400">
      <Text as="h2" variant="headingSm">
        {text}
      </Text>
    </Box>
  );
}

function Jobs({ jobs }: { jobs: readonly ShopJob[] }) {
  const { t } = useTranslation('activity');
  const { moment } = useFormats();
  const words = useWords();
  const reason = useReasons();
  return (
    <RowsTable
      headings={[
        t('columns.task'),
        t('columns.about'),
        t('columns.state'),
        t('columns.nextTry'),
        t('columns.tries'),
        t('columns.lastError'),
      ]}
      rows={jobs.map((job) => ({
        id: job.id,
        title: words.task(job.task),
        cells: [
          job.order ? words.subject(job.order) : '',
          <JobStateBadge key="state" state={job.state} />,
          job.state === 'waiting' || job.state === 'failing' ? moment(job.runAt) : '',
          t('jobs.tries', { count: job.attempts, most: job.maxAttempts }),
          job.reason ? reason(job.reason) : '',
        ],
      }))}
      empty={null}
    />
  );
}

function Runs({ filters, page }: Pick<JobsListProps, 'filters' | 'page'>) {
  const { t } = useTranslation('activity');
  const { moment, duration } = useFormats();
  const words = useWords();
  const reason = useReasons();
  return (
    <BlockStack>
      <ListFilters
        list="jobs"
        choices={[
          {
            name: 'task',
            label: t('filters.task'),
            choices: RECORDED_TASKS.map((task) => ({ value: task, label: words.task(task) })),
            chosen: chosen(filters.task),
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
          t('columns.started'),
          t('columns.state'),
          t('columns.time'),
          t('columns.lastError'),
        ]}
        rows={page.items.map((run) => ({
          id: run.id,
          title: words.task(run.task),
          cells: [
            <time key="started" dateTime={run.startedAt}>
              {moment(run.startedAt, 'second')}
            </time>,
            <RunStateBadge key="state" state={run.state} />,
            run.durationMs === undefined ? '' : duration(run.durationMs),
            run.reason ? reason(run.reason) : '',
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
