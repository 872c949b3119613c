import { type Call, notModelled, type Presented } from './call.ts';
import { connection, type PageArguments, sorted } from './connection.ts';
import { canonicalNamespace } from './metafield-owners.ts';
import { presentCarrierService } from './present/carrier-service.ts';
import { presentLocation } from './present/location.ts';
import { presentDefinition } from './present/metafield.ts';
import { findNode, visibleOrders } from './present/node.ts';
import { presentOrder } from './present/order.ts';
import { presentProduct, presentVariant } from './present/product.ts';
import { presentLocales, presentShop } from './present/shop.ts';
import { search } from './search.ts';
import { numericId } from '../store/ids.ts';

type Listing = PageArguments & { query?: string | null; sortKey: string };

/** `QueryRoot`: what the simulator can be asked. */
export function queryRoot(call: Call): Presented {
  const { store } = call;
  const byId = ({ id }: { id: string }) => findNode(id, call);
  return {
    shop: () => presentShop(call),
    shopLocales: ({ published: _allAre }: { published: boolean }) => presentLocales(call),
    node: byId,
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => findNode(id, call)),
    ...orders(call),
    ...catalogue(call),
    location: ({ id }: { id?: string | null }) =>
      findNode(id ?? store.locations.find(({ isPrimary }) => isPrimary)?.id ?? '', call),
    locations({ includeInactive, includeLegacy: _noneIs, query, sortKey, ...page }: Listing & Record<string, unknown>) {
      const shown = store.locations.filter(({ isActive }) => isActive || includeInactive === true);
      const found = search(shown, query, { name: ({ name }) => name });
      const inOrder = sorted(found, sortKey, { NAME: ({ name }) => name, ID: ({ id }) => numericId(id) });
      return connection(inOrder, page, (location) => presentLocation(location, call));
    },
    carrierService: byId,
    carrierServices({ query, sortKey, ...page }: Listing) {
      const found = search([...store.carrierServices.values()], query, {
        active: ({ active }) => active,
        id: ({ id }) => String(numericId(id)),
      });
      return connection(sorted(found, sortKey, { ID: ({ id }) => numericId(id) }), page, presentCarrierService);
    },
    metafieldDefinitions: (args: DefinitionListing) => metafieldDefinitions(args, call),
    currentAppInstallation: {
      accessScopes: () => grantedScopes(call).map((handle) => ({ handle })),
    },
    // Subscriptions of the configuration file are no part of the list, and the simulator takes none over the API
    // (https://shopify.dev/docs/api/admin-graphql/latest/queries/webhookSubscriptions).
    webhookSubscriptions: ({ ...page }: PageArguments) => connection([], page, () => ({})),
  };
}

function orders(call: Call): Presented {
  return {
    order: ({ id }: { id: string }) => findNode(id, call),
    orders({ query, sortKey, ...page }: Listing) {
      const found = search(visibleOrders(call), query, {
        id: ({ id }) => String(numericId(id)),
        name: ({ name }) => name,
        created_at: ({ createdAt }) => createdAt,
        processed_at: ({ createdAt }) => createdAt,
        updated_at: ({ updatedAt }) => updatedAt,
      });
      const inOrder = sorted(found, sortKey, {
        ID: ({ id }) => numericId(id),
        CREATED_AT: ({ createdAt }) => createdAt.getTime(),
        PROCESSED_AT: ({ createdAt }) => createdAt.getTime(),
        UPDATED_AT: ({ updatedAt }) => updatedAt.getTime(),
      });
      return connection(inOrder, page, (order) => presentOrder(order, call));
    },
    fulfillmentOrder: ({ id }: { id: string }) => findNode(id, call),
  };
}

function catalogue(call: Call): Presented {
  const { store } = call;
  return {
    product: ({ id }: { id: string }) => findNode(id, call),
    products({ query, sortKey, ...page }: Listing) {
      const found = search(store.products, query, {
        id: ({ id }) => String(numericId(id)),
        handle: ({ handle }) => handle,
      });
      const inOrder = sorted(found, sortKey, { ID: ({ id }) => numericId(id), TITLE: ({ title }) => title });
      return connection(inOrder, page, (product) => presentProduct(product, call));
    },
    productVariant: ({ id }: { id: string }) => findNode(id, call),
    productVariants({ query, sortKey, ...page }: Listing) {
      const found = search(store.variants, query, {
        id: ({ id }) => String(numericId(id)),
        product_id: ({ productId }) => String(numericId(productId)),
        sku: ({ sku }) => sku,
      });
      const inOrder = sorted(found, sortKey, { ID: ({ id }) => numericId(id), SKU: ({ sku }) => sku ?? '' });
      return connection(inOrder, page, (variant) => presentVariant(variant, call));
    },
  };
}

type DefinitionListing = Listing & { ownerType: string; namespace?: string | null; key?: string | null };

function metafieldDefinitions({ ownerType, namespace, key, query, sortKey, ...page }: DefinitionListing, call: Call) {
  if (query != null) throw notModelled('searches for metafield definitions');
  const found = call.store.metafields.definitions
    .filter((definition) => definition.ownerType === ownerType)
    .filter((definition) => namespace == null || definition.namespace === canonicalNamespace(namespace))
    .filter((definition) => key == null || definition.key === key);
  const inOrder = sorted(found, sortKey, { ID: ({ id }) => numericId(id), NAME: ({ name }) => name });
  return connection(inOrder, page, presentDefinition);
}

function grantedScopes({ grant, access }: Call): string[] {
  return grant.scopes === 'all' ? access.scopes : [...grant.scopes];
}
