import type { ArrivalWindow } from '#app/features/orders/index.ts';

/** How the arrival differs from what was promised, by the last moment of each; null where nothing was promised. */
export function changeOfArrival(
  promised: readonly ArrivalWindow[],
  now: ArrivalWindow,
): 'asPromised' | 'later' | 'sooner' | null {
  if (promised.length === 0) return null;
  const last = Math.max(...promised.map(({ to }) => Date.parse(to)));
  const end = Date.parse(now.to);
  if (end === last) return 'asPromised';
  return end > last ? 'later' : 'sooner';
}
