import { BlockStack, ProgressBar, Text } from '@shopify/polaris';
import { useTranslation } from 'react-i18next';
import type { RunSummary } from '#app/features/runs/shape.ts';

/** How far a run is: a bar where it is known how much there is to do, and the numbers. */
export function RunProgress({ run }: { run: Pick<RunSummary, 'state' | 'total' | 'done' | 'failed'> }) {
  const { t } = useTranslation('activity');
  const { state, total, done, failed } = run;
  const count = done + failed;
  if (total === null && count === 0) return null;
  const isOver = state === 'done' || state === 'cancelled';
  const counted = total === null ? t(isOver ? 'run.handled' : 'run.soFar', { count }) : null;
  return (
    <BlockStack gap="100">
      {total !== null && total > 0 && !isOver && (
        <div style={{ minWidth: '6rem' }}>
          <ProgressBar
            progress={Math.min(100, (100 * count) / total)}
            size="small"
            tone={state === 'failed' ? 'critical' : 'primary'}
          />
        </div>
      )}
      <Text as="span">{counted ?? t('run.of', { done: count, total: total ?? 0 })}</Text>
      {failed > 0 && (
        <Text as="span" tone="critical">
          {t('run.failedCount', { count: failed })}
        </Text>
      )}
    </BlockStack>
  );
}
