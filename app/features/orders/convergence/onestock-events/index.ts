import type { OneStockAccounts } from '#app/features/onestock-account/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Clock } from '#app/platform/clock.ts';
import type { Database } from '#app/platform/database/client.ts';
import type { Jobs } from '#app/platform/jobs/enqueue.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { RESOLVE_ORDER } from '../../shape.ts';
import type { ConvergeOrderPayload } from './converge-job.ts';
import { createEventSenders, type EventSender } from './event-senders.ts';
import { takeUpEvents } from './take-up-events.ts';

export type { ConvergeOrderPayload } from './converge-job.ts';
export type { EventSender } from './event-senders.ts';
export { ONESTOCK, oneStockSource } from './onestock-source.ts';

/** What OneStock tells of orders. */
export interface OneStockEvents {
  /** See {@link createEventSenders}. */
  senderOf(token: string): Promise<EventSender | null>;
  /** To be told of each message that was refused for its signature. */
  reportSignature(shop: ShopDomain): Promise<void>;
  /** See {@link takeUpEvents}. */
  takeUp(order: ConvergeOrderPayload): Promise<OrderId | null>;
}

export interface OneStockEventsDependencies {
  database: Database;
  clock: Clock;
  jobs: Jobs<typeof RESOLVE_ORDER>;
  oneStockAccounts: Pick<OneStockAccounts, 'webhookSender' | 'reportWebhookSignature'>;
}

export function createOneStockEvents(dependencies: OneStockEventsDependencies): OneStockEvents {
  const { oneStockAccounts } = dependencies;
  return {
    senderOf: createEventSenders(dependencies),
    reportSignature: oneStockAccounts.reportWebhookSignature,
    takeUp: (order) => takeUpEvents(dependencies, order),
  };
}
