import { Banner, BlockStack, Layout, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { RunOutcome, RunStory } from '#app/features/runs/shape.ts';
import { Facts } from '#app/ui/activity/facts.tsx';
import { RowsTable } from '#app/ui/activity/rows-table.tsx';
import { RunProgress } from '#app/ui/activity/run-progress.tsx';
import { durationMs } from '#app/ui/activity/runs-table.tsx';
import { SectionCard } from '#app/ui/activity/section-card.tsx';
import { RunStateBadge } from '#app/ui/activity/state-badge.tsx';
import { useWords } from '#app/ui/activity/use-words.ts';
import { useFormats } from '#app/ui/frame.ts';
import { causesText, causeText } from '#app/words/say.ts';

/** A run: how far it is, what stands in its way, and what became of its records. */
export function RunView({ run }: { run: RunStory }) {
  const { t, i18n } = useTranslation('activity');
  const counts = Object.entries(run.counts);
  return (
    <BlockStack gap="400">
      {run.causes.length > 0 && (
        <Banner tone={run.state === 'failed' ? 'critical' : 'warning'}>
          <p>{causesText(i18n, run.causes)}</p>
        </Banner>
      )}
      {run.state === 'paused' && (
        <Banner tone="info">
          <p>{t('run.pausedHere')}</p>
        </Banner>
      )}
      <Layout>
        <Layout.Section>
          <SectionCard title={t('run.outcomes')}>
            {run.outcomes.length > 0 ? (
              <Outcomes outcomes={run.outcomes} />
            ) : (
              <Text as="p" tone="subdued">
                {t('run.noOutcomes')}
              </Text>
            )}
          </SectionCard>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <SectionCard title={t('run.story')}>
              <Story run={run} />
            </SectionCard>
            {counts.length > 0 && (
              <SectionCard title={t('run.counts')}>
                <Facts facts={counts.map(([code, count]) => [causeText(i18n, { code }), count])} />
              </SectionCard>
            )}
          </BlockStack>
        </Layout.Section>
      </Layout>
    </BlockStack>
  );
}

function Story({ run }: { run: RunStory }) {
  const { t } = useTranslation('activity');
  const { moment, duration } = useFormats();
  const at = (instant: string | null) =>
    instant && <time dateTime={instant}>{moment(instant, 'second')}</time>;
  const { startedAt, finishedAt } = run;
  return (
    <Facts
      facts={[
        [t('columns.state'), <RunStateBadge key="state" state={run.state} />],
        [
          t('run.progress'),
          run.total === null && run.done + run.failed === 0 ? '' : <RunProgress key="progress" run={run} />,
        ],
        [t('run.startedBy'), t(`run.starters.${run.startedBy}`)],
        [t('run.asked'), at(run.askedAt)],
        [t('run.started'), at(startedAt)],
        [t('run.finished'), at(finishedAt)],
        [t('run.duration'), startedAt && finishedAt && duration(durationMs(startedAt, finishedAt))],
      ]}
    />
  );
}

function Outcomes({ outcomes }: { outcomes: readonly RunOutcome[] }) {
  const { t, i18n } = useTranslation('activity');
  const words = useWords();
  return (
    <RowsTable
      headings={[t('columns.about'), t('columns.what')]}
      rows={outcomes.map(({ subject, cause, hasFailed }, place) => ({
        id: String(place),
        title: words.subject(subject),
        cells: [
          <Text key="what" as="span" tone={hasFailed ? 'critical' : undefined}>
            {causeText(i18n, cause)}
          </Text>,
        ],
      }))}
      empty={null}
    />
  );
}
