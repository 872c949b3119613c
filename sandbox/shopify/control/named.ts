import type { Context } from 'hono';
import { InvalidInput } from '../invalid-input.ts';
import type { Found } from '../store/fulfillment/find.ts';
import type { Pieces } from '../store/fulfillment/quantities.ts';
import type { Refusable } from '../store/fulfillment/refusal.ts';
import { isOver } from '../store/fulfillment/status.ts';
import { numericId } from '../store/ids.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';

/* How bodies and paths of the control door name what they mean. Each throws an InvalidInput when there is no such thing. */

export type LineName = { sku?: string | undefined; lineId?: string | number | undefined };

/** The order of the path, by its number; undefined when there is none. */
export function orderNamed(store: Store, context: Context): Order | undefined {
  const number = Number(context.req.param('id'));
  return [...store.orders.values()].find(({ id }) => numericId(id) === number);
}

export function lineNamed({ lines }: Order, { sku, lineId }: LineName): string {
  const found = lines.find(({ id, sku: known }) =>
    lineId === undefined ? sku !== undefined && known === sku : numericId(id) === numericId(String(lineId)),
  );
  if (!found) throw new InvalidInput(`The order has no line ${lineId ?? sku}.`);
  return found.id;
}

export function fulfillmentOrderNamed(order: Order, id: string | number | undefined): Found {
  const found = order.fulfillmentOrders.find((each) =>
    id === undefined ? !isOver(each) : numericId(each.id) === numericId(String(id)),
  );
  if (!found) throw new InvalidInput(`The order has no fulfillment order ${id ?? 'that is not over'}.`);
  return { order, fulfillmentOrder: found };
}

/** Pieces of a fulfillment order; null, when no lines are named, for all of them. */
export function piecesNamed(
  { order, fulfillmentOrder }: Found,
  lines: (LineName & { quantity: number })[] | undefined,
): Pieces[] | null {
  if (!lines) return null;
  return lines.map((line) => {
    const orderLineId = lineNamed(order, line);
    const found = fulfillmentOrder.lines.find((each) => each.orderLineId === orderLineId);
    if (!found) throw new InvalidInput('The fulfillment order has no piece of that line.');
    return { id: found.id, quantity: line.quantity };
  });
}

/** The last of `things` that is not over, or the one of that id. */
export function partNamed<Part extends { id: string }>(
  things: readonly Part[],
  id: string | number | undefined,
  isAlive: (part: Part) => boolean,
): Part {
  const found = things.findLast((each) =>
    id === undefined ? isAlive(each) : numericId(each.id) === numericId(String(id)),
  );
  if (!found) throw new InvalidInput(`The order has nothing like ${id ?? 'that'}.`);
  return found;
}

/** @throws {InvalidInput} with the words of a refusal */
export function done(result: Refusable<unknown>): void {
  if (result.isErr()) throw new InvalidInput(result.error.message);
}
