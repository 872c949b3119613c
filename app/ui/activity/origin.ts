import type { BadgeProps } from '@shopify/polaris';
import type { CallbackSummary, Rung } from '#app/features/promise/index.ts';

/** Where an answer came from: a rung of the ladder, the merchant's own rules, or nowhere, for what was asked was no rate request. */
export type Origin = Rung | 'ownRules' | 'refused';

export const ORIGIN_TONES: Record<Origin, BadgeProps['tone']> = {
  memory: 'success',
  shared: 'success',
  onestock: 'info',
  stale: 'attention',
  fallback: 'warning',
  none: 'critical',
  ownRules: undefined,
  refused: 'warning',
};

/**
 * Where the answer of a rate request came from. One that no rung answered failed only if it was a 503: an empty 200 is what the merchant's
 * own rules for countries, baskets and stores ask for, and a 4xx was no rate request.
 */
export function originOf({ rung, status }: Pick<CallbackSummary, 'rung' | 'status'>): Origin {
  if (rung !== 'none' || status >= 500) return rung;
  return status === 200 ? 'ownRules' : 'refused';
}
