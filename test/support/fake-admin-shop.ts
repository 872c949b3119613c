import { err, errAsync, ok, okAsync, type Result } from 'neverthrow';
import type { AdminClient, AdminClients } from '#app/gateways/shopify/admin-client.ts';
import { type ShopifyError, type ShopifyErrorCode, shopifyError } from '#app/gateways/shopify/errors.ts';
import {
  CARRIER_SERVICE_CREATE,
  CARRIER_SERVICE_DELETE,
  CARRIER_SERVICE_UPDATE,
  CARRIER_SERVICES,
} from '#app/gateways/shopify/operations/carrier-services.ts';
import { LOCATIONS, PRIMARY_LOCATION } from '#app/gateways/shopify/operations/locations.ts';
import {
  METAFIELD_DEFINITION_CREATE,
  METAFIELD_DEFINITIONS,
} from '#app/gateways/shopify/operations/metafields.ts';
import { SHOP_FACTS } from '#app/gateways/shopify/operations/shop.ts';

export interface FakeService {
  id: string;
  name: string;
  active: boolean;
  callbackUrl: string;
  supportsServiceDiscovery: boolean;
}

export interface FakeDefinition {
  namespace: string;
  key: string;
  type: string;
  capabilities?: Record<string, { enabled: boolean }>;
}

/** A shop in memory behind the operations that the connection feature uses. Its fields may be read and changed at any time. */
export interface FakeAdminShop extends AdminClients {
  carrierServices: FakeService[];
  definitions: FakeDefinition[];
  location: { countryCode: string | null; zip: string | null; city: string | null } | null;
  /** All active ones. */
  locations: { name: string; fulfillsOnlineOrders: boolean }[];
  locales: { locale: string; primary: boolean }[];
  /** Shopify's words for refusing a carrier service or a definition; null accepts. */
  refuses: { carrierService: string | null; definition: string | null };
  /** Operations that fail, by their name in the document. */
  failing: Record<string, ShopifyErrorCode>;
  /** Set when the shop gives no access at all. */
  access: ShopifyErrorCode | null;
  /** The names of the mutations that changed something, in order. */
  changes: string[];
  /** The operations that were asked for, each with the number of the client that asked. */
  asked: { client: number; operation: string }[];
  /** Runs while an operation is under way, before it is answered. */
  during: (operation: string) => void | Promise<void>;
}

export function createFakeAdminShop(): FakeAdminShop {
  let clients = 0;
  const shop: FakeAdminShop = {
    carrierServices: [],
    definitions: [],
    location: { countryCode: 'FR', zip: '75011', city: 'Paris' },
    locations: [{ name: 'Paris', fulfillsOnlineOrders: true }],
    locales: [
      { locale: 'en', primary: true },
      { locale: 'fr', primary: false },
    ],
    refuses: { carrierService: null, definition: null },
    failing: {},
    access: null,
    changes: [],
    asked: [],
    during: () => {},
    forShop: async (domain): Promise<Result<AdminClient, ShopifyError>> =>
      shop.access ? err(shopifyError(shop.access)) : ok(clientOf(shop, domain, ++clients)),
  };
  return shop;
}

function clientOf(shop: FakeAdminShop, domain: string, client: number): AdminClient {
  const request = (document: string, variables: never) => {
    const operation = /(?:query|mutation) (\w+)/.exec(document)?.[1] ?? '';
    shop.asked.push({ client, operation });
    const code = shop.failing[operation];
    const answer = answers[document];
    if (code) return errAsync(shopifyError(code));
    if (!answer) throw new Error(`The fake shop does not answer ${operation}.`);
    return okAsync(null)
      .map(async () => shop.during(operation))
      .map(() => answer(shop, variables));
  };
  return { shop: domain, request: request as unknown as AdminClient['request'] };
}

// biome-ignore lint/suspicious/noExplicitAny: the variables of each operation are its own.
type Answer = (shop: FakeAdminShop, variables: any) => unknown;

const answers: Record<string, Answer> = {
  [SHOP_FACTS]: (shop) => ({
    shop: {
      id: 'gid://shopify/Shop/1',
      name: 'Example',
      currencyCode: 'EUR',
      ianaTimezone: 'Europe/Paris',
      shopAddress: { countryCodeV2: 'FR' },
    },
    shopLocales: shop.locales,
  }),
  [PRIMARY_LOCATION]: (shop) => ({ location: shop.location && { address: shop.location } }),
  // One a page, so that every page must be read.
  [LOCATIONS]: (shop, { after }) => {
    const index = after === null ? 0 : Number(after);
    const nodes = shop.locations.slice(index, index + 1);
    const hasNextPage = index + 1 < shop.locations.length;
    return { locations: { nodes, pageInfo: { hasNextPage, endCursor: String(index + 1) } } };
  },
  [METAFIELD_DEFINITIONS]: (shop, { namespace }) => ({
    metafieldDefinitions: {
      nodes: shop.definitions
        .filter((definition) => definition.namespace === namespace)
        .map(({ key, type }) => ({ key, type: { name: type } })),
    },
  }),
  [METAFIELD_DEFINITION_CREATE]: (shop, { definition }) => {
    const userErrors = definitionErrors(shop, definition);
    if (userErrors.length === 0) {
      shop.changes.push('definition');
      shop.definitions.push(definition);
    }
    return { metafieldDefinitionCreate: { userErrors } };
  },
  // One a page, so that every page must be read.
  [CARRIER_SERVICES]: (shop, { after }) => {
    const index = after === null ? 0 : Number(after);
    const hasNextPage = index + 1 < shop.carrierServices.length;
    const nodes = shop.carrierServices.slice(index, index + 1).map((service) => ({ ...service }));
    return { carrierServices: { nodes, pageInfo: { hasNextPage, endCursor: String(index + 1) } } };
  },
  [CARRIER_SERVICE_CREATE]: (shop, { input }) => {
    const message = shop.refuses.carrierService;
    if (message) return { carrierServiceCreate: { carrierService: null, userErrors: [{ message }] } };
    shop.changes.push('create');
    const carrierService = { id: `service-${shop.carrierServices.length + 1}`, ...input };
    shop.carrierServices.push(carrierService);
    return { carrierServiceCreate: { carrierService, userErrors: [] } };
  },
  [CARRIER_SERVICE_UPDATE]: (shop, { input }) => {
    const service = shop.carrierServices.find(({ id }) => id === input.id);
    const message = service ? shop.refuses.carrierService : 'There is no such carrier service.';
    if (!service || message) return { carrierServiceUpdate: { userErrors: [{ message }] } };
    shop.changes.push('update');
    Object.assign(service, input);
    return { carrierServiceUpdate: { carrierService: service, userErrors: [] } };
  },
  [CARRIER_SERVICE_DELETE]: (shop, { id }) => {
    shop.changes.push('delete');
    shop.carrierServices = shop.carrierServices.filter((service) => service.id !== id);
    return { carrierServiceDelete: { deletedId: id, userErrors: [] } };
  },
};

function definitionErrors(shop: FakeAdminShop, { namespace, key }: FakeDefinition) {
  if (shop.refuses.definition) return [{ code: 'LIMIT_EXCEEDED', message: shop.refuses.definition }];
  const isTaken = shop.definitions.some((known) => known.namespace === namespace && known.key === key);
  return isTaken ? [{ code: 'TAKEN', message: 'Key is in use.' }] : [];
}
