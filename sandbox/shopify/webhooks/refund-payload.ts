import { numericId } from '../store/ids.ts';
import type { Refund } from '../store/order-types.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';
import { shopTime } from './money-and-time.ts';
import { lineItemPayload } from './order-payload-parts.ts';

/**
 * Payload of `refunds/create`: the refund as the REST Admin API shows it
 * (https://shopify.dev/docs/api/admin-rest/latest/resources/refund), without transactions. Amounts of its lines are numbers there.
 */
export function refundPayload(
  { shop, variants }: Pick<Store, 'shop' | 'variants'>,
  order: Order,
  { id, createdAt, note, lines }: Refund,
): object {
  const at = shopTime(createdAt, shop.timezone);
  return {
    id: numericId(id),
    admin_graphql_api_id: id,
    order_id: numericId(order.id),
    created_at: at,
    processed_at: at,
    note,
    user_id: null,
    restock: lines.some(({ restockType }) => restockType !== 'NO_RESTOCK'),
    duties: [],
    order_adjustments: [],
    transactions: [],
    refund_line_items: lines.map((line) => {
      const orderLine = order.lines.find((each) => each.id === line.orderLineId);
      return {
        id: numericId(line.id),
        line_item_id: numericId(line.orderLineId),
        quantity: line.quantity,
        restock_type: line.restockType.toLowerCase(),
        location_id: line.locationId && numericId(line.locationId),
        subtotal: line.subtotal / 100,
        total_tax: line.tax / 100,
        line_item: orderLine && lineItemPayload(orderLine, order, variants),
      };
    }),
  };
}
