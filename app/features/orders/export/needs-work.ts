import type { OrderId } from '#app/gateways/shopify/ids.ts';

/** An order as the sweep finds it. */
export interface FoundOrder {
  orderId: OrderId;
  createdAt: Date;
  isCancelled: boolean;
  isPaid: boolean;
  /** Edited or refunded, ever. */
  isChanged: boolean;
  /** To the second. */
  updatedAt: Date;
}

/** What is known of its export; `state` is null when nothing is. */
export interface KnownToSweep {
  state: string | null;
  /** It is sent once it is paid. */
  awaitsPayment: boolean;
  /** It could not be sent, or followed, and nothing more is tried by itself. */
  isGivenUp: boolean;
  exportedAt: Date | null;
  /** When it was last updated in Shopify, as it was last read. */
  readAt: Date | null;
  /** It is being worked on, or about to be. */
  hasJob: boolean;
}

/** The event of an order is on its way this long; the next sweep looks again. */
const EVENT_MAY_COME_MS = 2 * 60_000;

/** Whether an order has something left to do that nothing else will do. */
export function needsWork(order: FoundOrder, known: KnownToSweep | undefined, now: Date): boolean {
  if (known?.hasJob) return false;
  if (!known || known.state === null) return now.getTime() - order.createdAt.getTime() > EVENT_MAY_COME_MS;
  if (known.exportedAt !== null) {
    const isUnread = known.readAt === null || order.updatedAt > known.readAt;
    return order.isChanged || (order.isCancelled && known.state !== 'closed') || isUnread;
  }
  if (known.state !== 'waiting' || known.isGivenUp) return false;
  return !known.awaitsPayment || order.isPaid || order.isCancelled;
}
