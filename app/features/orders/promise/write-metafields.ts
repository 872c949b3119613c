import { err, ok, type Result } from 'neverthrow';
import type { AdminClient } from '#app/gateways/shopify/admin-client.ts';
import { METAFIELDS_DELETE, METAFIELDS_SET } from '#app/gateways/shopify/operations/metafields.ts';
import { type OrderError, orderError } from '../shape.ts';
import {
  METAFIELD_TYPES,
  type MetafieldChanges,
  metafieldChanges,
  NAMESPACE,
  type WantedMetafields,
} from './order-metafields.ts';
import type { Order } from './types.ts';

/** `stale`: somebody wrote one of the metafields since the order was read, and nothing was written. Read again. */
export type WriteOutcome = 'unchanged' | 'written' | 'stale';

/**
 * Brings the order's metafields to what is wanted, writing only differences, and only onto what was read: a write in between is refused
 * by its digest (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/metafieldsSet).
 */
export async function writeMetafields(
  client: AdminClient,
  order: Order,
  wanted: WantedMetafields,
): Promise<Result<WriteOutcome, OrderError>> {
  const changes = metafieldChanges(order.metafields, wanted);
  if (changes.set.length > 0) {
    const set = await setMetafields(client, order, changes.set);
    if (set.isErr() || set.value === 'stale') return set;
  }
  if (changes.delete.length > 0) {
    const deleted = await deleteMetafields(client, order, changes.delete);
    if (deleted.isErr()) return deleted;
  }
  return ok(changes.set.length + changes.delete.length > 0 ? 'written' : 'unchanged');
}

async function setMetafields(
  client: AdminClient,
  order: Order,
  changes: MetafieldChanges['set'],
): Promise<Result<WriteOutcome, OrderError>> {
  const answer = await client.request(METAFIELDS_SET, {
    metafields: changes.map((change) => ({
      ...change,
      ownerId: order.id,
      namespace: NAMESPACE,
      type: METAFIELD_TYPES[change.key],
    })),
  });
  if (answer.isErr()) return err(answer.error);
  const faults = answer.value.metafieldsSet?.userErrors ?? [];
  // A digest of what is deleted by now is no digest any more.
  if (faults.some(({ code }) => code === 'STALE_OBJECT' || code === 'INVALID_COMPARE_DIGEST'))
    return ok('stale');
  return faults.length > 0 ? err(refused(order, faults)) : ok('written');
}

async function deleteMetafields(
  client: AdminClient,
  order: Order,
  keys: MetafieldChanges['delete'],
): Promise<Result<WriteOutcome, OrderError>> {
  const answer = await client.request(METAFIELDS_DELETE, {
    metafields: keys.map((key) => ({ ownerId: order.id, namespace: NAMESPACE, key })),
  });
  if (answer.isErr()) return err(answer.error);
  const faults = answer.value.metafieldsDelete?.userErrors ?? [];
  return faults.length > 0 ? err(refused(order, faults)) : ok('written');
}

function refused({ name }: Order, faults: readonly { message: string }[]): OrderError {
  const said = faults.map(({ message }) => message).join(' ');
  return orderError({ code: 'metafields_refused', params: { order: name, said } });
}
