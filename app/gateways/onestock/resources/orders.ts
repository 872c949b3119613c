import { err, ok, type Result } from 'neverthrow';
import { z } from 'zod';
import { type OneStockError, oneStockError } from '../errors.ts';
import type { Call } from '../transport/call.ts';
import { identifier, underName } from '../transport/lax.ts';
import { readAnswer } from '../transport/read-answer.ts';
import { type NewOrder, personalTexts } from './new-order.ts';
import { ORDER_FIELDS, orderAnswer, ordersAnswer } from './order-answer.ts';
import type { OneStockOrder } from './order-types.ts';
import type { Session } from './session.ts';

type Addressed = Pick<Call, 'connection' | 'deadline'>;

/** As many as public clients ask for at once (https://github.com/mbousquet-onestock). */
const MOST_IDS = 50;

/** `POST /orders` → `{id}` (https://github.com/inviqa/onestock-api-client); some clients allow for `{order: {id}}`. */
const createdAnswer = underName('order', z.object({ id: identifier }));

/**
 * Creates an order. An answer that cannot be read may have been a success: the error is then worth a retry, which is told of the order that
 * exists. What the site says about a refusal is freed of whatever tells who ordered.
 */
export async function createOrder(
  session: Session,
  call: Addressed,
  order: NewOrder,
): Promise<Result<{ id: string }, OneStockError>> {
  const personal = personalTexts(order);
  const answer = await session.send({ ...call, route: 'orders', method: 'POST', body: { order }, personal });
  return answer
    .andThen((accepted) => readAnswer(accepted, 'orders', createdAnswer))
    .mapErr((error) => (error.code === 'onestock_unreadable' ? { ...error, retryable: true } : error));
}

/** Reads an order; null when the site has none of that id. */
export async function readOrder(
  session: Session,
  call: Addressed,
  id: string,
): Promise<Result<OneStockOrder | null, OneStockError>> {
  const read = { ...call, route: 'orders', entityId: id, method: 'GET' } as const;
  const order = await readWhole(session, read, {}, orderAnswer, (found) => found !== null);
  return order.isErr() && order.error.code === 'onestock_not_found' ? ok(null) : order.andThen(withUnits);
}

/** Reads those of the orders that exist. */
export async function readOrders(
  session: Session,
  call: Addressed,
  ids: readonly string[],
): Promise<Result<OneStockOrder[], OneStockError>> {
  const read = { ...call, route: 'orders', method: 'GET' } as const;
  const orders: OneStockOrder[] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const asked = ids.slice(start, start + MOST_IDS);
    const body = { filter: { ids: asked }, pagination: { limit: asked.length } };
    const page = await readWhole(session, read, body, ordersAnswer, (found) => !found.includes(null));
    if (page.isErr()) return err(page.error);
    for (const found of page.value) {
      const order = withUnits(found);
      if (order.isErr()) return err(order.error);
      orders.push(order.value);
    }
  }
  return ok(orders);
}

/**
 * Reads the fields that the app needs. Where these bring no groups, the site may have units instead, under a path that nobody is seen to
 * ask for: then it reads everything.
 */
async function readWhole<T>(
  session: Session,
  call: Omit<Call, 'body'>,
  body: Record<string, unknown>,
  schema: z.ZodType<T>,
  isWhole: (read: T) => boolean,
): Promise<Result<T, OneStockError>> {
  const read = async (fields: object) =>
    (await session.send({ ...call, body: { ...body, ...fields } })).andThen((accepted) =>
      readAnswer(accepted, call.route, schema),
    );
  const some = await read({ fields: ORDER_FIELDS });
  return some.isErr() || isWhole(some.value) ? some : read({});
}

function withUnits(order: OneStockOrder | null): Result<OneStockOrder, OneStockError> {
  const path = 'line_item_groups';
  return order ? ok(order) : err(oneStockError('onestock_unreadable', 'orders', { unreadableAt: path }));
}
