import { err, ok, type Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import type { Shops } from '#app/features/shops/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import type { OrderEvent } from './note-event.ts';
import { ORDER_TOPICS } from './order-event-subject.ts';
import { orderOfEvent } from './order-of-event.ts';
import type { OrderError } from './shape.ts';

export interface OrderEventDependencies {
  adminClients: AdminClients;
  shops: Pick<Shops, 'shop'>;
  noteEvent: (event: OrderEvent) => Promise<void>;
}

/**
 * Handles an event of {@link ORDER_TOPICS} from the inbox: finds the order that it concerns and notes it. An event of a fulfillment order
 * that Shopify does not show, because it is gone or the app may not read it, is let go: the order is resolved without it. So is an event
 * of a shop that has uninstalled the app: nothing would ever delete what was kept of it.
 */
export async function handleOrderEvent(
  { adminClients, shops, noteEvent }: OrderEventDependencies,
  event: InboxEvent,
): Promise<Result<'noted' | 'ignored', OrderError>> {
  const topic = ORDER_TOPICS.find((each) => each === event.topic);
  if (!topic) throw new Error(`Not an event of an order: ${event.topic}`);
  if ((await shops.shop(event.shop)) === null) return ok('ignored');
  const found = await orderOfEvent(adminClients, event);
  if (found.isErr()) return err(found.error);
  if (found.value === null) return ok('ignored');
  await noteEvent({ shop: event.shop, orderId: found.value, topic, seenAt: event.receivedAt });
  return ok('noted');
}
