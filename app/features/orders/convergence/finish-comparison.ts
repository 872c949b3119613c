import { type Causes, causesJson } from '#app/features/obstacles/index.ts';
import type { Cause } from '#app/platform/cause.ts';
import { sha256Hex } from '#app/platform/crypto/index.ts';
import { nextComparison } from './comparison-times.ts';
import type { ConvergeRecord, ExportedOrder } from './converge-record.ts';

interface Compared {
  now: Date;
  /** What stands in the way; the first says what happened. */
  blocked: readonly Cause[];
  /** How often the comparison was tried before it was given up. */
  attempts?: number;
  /** Left out where OneStock did not answer. */
  oneStock?: {
    states: ReadonlyMap<number, string>;
    closedStates: readonly string[];
    isTrackingAwaited: boolean;
  };
}

/**
 * Records that an order was compared, what stands in the way, and when it is compared again: never when OneStock has closed all of it,
 * nothing is left and no tracking is waited for. An event brings it back, and so does what is still to be sent.
 *
 * @returns whether it is closed
 */
export async function finishComparison(
  record: ConvergeRecord,
  exported: ExportedOrder,
  { now, blocked, attempts = 0, oneStock }: Compared,
): Promise<boolean> {
  const [first, ...others] = blocked;
  const causes: Causes | null = first ? [first, ...others] : null;
  if (causes !== null)
    await record.keepNote({
      at: now,
      kind: 'blocked',
      facts: { causes: causesJson(causes) },
      key: `blocked:${sha256Hex(JSON.stringify(causes))}`,
    });
  const isOver =
    !!oneStock &&
    exported.deliveries.every(({ number }) =>
      oneStock.closedStates.includes(oneStock.states.get(number) ?? ''),
    ) &&
    !oneStock.isTrackingAwaited;
  const isDone = causes === null && isOver;
  const isClosed = isDone && !exported.isWaiting;
  await record.compared(
    {
      at: now,
      next: isDone ? null : nextComparison(lastExport(exported), now),
      states: oneStock?.states ?? new Map(),
      isClosed,
      blocked: causes && { causes, attempts },
    },
    exported,
  );
  return isClosed;
}

function lastExport({ deliveries, exportedAt }: ExportedOrder): Date {
  return deliveries.at(-1)?.exportedAt ?? exportedAt;
}
