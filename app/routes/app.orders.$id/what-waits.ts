import type { ExportView } from '#app/features/orders/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { isLeftOut, isWait } from '#app/ui/orders/waits.ts';

/** What of an order is not in OneStock, and why. */
export interface NotSent {
  /** What it waits for, or why the last try failed. */
  waits: readonly Cause[];
  leftOut: readonly Cause[];
  /** Another part of the order is in OneStock. */
  isRest: boolean;
}

/** Tells what waits from what is left out: of a part that waits the app goes on by itself. */
export function notSent(exported: Pick<ExportView, 'state' | 'causes' | 'exportedAt'> | null): NotSent {
  const causes: readonly Cause[] = exported?.causes ?? [];
  const isRest = !!exported?.exportedAt;
  // Of an order that waits as a whole, a cause may be why its last try failed.
  const isOver = (cause: Cause) => isLeftOut(cause) || (exported?.state !== 'waiting' && !isWait(cause));
  return {
    waits: causes.filter((cause) => !isOver(cause)),
    leftOut: causes.filter(isOver),
    isRest,
  };
}
