import { createHash } from 'node:crypto';
import type { NextId } from './ids.ts';
import type { NewOrder } from './new-order.ts';
import type { Metafield, MetafieldDefinition } from './types.ts';

/** A metafield as it is written; an absent `type` means that of the definition. */
export type MetafieldValue = Pick<Metafield, 'ownerId' | 'namespace' | 'key' | 'type' | 'value'>;

/** The metafields and metafield definitions of one shop. What may be written is decided before, by the mutations. */
export interface Metafields {
  readonly definitions: MetafieldDefinition[];
  /** In the order in which they were first written. */
  of(ownerId: string): Metafield[];
  find(ownerId: string, namespace: string, key: string): Metafield | undefined;
  definitionOf(ownerType: string, namespace: string, key: string): MetafieldDefinition | undefined;
  write(value: MetafieldValue): Metafield;
  /** False when there was none. */
  remove(ownerId: string, namespace: string, key: string): boolean;
  /**
   * Gives an order those of its cart's metafields whose order definition has `cartToOrderCopyable` on
   * (https://shopify.dev/changelog/automatically-copy-cart-metafields-to-orders-at-checkout-completion). One whose
   * type is not the definition's stays behind; that last rule is inferred.
   */
  copyFromCart(orderId: string, cart: NonNullable<NewOrder['cartMetafields']>): void;
}

export function createMetafields({ now, nextId }: { now: () => Date; nextId: NextId }): Metafields {
  const definitions: MetafieldDefinition[] = [];
  const byOwner = new Map<string, Map<string, Metafield>>();
  const place = (namespace: string, key: string) => `${namespace}.${key}`;
  const metafields: Metafields = {
    definitions,
    of: (ownerId) => [...(byOwner.get(ownerId)?.values() ?? [])],
    find: (ownerId, namespace, key) => byOwner.get(ownerId)?.get(place(namespace, key)),
    definitionOf: (ownerType, namespace, key) =>
      definitions.find(
        (known) => known.ownerType === ownerType && known.namespace === namespace && known.key === key,
      ),
    write(value) {
      const owned = byOwner.get(value.ownerId) ?? new Map<string, Metafield>();
      byOwner.set(value.ownerId, owned);
      const previous = owned.get(place(value.namespace, value.key));
      const written: Metafield = {
        id: previous?.id ?? nextId('Metafield'),
        createdAt: previous?.createdAt ?? now(),
        updatedAt: now(),
        compareDigest: digestOf(value),
        ...value,
      };
      owned.set(place(value.namespace, value.key), written);
      return written;
    },
    remove: (ownerId, namespace, key) => byOwner.get(ownerId)?.delete(place(namespace, key)) ?? false,
    copyFromCart(orderId, cart) {
      for (const { namespace, key, type, value } of cart) {
        const definition = metafields.definitionOf('ORDER', namespace, key);
        if (definition?.cartToOrderCopyable && definition.type === type) {
          metafields.write({ ownerId: orderId, namespace, key, type, value });
        }
      }
    },
  };
  return metafields;
}

/**
 * 64 hex digits, as in the example at https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet. What
 * Shopify hashes is not documented; here, type and value, so that writing the same again changes no digest.
 */
function digestOf({ type, value }: MetafieldValue): string {
  return createHash('sha256').update(`${type}\n${value}`).digest('hex');
}
