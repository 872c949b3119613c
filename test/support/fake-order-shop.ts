import { createHash } from 'node:crypto';
import { err, errAsync, ok, okAsync } from 'neverthrow';
import type { OrderForPromiseQuery } from '#app/gateways/shopify/admin.generated.ts';
import type { AdminClient, AdminClients } from '#app/gateways/shopify/admin-client.ts';
import { type ShopifyErrorCode, shopifyError } from '#app/gateways/shopify/errors.ts';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { ORDER_OF_FULFILLMENT_ORDER } from '#app/gateways/shopify/operations/fulfillment-orders.ts';
import { METAFIELDS_DELETE, METAFIELDS_SET } from '#app/gateways/shopify/operations/metafields.ts';
import {
  FULFILLMENT_ORDER_LINE_ITEMS,
  ORDER,
  ORDER_FULFILLMENT_ORDERS,
  ORDER_LINE_ITEMS,
} from '#app/gateways/shopify/operations/orders.ts';

type OrderNode = NonNullable<OrderForPromiseQuery['order']>;
type FulfillmentOrderNode = OrderNode['fulfillmentOrders']['nodes'][number];

export interface FakeLine {
  /** The number of the variant; null for a custom line. */
  variant: number | null;
  quantity: number;
  title?: string;
  isGiftCard?: boolean;
}

export interface FakeFulfillmentOrder {
  number: number;
  lines: FakeLine[];
  status?: FulfillmentOrderNode['status'];
  methodType?: NonNullable<FulfillmentOrderNode['deliveryMethod']>['methodType'];
  code?: string | null;
  name?: string | null;
  min?: Date | null;
  max?: Date | null;
}

/** What a test says of an order. */
export interface FakeOrder {
  id: OrderId;
  createdAt: Date;
  zip: string | null;
  lines: FakeLine[];
  shippingLines: { code: string; title: string; amount: string }[];
  fulfillmentOrders: FakeFulfillmentOrder[];
  /** In the namespace `onestock`, by key. */
  metafields: Map<string, string>;
}

/** An order of two linen shirts to Toulouse, by STANDARD for 4.90 €, not yet routed. */
export function fakeOrder(change: Partial<FakeOrder> = {}): FakeOrder {
  return {
    id: 'gid://shopify/Order/1001' as OrderId,
    createdAt: new Date('2026-11-21T12:00:00Z'),
    zip: '31000',
    lines: [{ variant: 11, quantity: 2 }],
    shippingLines: [{ code: 'STANDARD', title: 'Standard delivery', amount: '4.90' }],
    fulfillmentOrders: [],
    metafields: new Map(),
    ...change,
  };
}

/** Orders in memory behind the operations that the orders feature uses. Fields may be read and changed at any time. */
export interface FakeOrderShop extends AdminClients {
  orders: Map<string, FakeOrder>;
  /** Every metafield that a mutation set or deleted, in order: `set endpoint_id`. */
  writes: string[];
  /** Operations that fail, by their name in the document. */
  failing: Record<string, ShopifyErrorCode>;
  access: ShopifyErrorCode | null;
  /** Shopify's words for refusing a metafield; null accepts. */
  refusesMetafields: string | null;
  /** Nodes a page. */
  pageSize: number;
  /** Runs when an order was read, before its reader writes. */
  afterRead: (order: FakeOrder) => void;
}

export function createFakeOrderShop(...orders: FakeOrder[]): FakeOrderShop {
  const shop: FakeOrderShop = {
    orders: new Map(orders.map((order) => [order.id, order])),
    writes: [],
    failing: {},
    access: null,
    refusesMetafields: null,
    pageSize: 50,
    afterRead: () => {},
    forShop: async (domain) => (shop.access ? err(shopifyError(shop.access)) : ok(clientOf(shop, domain))),
  };
  return shop;
}

function clientOf(shop: FakeOrderShop, domain: string): AdminClient {
  const request = (document: string, variables: never) => {
    const operation = /(?:query|mutation) (\w+)/.exec(document)?.[1] ?? '';
    const code = shop.failing[operation];
    const answer = answers[document];
    if (code) return errAsync(shopifyError(code));
    if (!answer) throw new Error(`The fake shop does not answer ${operation}.`);
    return okAsync(answer(shop, variables));
  };
  return { shop: domain, request: request as unknown as AdminClient['request'] };
}

// biome-ignore lint/suspicious/noExplicitAny: the variables of each operation are its own.
type Answer = (shop: FakeOrderShop, variables: any) => unknown;

