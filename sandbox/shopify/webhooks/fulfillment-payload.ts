import type { Fulfillment } from '../store/fulfillment-types.ts';
import { numericId } from '../store/ids.ts';
import { sum } from '../store/order-totals.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';
import { shopTime } from './money-and-time.ts';
import { addressPayload, lineItemPayload } from './order-payload-parts.ts';

/**
 * Payload of `fulfillments/create` and `fulfillments/update`, with the keys of Shopify's samples (https://shopify.dev/docs/api/webhooks/latest). That
 * `quantity` of a line is what this fulfillment has of it is inferred.
 */
export function fulfillmentPayload(
  { shop, variants }: Store,
  order: Order,
  { id, name, status, createdAt, updatedAt, locationId, tracking, lines }: Fulfillment,
): object {
  const numbers = tracking.flatMap(({ number }) => number ?? []);
  const urls = tracking.flatMap(({ url }) => url ?? []);
  const byLine = Map.groupBy(lines, ({ orderLineId }) => orderLineId);
  return {
    id: numericId(id),
    admin_graphql_api_id: id,
    order_id: numericId(order.id),
    name,
    status: status.toLowerCase(),
    service: 'manual',
    shipment_status: null,
    created_at: shopTime(createdAt, shop.timezone),
    updated_at: shopTime(updatedAt, shop.timezone),
    location_id: numericId(locationId),
    origin_address: null,
    email: order.email,
    destination: order.shippingAddress && addressPayload(order.shippingAddress),
    line_items: order.lines.flatMap((line) => {
      const pieces = byLine.get(line.id);
      if (!pieces) return [];
      const quantity = sum(pieces.map((piece) => piece.quantity));
      return [{ ...lineItemPayload(line, order, variants), quantity }];
    }),
    tracking_company: tracking[0]?.company ?? null,
    tracking_number: numbers[0] ?? null,
    tracking_numbers: numbers,
    tracking_url: urls[0] ?? null,
    tracking_urls: urls,
    receipt: {},
  };
}
