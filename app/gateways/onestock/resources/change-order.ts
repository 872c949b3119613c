import { err, type Result } from 'neverthrow';
import { z } from 'zod';
import type { OneStockError } from '../errors.ts';
import type { Call } from '../transport/call.ts';
import { underName } from '../transport/lax.ts';
import { readAnswer } from '../transport/read-answer.ts';
import { textsIn } from './new-order.ts';
import type { OrderChange, OrderChanged } from './order-types.ts';
import type { Session } from './session.ts';

/** By what is read back it is told whether a change was taken: what a site fills in, or writes in its own way, is not among it. */
const TELLING = {
  customer: ['first_name', 'last_name', 'email', 'phone_number'],
  address: ['lines', 'city', 'zip_code'],
} as const;

const READ_BACK = ['id', 'customer', 'delivery.destination.address'];

const loose = z.record(z.string(), z.unknown()).optional().catch(undefined);
const readBack = underName(
  'order',
  z.object({
    customer: loose,
    delivery: z
      .object({ destination: z.object({ address: loose }).optional().catch(undefined) })
      .optional()
      .catch(undefined),
  }),
);

/**
 * Changes who an order is for, or where it goes: `PATCH /v3/orders/{id}` with partial data, `customer` or `delivery.destination.address`, as the
 * code of a OneStock employee sends it (https://github.com/mbousquet-onestock). That a site may answer 200 and change nothing is inferred, so it
 * is read back; a site that tells neither of the two is believed. What somebody had put right there before counts as taken, though the site refuses
 * the change. What a change leaves out may stay as it was (inferred). Twice is as good as once.
 */
export async function changeOrder(
  session: Session,
  call: Pick<Call, 'connection' | 'deadline'>,
  { orderId, customer, address }: OrderChange,
): Promise<Result<OrderChanged, OneStockError>> {
  const order = { ...(customer && { customer }), ...(address && { delivery: { destination: { address } } }) };
  const addressed = { ...call, route: 'orders', entityId: orderId } as const;
  const personal = textsIn([customer, address]);
  const answer = await session.send({ ...addressed, method: 'PATCH', body: { order }, personal });
  const refusal = answer.isErr() ? answer.error : null;
  if (refusal && refusal.code !== 'onestock_refused') return err(refusal);
  const read = await session.send({ ...addressed, method: 'GET', body: { fields: READ_BACK } });
  return read
    .andThen((accepted) => readAnswer(accepted, 'orders', readBack))
    .map((found) => {
      const others = refusal ? 'differ' : 'agree';
      const isTaken =
        isLike(found.customer, customer, { names: TELLING.customer, others }) &&
        isLike(found.delivery?.destination?.address, address, { names: TELLING.address, others });
      return isTaken ? { isTaken } : { isTaken, refusal };
    });
}

/** @param others what is thought of what is not told */
function isLike(
  found: Record<string, unknown> | undefined,
  wanted: object | undefined,
  { names, others }: { names: readonly string[]; others: 'agree' | 'differ' },
): boolean {
  if (!wanted) return true;
  const asked = new Map<string, unknown>(Object.entries(wanted));
  return names
    .filter((name) => asked.get(name) !== undefined)
    .every((name) =>
      found?.[name] === undefined ? others === 'agree' : plain(found[name]) === plain(asked.get(name)),
    );
}

/** Without capitals and spaces, which a site may put in order. */
function plain(value: unknown): string {
  return JSON.stringify(value).toLowerCase().replaceAll(/\s/g, '');
}
