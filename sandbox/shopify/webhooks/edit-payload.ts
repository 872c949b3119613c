import { numericId } from '../store/ids.ts';
import type { OrderEdit } from '../store/order-changes/edit-order.ts';
import type { Order, ShopFacts } from '../store/types.ts';
import { shopTime } from './money-and-time.ts';

/**
 * Payload of `orders/edited`: which lines gained and lost how many pieces, and nothing else of the order
 * (https://shopify.dev/docs/api/webhooks/latest?reference=toml, topic `orders/edited`).
 */
export function editPayload(
  shop: ShopFacts,
  order: Order,
  { id, at, note, additions, removals }: OrderEdit,
): object {
  const pieces = (each: OrderEdit['additions']) =>
    each.map(({ orderLineId, delta }) => ({ id: numericId(orderLineId), delta }));
  const time = shopTime(at, shop.timezone);
  return {
    order_edit: {
      id: numericId(id),
      app_id: null,
      order_id: numericId(order.id),
      user_id: null,
      created_at: time,
      committed_at: time,
      notify_customer: false,
      staff_note: note,
      line_items: { additions: pieces(additions), removals: pieces(removals) },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}
