import { ok, type Result } from 'neverthrow';
import type {
  OneStockConnection,
  OneStockError,
  OneStockGateway,
  OneStockOrder,
} from '#app/gateways/onestock/index.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';

/**
 * Reads a delivery's order in OneStock. Null when OneStock has none of that id, or another's: an account may be changed for one of another site, and an id
 * be used again. A site that tells nothing of what an order was created with is believed.
 */
export async function readOwnOrder(
  oneStock: Pick<OneStockGateway, 'readOrder'>,
  account: OneStockConnection,
  { oneStockOrderId, orderId }: { oneStockOrderId: string; orderId: OrderId },
): Promise<Result<OneStockOrder | null, OneStockError>> {
  const order = await oneStock.readOrder(account, oneStockOrderId);
  if (order.isErr()) return order;
  const { shopify_order_id: of = orderId } = order.value?.information ?? {};
  return ok(of === orderId ? order.value : null);
}
