import { type InboxHandler, keepOnly } from '#app/features/activity/index.ts';
import type { Connection } from '#app/features/connection/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Database } from '#app/platform/database/client.ts';
import { ONESTOCK_TOPICS, type OneStockTopic, OTHER_TOPIC } from './describe-event.ts';
import { createEventSenders, type EventSender } from './event-senders.ts';
import { handleOneStockEvent, type OneStockEventDependencies } from './handle-onestock-event.ts';

export { CONVERGE_ORDER, type ConvergeOrderPayload } from './converge-job.ts';
export { type DescribedEvent, describeOneStockEvent } from './describe-event.ts';
export type { EventSender } from './event-senders.ts';

/** What OneStock tells of orders. */
export interface OneStockEvents {
  /** See {@link createEventSenders}. */
  senderOf(token: string): Promise<EventSender | null>;
  /** To be told of each message that was refused for its signature. */
  reportSignature(shop: ShopDomain): Promise<void>;
  /** The inbox's handlers of the source `onestock`; see {@link handleOneStockEvent}. */
  handlers: Readonly<Record<OneStockTopic | typeof OTHER_TOPIC, InboxHandler>>;
}

export function createOneStockEvents(
  dependencies: OneStockEventDependencies & {
    database: Database;
    connection: Pick<Connection, 'webhookSender' | 'reportWebhookSignature'>;
  },
): OneStockEvents {
  const handle: InboxHandler = (event) => handleOneStockEvent(dependencies, event);
  const [order, parcel, group] = ONESTOCK_TOPICS;
  return {
    senderOf: createEventSenders(dependencies),
    reportSignature: dependencies.connection.reportWebhookSignature,
    handlers: { [order]: handle, [parcel]: handle, [group]: handle, [OTHER_TOPIC]: keepOnly },
  };
}
