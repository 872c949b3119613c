import type { ReactNode } from 'react';
import { useIsHydrated } from '../use-is-hydrated.ts';

/**
 * Shows its content in the browser only, and `fallback` until then: names of countries, amounts and dates are worded by the browser, whose
 * words may differ from the server's.
 */
export function OnceMounted({ fallback, children }: { fallback: ReactNode; children: () => ReactNode }) {
  return useIsHydrated() ? children() : fallback;
}
