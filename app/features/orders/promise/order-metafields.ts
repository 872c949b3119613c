import { isDeepStrictEqual } from 'node:util';
import type { DeliveryEntry } from './delivery-entries.ts';
import { orderSource } from './order-source.ts';
import { type GroupAnswer, METAFIELD_KEYS, type MetafieldKey, type Order } from './types.ts';

export const NAMESPACE = 'onestock';

export const METAFIELD_TYPES: Record<MetafieldKey, string> = {
  delivery_promise: 'json',
  endpoint_id: 'single_line_text_field',
  delivery_promise_source: 'single_line_text_field',
  deliveries: 'json',
};

/** What a metafield is to hold; null when it is to be absent. */
export type WantedMetafields = Record<MetafieldKey, string | null>;

/** Brings the order's metafields to what is wanted: what to set, against the digest that was read, and what to delete. */
export interface MetafieldChanges {
  set: { key: MetafieldKey; value: string; compareDigest: string | null }[];
  delete: MetafieldKey[];
}

/**
 * What the order is to say: the promises, one a delivery group; the store where it is collected, where there is exactly one (each promise names
 * its own at `destination.endpoint_id`); where the promises come from; and what is delivered together.
 */
export function wantedMetafields(
  groups: readonly GroupAnswer[],
  deliveries: readonly DeliveryEntry[] = [],
): WantedMetafields {
  const promises = groups.flatMap(({ promise }) => promise ?? []);
  return {
    delivery_promise: promises.length > 0 ? JSON.stringify(promises) : null,
    endpoint_id: onlyStore([
      ...groups.map(({ endpointId }) => endpointId),
      ...deliveries.map(({ endpoint_id }) => endpoint_id),
    ]),
    delivery_promise_source: orderSource(groups),
    deliveries: deliveries.length > 0 ? JSON.stringify(deliveries) : null,
  };
}

export function orderEndpointId(groups: readonly GroupAnswer[]): string | null {
  return onlyStore(groups.map(({ endpointId }) => endpointId));
}

/** The store where there is exactly one. */
function onlyStore(endpointIds: readonly (string | null)[]): string | null {
  const [store = null, ...others] = new Set(endpointIds.filter((id) => id !== null));
  return others.length > 0 ? null : store;
}

/** Only what differs. JSON is compared by its meaning, since Shopify may write it in its own way. */
export function metafieldChanges(before: Order['metafields'], wanted: WantedMetafields): MetafieldChanges {
  const changes: MetafieldChanges = { set: [], delete: [] };
  for (const key of METAFIELD_KEYS) {
    const value = wanted[key];
    const present = before[key];
    if (value === null) {
      if (present) changes.delete.push(key);
    } else if (!present || !isSameValue(key, present.value, value)) {
      changes.set.push({ key, value, compareDigest: present?.compareDigest ?? null });
    }
  }
  return changes;
}

function isSameValue(key: MetafieldKey, present: string, wanted: string): boolean {
  if (METAFIELD_TYPES[key] !== 'json') return present === wanted;
  return isDeepStrictEqual(parsed(present), JSON.parse(wanted));
}

/** Anybody may write the metafield, as text even. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
