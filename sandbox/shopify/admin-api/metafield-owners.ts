import { kindOf } from '../store/ids.ts';
import type { Store } from '../store/store.ts';

/** Number of the app among all apps, which its reserved namespaces carry. */
const appNumber = 2290811;

/**
 * Kinds of objects whose metafields the simulator keeps, and the scope that writing them takes: that of the object
 * itself (https://shopify.dev/docs/api/admin-graphql/latest/mutations/metafieldsSet). Names of the scopes per kind
 * are inferred.
 */
export const ownerTypes: ReadonlyMap<string, { ownerType: string; writeScope: string | null }> = new Map([
  ['Order', { ownerType: 'ORDER', writeScope: 'write_orders' }],
  ['Location', { ownerType: 'LOCATION', writeScope: 'write_locations' }],
  ['Product', { ownerType: 'PRODUCT', writeScope: 'write_products' }],
  ['ProductVariant', { ownerType: 'PRODUCTVARIANT', writeScope: 'write_products' }],
  ['Shop', { ownerType: 'SHOP', writeScope: null }],
]);

export function ownerExists(store: Store, ownerId: string): boolean {
  const has = (items: readonly { id: string }[]) => items.some(({ id }) => id === ownerId);
  switch (kindOf(ownerId)) {
    case 'Order':
      return store.orders.has(ownerId);
    case 'Location':
      return has(store.locations);
    case 'Product':
      return has(store.products);
    case 'ProductVariant':
      return has(store.variants);
    default:
      return store.shop.id === ownerId;
  }
}

/**
 * `$app` and `$app:suffix` as they are stored; a missing namespace is `$app`
 * (https://shopify.dev/docs/apps/build/metafields/ownership).
 */
export function canonicalNamespace(namespace: string | null | undefined): string {
  const given = namespace ?? '$app';
  const suffix = /^\$app(?::(.+))?$/.exec(given);
  if (!suffix) return given;
  return suffix[1] === undefined ? `app--${appNumber}` : `app--${appNumber}--${suffix[1]}`;
}

export function isAppOwned(namespace: string): boolean {
  return namespace.startsWith('app--');
}