const answers: Record<string, Answer> = {
  [ORDER]: (shop, { id }) => {
    const order = shop.orders.get(id);
    const answer = { order: order ? orderNode(shop, order) : null };
    if (order) shop.afterRead(order);
    return answer;
  },
  [ORDER_LINE_ITEMS]: (shop, { id, after }) => {
    const order = shop.orders.get(id);
    return { order: order && { lineItems: page(shop, order.lines.map(lineNode), after) } };
  },
  [ORDER_FULFILLMENT_ORDERS]: (shop, { id, after }) => {
    const order = shop.orders.get(id);
    return { order: order && { fulfillmentOrders: page(shop, fulfillmentOrderNodes(shop, order), after) } };
  },
  [FULFILLMENT_ORDER_LINE_ITEMS]: (shop, { id, after }) => {
    const found = [...shop.orders.values()]
      .flatMap((order) => order.fulfillmentOrders)
      .find(({ number }) => fulfillmentOrderId(number) === id);
    return { fulfillmentOrder: found && { lineItems: page(shop, found.lines.map(groupLineNode), after) } };
  },
  [ORDER_OF_FULFILLMENT_ORDER]: (shop, { id }) => {
    const order = [...shop.orders.values()].find(({ fulfillmentOrders }) =>
      fulfillmentOrders.some(({ number }) => fulfillmentOrderId(number) === id),
    );
    return { fulfillmentOrder: order ? { orderId: order.id } : null };
  },
  // All or none; a digest of null asks for absence
  // (https://shopify.dev/docs/api/admin-graphql/2026-10/mutations/metafieldsSet).
  [METAFIELDS_SET]: (shop, { metafields }: { metafields: SetInput[] }) => {
    const order = shop.orders.get(metafields[0]?.ownerId ?? '');
    const isStale = metafields.some(
      ({ key, compareDigest }) => digest(order?.metafields.get(key)) !== compareDigest,
    );
    const faults = isStale
      ? [{ code: 'STALE_OBJECT', message: 'The metafield has been modified since it was loaded.' }]
      : shop.refusesMetafields
        ? [{ code: 'INVALID_VALUE', message: shop.refusesMetafields }]
        : [];
    if (faults.length > 0) return { metafieldsSet: { metafields: null, userErrors: faults } };
    for (const { key, value } of metafields) {
      order?.metafields.set(key, value);
      shop.writes.push(`set ${key}`);
    }
    return { metafieldsSet: { metafields: [], userErrors: [] } };
  },
  [METAFIELDS_DELETE]: (shop, { metafields }: { metafields: { ownerId: string; key: string }[] }) => {
    for (const { ownerId, key } of metafields) {
      shop.orders.get(ownerId)?.metafields.delete(key);
      shop.writes.push(`delete ${key}`);
    }
    return { metafieldsDelete: { deletedMetafields: [], userErrors: [] } };
  },
};

interface SetInput {
  ownerId: string;
  key: string;
  value: string;
  compareDigest: string | null;
}

function orderNode(shop: FakeOrderShop, order: FakeOrder): OrderNode {
  const metafield = (key: string) => {
    const value = order.metafields.get(key);
    return value === undefined ? null : { value, compareDigest: digest(value) ?? '' };
  };
  return {
    id: order.id,
    name: `#${order.id.split('/').at(-1)}`,
    createdAt: order.createdAt.toISOString(),
    updatedAt: order.createdAt.toISOString(),
    shippingAddress: { countryCodeV2: 'FR', zip: order.zip, provinceCode: null },
    quoteId: metafield('quote_id'),
    deliveryPromise: metafield('delivery_promise'),
    endpointId: metafield('endpoint_id'),
    deliveryPromiseSource: metafield('delivery_promise_source'),
    deliveries: metafield('deliveries'),
    shippingLines: {
      nodes: order.shippingLines.map(({ code, title, amount }) => ({
        title,
        code,
        originalPriceSet: { shopMoney: { amount, currencyCode: 'EUR' } },
      })),
    },
    lineItems: page(shop, order.lines.map(lineNode), null),
    fulfillmentOrders: page(shop, fulfillmentOrderNodes(shop, order), null),
  };
}

function fulfillmentOrderNodes(shop: FakeOrderShop, order: FakeOrder): FulfillmentOrderNode[] {
  return order.fulfillmentOrders.map((each) => ({
    id: fulfillmentOrderId(each.number),
    status: each.status ?? 'OPEN',
    deliveryMethod: {
      methodType: each.methodType ?? 'SHIPPING',
      serviceCode: each.code === undefined ? 'STANDARD' : each.code,
      presentedName: each.name === undefined ? 'Standard delivery' : each.name,
      minDeliveryDateTime: each.min?.toISOString() ?? null,
      maxDeliveryDateTime: each.max?.toISOString() ?? null,
    },
    destination: { countryCode: 'FR', zip: order.zip },
    assignedLocation: { location: { id: 'gid://shopify/Location/1' } },
    lineItems: page(shop, each.lines.map(groupLineNode), null),
  }));
}

function lineNode({ variant, quantity, title, isGiftCard = false }: FakeLine) {
  return {
    quantity,
    requiresShipping: !isGiftCard,
    sku: variant === null ? null : `SKU-${variant}`,
    title: title ?? 'Linen shirt',
    variant: variant === null ? null : { id: `gid://shopify/ProductVariant/${variant}` },
  };
}

function groupLineNode(line: FakeLine) {
  const { quantity, title, ...same } = lineNode(line);
  const lineItem = { id: `gid://shopify/LineItem/${line.variant ?? 0}` };
  return { totalQuantity: quantity, remainingQuantity: quantity, lineItem, productTitle: title, ...same };
}

function page<Node>(shop: FakeOrderShop, nodes: Node[], after: string | null) {
  const start = after === null ? 0 : Number(after);
  const end = start + shop.pageSize;
  const hasNextPage = end < nodes.length;
  return { nodes: nodes.slice(start, end), pageInfo: { hasNextPage, endCursor: String(end) } };
}

export function fulfillmentOrderId(number: number): string {
  return `gid://shopify/FulfillmentOrder/${number}`;
}

function digest(value: string | undefined): string | null {
  return value === undefined ? null : createHash('sha256').update(value).digest('hex');
}
