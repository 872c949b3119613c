import { Badge, type BadgeProps } from '@shopify/polaris';
import type { Rung } from '#app/features/activity/index.ts';

/** How each rung of the ladder is shown: its name for a merchant, its tone, and the colour of its bar. */
export const RUNGS: Record<Rung, { name: string; tone: BadgeProps['tone']; color: string }> = {
  memory: { name: 'Remembered', tone: 'success', color: 'var(--p-color-bg-fill-success)' },
  shared: { name: 'Shared memory', tone: 'success', color: 'var(--p-color-bg-fill-success)' },
  onestock: { name: 'OneStock', tone: 'info', color: 'var(--p-color-bg-fill-info)' },
  stale: { name: 'Older answer', tone: 'attention', color: 'var(--p-color-bg-fill-caution)' },
  fallback: { name: 'Fallback', tone: 'warning', color: 'var(--p-color-bg-fill-warning)' },
  none: { name: 'Nothing to show', tone: 'critical', color: 'var(--p-color-bg-fill-critical)' },
};

/** Where the answer of a rate request came from. */
export function RungBadge({ rung }: { rung: Rung }) {
  const { name, tone } = RUNGS[rung];
  return <Badge tone={tone}>{name}</Badge>;
}
