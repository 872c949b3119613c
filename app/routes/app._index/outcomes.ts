import type { AnswerCounts, Rung } from '#app/features/health/index.ts';

/** What became of a rate request, from the bottom of a bar, with its colour. */
export const OUTCOMES: readonly { key: keyof AnswerCounts; color: string }[] = [
  { key: 'promised', color: 'var(--p-color-bg-fill-success)' },
  { key: 'unpromised', color: 'var(--p-color-icon-disabled)' },
  { key: 'fallback', color: 'var(--p-color-bg-fill-warning)' },
  { key: 'failed', color: 'var(--p-color-bg-fill-critical)' },
];

/** The colours of the ladder's rungs: from known at once to nothing known. */
export const RUNG_COLORS: Record<Rung, string> = {
  memory: 'var(--p-color-bg-fill-success)',
  shared: 'var(--p-color-bg-fill-success-secondary)',
  onestock: 'var(--p-color-bg-fill-info)',
  stale: 'var(--p-color-bg-fill-caution)',
  fallback: 'var(--p-color-bg-fill-warning)',
  none: 'var(--p-color-bg-fill-critical)',
};
