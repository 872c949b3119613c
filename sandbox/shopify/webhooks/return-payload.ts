import { numericId } from '../store/ids.ts';
import { sum } from '../store/order-totals.ts';
import type { Return, ReturnLine } from '../store/order-types.ts';
import type { Order } from '../store/types.ts';

/**
 * Payloads of `returns/…`, with the keys of Shopify's samples (https://shopify.dev/docs/api/webhooks/latest): of `approve` the whole return, of
 * `close` and `cancel` its status. Of `process` no sample is public; that it is like `approve` is inferred.
 */
export function returnPayload(
  order: Order,
  of: Return,
  change: 'approve' | 'process' | 'close' | 'cancel',
): object {
  const facts = { ...bothIds(of.id), status: of.status.toLowerCase() };
  if (change === 'close' || change === 'cancel') return { ...facts, order_id: numericId(order.id) };
  return {
    ...facts,
    order: bothIds(order.id),
    total_return_line_items: sum(of.lines.map(({ quantity }) => quantity)),
    name: of.name,
    return_line_items: of.lines.map(returnLinePayload),
    return_shipping_fees: [],
    exchange_line_items: of.exchangeLines.map(({ id, orderLineId }) => ({
      ...bothIds(id),
      line_item: orderLineId === null ? null : bothIds(orderLineId),
    })),
    total_exchange_line_items: sum(of.exchangeLines.map(({ quantity }) => quantity)),
  };
}

function returnLinePayload({
  id,
  fulfillmentLineId,
  orderLineId,
  quantity,
  reason,
  note,
}: ReturnLine): object {
  return {
    ...bothIds(id),
    fulfillment_line_item: { ...bothIds(fulfillmentLineId), line_item: bothIds(orderLineId) },
    quantity,
    return_reason: reason.toLowerCase(),
    return_reason_note: note,
    customer_note: null,
    restocking_fee: null,
  };
}

function bothIds(id: string): { id: number; admin_graphql_api_id: string } {
  return { id: numericId(id), admin_graphql_api_id: id };
}
