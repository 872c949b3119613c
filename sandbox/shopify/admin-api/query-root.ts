import { kindOf, numericId } from '../store/ids.ts';
import type { Order, Product, Variant } from '../store/types.ts';
import { type Call, notModelled, type Presented } from './call.ts';
import { connection, type PageArguments, sorted, sortValue } from './connection.ts';
import { canonicalNamespace } from './metafield-owners.ts';
import { presentCarrierService } from './present/carrier-service.ts';
import { presentDeliveryProfile } from './present/delivery-profile.ts';
import { presentLocation } from './present/location.ts';
import { presentMarket } from './present/market.ts';
import { presentDefinition } from './present/metafield.ts';
import { findNode, visibleOrders } from './present/node.ts';
import { presentOrder } from './present/order.ts';
import { presentProduct, presentVariant } from './present/product.ts';
import { presentLocales, presentShop } from './present/shop.ts';
import { search } from './search.ts';

type Listing = PageArguments & { query?: string | null; sortKey: string };

const byNumber = ({ id }: { id: string }) => numericId(id);
const byName = ({ name }: { name: string }) => name;
/** The sort keys that the simulator knows, and what each sorts by. */
const sortKeys = {
  carrierServices: { ID: byNumber },
  locations: { NAME: byName, ID: byNumber },
  markets: { ID: byNumber, NAME: byName },
  metafieldDefinitions: { ID: byNumber, NAME: byName },
  orders: {
    ID: byNumber,
    CREATED_AT: ({ createdAt }: Order) => createdAt.getTime(),
    PROCESSED_AT: ({ createdAt }: Order) => createdAt.getTime(),
    UPDATED_AT: ({ updatedAt }: Order) => updatedAt.getTime(),
  },
  products: { ID: byNumber, TITLE: ({ title }: Product) => title },
  variants: { ID: byNumber, SKU: ({ sku }: Variant) => sku ?? '' },
};

/** `QueryRoot`: what the simulator can be asked. */
export function queryRoot(call: Call): Presented {
  const { store } = call;
  return {
    shop: () => presentShop(call),
    shopLocales: ({ published: _allAre }: { published: boolean }) => presentLocales(call),
    node: ({ id }: { id: string }) => findNode(id, call),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => findNode(id, call)),
    ...orders(call),
    ...catalogue(call),
    location: ({ id }: { id?: string | null }) =>
      one('Location', call)({ id: id ?? store.locations.find(({ isPrimary }) => isPrimary)?.id ?? '' }),
    locations(args: Listing & { includeInactive: boolean; includeLegacy: boolean }) {
      // Locations of fulfillment services that work by fulfillment orders are no legacy ones, so that includeLegacy changes nothing, which is inferred.
      const { includeInactive, includeLegacy: _noneIs } = args;
      const shown = store.locations.filter(({ isActive }) => isActive || includeInactive);
      const found = search(shown, args.query, { name: ({ name }) => name });
      const inOrder = sorted(found, args.sortKey, sortKeys.locations);
      return connection(inOrder, args, (location) => presentLocation(location, call));
    },
    carrierService: one('DeliveryCarrierService', call),
    carrierServices(args: Listing) {
      const found = search([...store.carrierServices.values()], args.query, {
        active: ({ active }) => active,
        id: ({ id }) => String(numericId(id)),
      });
      return connection(sorted(found, args.sortKey, sortKeys.carrierServices), args, presentCarrierService);
    },
    ...shipping(call),
    metafieldDefinitions: (args: DefinitionListing) => metafieldDefinitions(args, call),
    currentAppInstallation: {
      accessScopes: () => grantedScopes(call).map((handle) => ({ handle })),
    },
    // Subscriptions of the configuration file are no part of the list, and the simulator takes none over the API
    // (https://shopify.dev/docs/api/admin-graphql/latest/queries/webhookSubscriptions).
    webhookSubscriptions: (args: PageArguments) => connection([], args, () => ({})),
  };
}

/** A field that looks one object of `kind` up by its id. */
function one(kind: string, call: Call) {
  return ({ id }: { id: string }) => (kindOf(id) === kind ? findNode(id, call) : null);
}

type MarketListing = Listing & { type?: string | null };

function shipping(call: Call): Presented {
  const { store } = call;
  return {
    deliveryProfile: one('DeliveryProfile', call),
    // Apps own no profile in the simulator, so merchantOwnedOnly changes nothing.
    deliveryProfiles: ({
      merchantOwnedOnly: _allAre,
      ...page
    }: PageArguments & { merchantOwnedOnly?: boolean | null }) =>
      connection(store.deliveryProfiles, page, (profile) => presentDeliveryProfile(profile, call)),
    market: one('Market', call),
    markets(args: MarketListing) {
      const found = search(store.markets, args.query, { name: ({ name }) => name });
      // Every market of the simulator is one of countries.
      const ofType = args.type == null || args.type === 'REGION' ? found : [];
      return connection(sorted(ofType, args.sortKey, sortKeys.markets), args, (market) =>
        presentMarket(market, call),
      );
    },
  };
}

function orders(call: Call): Presented {
  return {
    order: one('Order', call),
    orders(args: Listing) {
      const found = search(visibleOrders(call), args.query, {
        id: ({ id }) => String(numericId(id)),
        name: ({ name }) => name,
        created_at: ({ createdAt }) => createdAt,
        processed_at: ({ createdAt }) => createdAt,
        updated_at: ({ updatedAt }) => updatedAt,
      });
      const inOrder = sorted(found, args.sortKey, sortKeys.orders);
      const sortValueOf = sortValue(args.sortKey, sortKeys.orders);
      return connection(inOrder, args, (order) => presentOrder(order, call), sortValueOf);
    },
    fulfillmentOrder: one('FulfillmentOrder', call),
    fulfillment: one('Fulfillment', call),
    refund: one('Refund', call),
    return: one('Return', call),
  };
}

function catalogue(call: Call): Presented {
  const { store } = call;
  return {
    product: one('Product', call),
    products(args: Listing) {
      const found = search(store.products, args.query, {
        id: ({ id }) => String(numericId(id)),
        handle: ({ handle }) => handle,
      });
      const inOrder = sorted(found, args.sortKey, sortKeys.products);
      return connection(inOrder, args, (product) => presentProduct(product, call));
    },
    productVariant: one('ProductVariant', call),
    productVariants(args: Listing) {
      const found = search(store.variants, args.query, {
        id: ({ id }) => String(numericId(id)),
        product_id: ({ productId }) => String(numericId(productId)),
        sku: ({ sku }) => sku,
      });
      const inOrder = sorted(found, args.sortKey, sortKeys.variants);
      return connection(inOrder, args, (variant) => presentVariant(variant, call));
    },
  };
}

type DefinitionListing = Listing & { ownerType: string; namespace?: string | null; key?: string | null };

function metafieldDefinitions(args: DefinitionListing, call: Call): Presented {
  const { ownerType, namespace, key, query, sortKey } = args;
  if (query != null) throw notModelled('searches for metafield definitions');
  const found = call.store.metafields.definitions
    .filter((definition) => definition.ownerType === ownerType)
    .filter((definition) => namespace == null || definition.namespace === canonicalNamespace(namespace))
    .filter((definition) => key == null || definition.key === key);
  const inOrder = sorted(found, sortKey, sortKeys.metafieldDefinitions);
  return connection(inOrder, args, presentDefinition);
}

function grantedScopes({ grant, access }: Call): string[] {
  return grant.scopes === 'all' ? access.scopes : [...grant.scopes];
}
