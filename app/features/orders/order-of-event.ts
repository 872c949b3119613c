import { err, ok, type Result } from 'neverthrow';
import type { InboxEvent } from '#app/features/inbox/index.ts';
import type { AdminClients } from '#app/gateways/shopify/admin-client.ts';
import { type OrderId, parseFulfillmentOrderId, parseOrderId } from '#app/gateways/shopify/ids.ts';
import { ORDER_OF_FULFILLMENT_ORDER } from '#app/gateways/shopify/operations/fulfillment-orders.ts';
import { type OrderError, orderError } from './shape.ts';

/** The order that an event is about, which is asked of Shopify where the event names a fulfillment order alone; null where Shopify shows none. */
export async function orderOfEvent(
  adminClients: AdminClients,
  { shop, subject }: Pick<InboxEvent, 'shop' | 'subject'>,
): Promise<Result<OrderId | null, OrderError>> {
  const orderId = parseOrderId(subject);
  if (orderId) return ok(orderId);
  const id = parseFulfillmentOrderId(subject);
  if (!id) return err(orderError({ code: 'order_event_unreadable' }));
  const client = await adminClients.forShop(shop);
  if (client.isErr()) return err(client.error);
  const answer = await client.value.request(ORDER_OF_FULFILLMENT_ORDER, { id });
  return answer.map(({ fulfillmentOrder }) => parseOrderId(fulfillmentOrder?.orderId));
}
