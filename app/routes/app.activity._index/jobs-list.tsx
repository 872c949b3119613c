import { Box, Divider, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { ShopJob } from '#app/features/runs/index.ts';
import type { RunFilters, RunSummary } from '#app/features/runs/shape.ts';
import type { Page } from '#app/platform/database/read-page.ts';
import { RowsTable } from '#app/ui/activity/rows-table.tsx';
import { RunsTable } from '#app/ui/activity/runs-table.tsx';
import { JobStateBadge } from '#app/ui/activity/state-badge.tsx';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';
import { useReasons } from '#app/ui/use-reasons.ts';

interface JobsListProps {
  filters: RunFilters;
  page: Page<RunSummary>;
  jobs: readonly ShopJob[];
}

/** The runs, and the single pieces of work that wait or fail now. */
export function JobsList({ filters, page, jobs }: JobsListProps) {
  const { t } = useTranslation('activity');
  return (
    <>
      <Heading text={t('jobs.runs')} />
      <RunsTable filters={filters} page={page} />
      <Divider />
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
