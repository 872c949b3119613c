import { sha256Hex } from '#app/platform/crypto/index.ts';
import { type ReasonPart, reasonFacts, reasonOf } from '../reason.ts';
import { nextComparison } from './comparison-times.ts';
import type { ConvergeRecord, ExportedOrder } from './converge-record.ts';

interface Compared {
  now: Date;
  obstacles: readonly ReasonPart[];
  /** Left out where OneStock did not answer. */
  oneStock?: { state: string; closedStates: readonly string[]; isTrackingAwaited: boolean };
}

/**
 * Records that an order was compared, what stands in the way, and when it is compared again: never when OneStock has closed it,
 * nothing is left and no tracking is waited for. An event brings it back.
 *
 * @returns whether it is closed
 */
export async function finishComparison(
  record: ConvergeRecord,
  { exportedAt }: ExportedOrder,
  { now, obstacles, oneStock }: Compared,
): Promise<boolean> {
  const reason = obstacles.length > 0 ? reasonOf(...obstacles) : null;
  if (reason !== null)
    await record.keepNote({
      at: now,
      kind: 'blocked',
      facts: reasonFacts(reason),
      key: `blocked:${sha256Hex(reason.message)}`,
    });
  const isOver = !!oneStock && oneStock.closedStates.includes(oneStock.state) && !oneStock.isTrackingAwaited;
  const isClosed = reason === null && isOver;
  await record.compared({
    at: now,
    next: isClosed ? null : nextComparison(exportedAt, now),
    oneStockState: oneStock?.state ?? null,
    isClosed,
    obstacle: reason,
  });
  return isClosed;
}
