import type { BadgeProps } from '@shopify/polaris';
import type { CallbackOverview, Rung } from '#app/features/activity/index.ts';

/** How it is shown where an answer came from: its name for a merchant, the tone of its badge, and the colour of its bar. */
export interface Origin {
  name: string;
  tone: BadgeProps['tone'];
  color: string;
}

/** The rungs of the ladder, in its order. */
export const RUNGS: Record<Rung, Origin> = {
  memory: { name: 'Remembered', tone: 'success', color: 'var(--p-color-bg-fill-success)' },
  shared: { name: 'Shared memory', tone: 'success', color: 'var(--p-color-bg-fill-success-secondary)' },
  onestock: { name: 'OneStock', tone: 'info', color: 'var(--p-color-bg-fill-info)' },
  stale: { name: 'Older answer', tone: 'attention', color: 'var(--p-color-bg-fill-caution)' },
  fallback: { name: 'Fallback', tone: 'warning', color: 'var(--p-color-bg-fill-warning)' },
  none: { name: 'Nothing to show', tone: 'critical', color: 'var(--p-color-bg-fill-critical)' },
};

const OWN_RULES: Origin = { name: 'Your rules', tone: undefined, color: 'var(--p-color-bg-fill-selected)' };
const REFUSED: Origin = {
  name: 'Refused',
  tone: 'warning',
  color: 'var(--p-color-bg-fill-critical-secondary)',
};

/**
 * Where the answer of a rate request came from. One that no rung answered failed only if it was a 503: an empty 200 is what the merchant's
 * own rules for countries, baskets and stores ask for, and a 4xx was no rate request.
 */
export function originOf({ rung, status }: Pick<CallbackOverview, 'rung' | 'status'>): Origin {
  if (rung !== 'none' || status >= 500) return RUNGS[rung];
  return status === 200 ? OWN_RULES : REFUSED;
}

/** The origins that occur, the most frequent first. */
export function originCounts(callbacks: readonly CallbackOverview[]): { origin: Origin; count: number }[] {
  return [...Map.groupBy(callbacks, originOf)]
    .map(([origin, { length: count }]) => ({ origin, count }))
    .toSorted((one, other) => other.count - one.count);
}

/** Whether the shopper was shown a promise of OneStock, of whatever age: neither a fallback nor its word that there is none. */
export function hasPromise({ rung, rateCount }: Pick<CallbackOverview, 'rung' | 'rateCount'>): boolean {
  return rateCount > 0 && rung !== 'fallback' && rung !== 'none';
}
