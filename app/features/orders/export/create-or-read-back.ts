import { isDeepStrictEqual } from 'node:util';
import { err, ok, type Result } from 'neverthrow';
import type {
  NewOrder,
  OneStockConnection,
  OneStockError,
  OneStockGateway,
  OneStockOrder,
  OneStockOrderItem,
} from '#app/gateways/onestock/index.ts';

type Gateway = Pick<OneStockGateway, 'createOrder' | 'readOrder'>;

/** `found`: OneStock had the order from an earlier try. `foreign`: it has another order under this id. */
export type Creation = 'created' | 'found' | 'foreign';

/**
 * Creates an order in OneStock, which takes an id once: that it has one already is success when reading it shows that it is ours.
 * Source: https://github.com/inviqa/onestock-api-client, whose recorded answers to a second order of an id are a 409.
 */
export async function createOrReadBack(
  oneStock: Gateway,
  account: OneStockConnection,
  order: NewOrder,
): Promise<Result<Creation, OneStockError>> {
  const created = await oneStock.createOrder(account, order);
  if (created.isOk()) return ok('created');
  if (created.error.code !== 'onestock_conflict') return err(created.error);
  const items = order.order_items.map(({ item_id, quantity }) => ({ itemId: item_id, quantity }));
  const current = await readBack(oneStock, account, order.id, {
    information: order.information ?? {},
    items,
  });
  if (current.isErr()) return err(current.error);
  // It was there a moment ago, or will be in another.
  if (current.value === 'absent') return err({ ...created.error, retryable: true });
  return ok(current.value);
}

/** What an order of ours is known by. */
interface OurOrder {
  information: Record<string, unknown>;
  items: readonly ItemPieces[];
}

type ItemPieces = Pick<OneStockOrderItem, 'itemId' | 'quantity'>;

/** Whether OneStock has our order under this id: of the same order of Shopify, and of the same items, as that may be several orders there. */
export async function readBack(
  oneStock: Pick<Gateway, 'readOrder'>,
  account: OneStockConnection,
  id: string,
  ours: OurOrder,
): Promise<Result<'found' | 'foreign' | 'absent', OneStockError>> {
  const order = await oneStock.readOrder(account, id);
  return order.map((found) => (found === null ? 'absent' : isOurs(found, ours) ? 'found' : 'foreign'));
}

/** What we write into every order names the shop and Shopify's order. */
function isOurs({ information, items, groups }: OneStockOrder, ours: OurOrder): boolean {
  const isOfOrder = ['shopify_shop', 'shopify_order_id'].every(
    (name) => information[name] === ours.information[name],
  );
  // Some sites answer in units alone.
  return isOfOrder && isDeepStrictEqual(counted(items.length > 0 ? items : groups), counted(ours.items));
}

function counted(items: readonly ItemPieces[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { itemId, quantity } of items) counts.set(itemId, (counts.get(itemId) ?? 0) + quantity);
  return counts;
}
