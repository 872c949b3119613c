import { describe, expect, it } from 'vitest';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { graphql, call } = shop;

describe('what the official schema does not hold', () => {
  it('refuses an unknown field in the words of Shopify, and executes nothing', async () => {
    const { status, body } = await graphql('{ shop { name bogus } }');
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('data');
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: "Field 'bogus' doesn't exist on type 'Shop'",
        extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'bogus' },
      }),
    ]);
  });

  it('refuses a variable that the schema does not take, before anything is changed', async () => {
    const { body } = await graphql(
      'mutation Set($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { userErrors { code } } }',
      { metafields: [{ ownerId: shop.shopify.store.shop.id, key: 'note', worth: '1' }] },
    );
    expect(body.errors[0].extensions.code).toBe('INVALID_VARIABLE');
    expect(shop.shopify.store.metafields.of(shop.shopify.store.shop.id)).toEqual([]);
  });

  it('refuses what is no GraphQL, and a body that is no request', async () => {
    expect((await graphql('{ shop {')).body.errors[0].message).toContain('Syntax Error');
    const token = { 'X-Shopify-Access-Token': shop.shopify.accessToken };
    expect((await call('POST', '/admin/api/2026-10/graphql.json', { text: 'x' }, token)).status).toBe(400);
  });
});

describe('what the simulator does not model', () => {
  it.each([
    ['a field', '{ shop { contactEmail } }', 'Shop.contactEmail'],
    ['a query', '{ customers(first: 1) { nodes { id } } }', 'QueryRoot.customers'],
    [
      'a mutation',
      'mutation { orderClose(input: { id: "gid://shopify/Order/1" }) { order { id } } }',
      'Mutation.orderClose',
    ],
    [
      'an argument',
      '{ productVariants(first: 1, savedSearchId: "gid://shopify/SavedSearch/1") { nodes { id } } }',
      'the argument savedSearchId of QueryRoot.productVariants',
    ],
    [
      'a search field',
      '{ orders(first: 1, query: "financial_status:paid") { nodes { id } } }',
      'the search field financial_status',
    ],
    [
      'a sort key',
      '{ orders(first: 1, sortKey: CUSTOMER_NAME) { nodes { id } } }',
      'the sort key CUSTOMER_NAME',
    ],
    [
      'a kind of node',
      '{ node(id: "gid://shopify/Customer/1") { id } }',
      'nodes such as `gid://shopify/Customer/1`',
    ],
  ])('names %s, and makes nothing up', async (_what, query, name) => {
    const { status, body } = await graphql(query);
    expect(status).toBe(200);
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: `The sandbox does not model ${name}.`,
        extensions: { code: 'SANDBOX_NOT_MODELLED' },
      }),
    ]);
  });

  it('lets an argument pass that asks for the default', async () => {
    const { body } = await graphql('{ products(first: 1, reverse: false) { nodes { id } } }');
    expect(body.errors).toBeUndefined();
  });
});

describe('who may call', () => {
  it.each(['', 'shpat_wrong'])('answers 401 to the token %o', async (token) => {
    const { status, body } = await graphql('{ shop { id } }', {}, token);
    expect(status).toBe(401);
    expect(body.errors).toContain('Invalid API key or access token');
  });

  it('speaks one version of the API, and says so', async () => {
    const token = { 'X-Shopify-Access-Token': shop.shopify.accessToken };
    const { status, body } = await call(
      'POST',
      '/admin/api/2024-01/graphql.json',
      { query: '{ shop { id } }' },
      token,
    );
    expect(status).toBe(400);
    expect(body.errors).toContain('2026-10');
  });
});

describe('lists', () => {
  it('pages through every variant once, forwards and backwards', async () => {
    const query = `query Page($first: Int, $last: Int, $after: String, $before: String) {
      productVariants(first: $first, last: $last, after: $after, before: $before) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const forwards: string[] = [];
    let pageInfo = { hasNextPage: true, endCursor: null };
    while (pageInfo.hasNextPage) {
      const { body } = await graphql(query, { first: 200, after: pageInfo.endCursor });
      forwards.push(...body.data.productVariants.nodes.map(({ id }: { id: string }) => id));
      pageInfo = body.data.productVariants.pageInfo;
    }
    expect(forwards).toEqual(shop.shopify.store.variants.map(({ id }) => id));

    const last = (await graphql(query, { last: 200 })).body.data.productVariants;
    const before = last.pageInfo.startCursor;
    const rest = (await graphql(query, { last: 200, before })).body.data.productVariants;
    expect([...rest.nodes, ...last.nodes].map(({ id }) => id)).toEqual(forwards);
    expect([last.pageInfo.hasPreviousPage, rest.pageInfo.hasPreviousPage]).toEqual([true, false]);
  });

  it.each([
    ['neither first nor last', '', 'you must provide one of first or last'],
    ['both', '(first: 1, last: 1)', 'providing both first and last is not supported'],
    ['more than 250', '(first: 251)', 'a page must hold between 0 and 250 items'],
    ['a cursor of nothing', '(first: 1, after: "bm90aGluZw")', 'Invalid cursor for current pagination sort.'],
  ])('refuses %s', async (_what, args, message) => {
    const { body } = await graphql(`{ products${args} { nodes { id } } }`);
    expect(body.data).toBeNull();
    expect(body.errors[0]).toMatchObject({
      message,
      extensions: { code: 'BAD_REQUEST' },
      path: ['products'],
    });
  });

  it('finds a variant by its SKU', async () => {
    const { body } = await graphql(
      '{ productVariants(first: 5, query: "sku:SKU-042") { nodes { sku inventoryItem { requiresShipping } } } }',
    );
    expect(body.data.productVariants.nodes).toEqual([
      { sku: 'SKU-042', inventoryItem: { requiresShipping: true } },
    ]);
  });

  it('finds the orders that changed since a time', async () => {
    const old = await shop.placeOrder();
    await shop.routed(old);
    shop.advance(60_000);
    const since = shop.now().toISOString();
    shop.advance(60_000);
    const recent = await shop.placeOrder();
    const { body } = await graphql(
      `query Changed($query: String!) { orders(first: 10, sortKey: UPDATED_AT, query: $query) { nodes { id } } }`,
      { query: `updated_at:>'${since}'` },
    );
    expect(body.data.orders.nodes).toEqual([{ id: recent }]);
  });
});

describe('single objects', () => {
  it('shows an order with its lines, shipping line, fulfillment orders and what they deliver', async () => {
    const id = await shop.placeOrder({
      lines: [{ sku: 'SKU-001', quantity: 2 }, { sku: 'GIFT-50' }, { title: 'Engraving', unitPrice: 500 }],
      shippingLine: { title: 'Home delivery', code: 'STANDARD', source: 'OneStock', price: 490 },
    });
    await shop.routed(id);
    const { body } = await graphql(
      `query Order($id: ID!) { order(id: $id) {
        name currencyCode shippingAddress { countryCodeV2 zip }
        lineItems(first: 5) { nodes { quantity sku title isGiftCard requiresShipping variant { sku } } }
        shippingLines(first: 2) { nodes { title code source originalPriceSet { shopMoney { amount currencyCode } } } }
        fulfillmentOrders(first: 5) { nodes { status
          deliveryMethod { methodType serviceCode presentedName } assignedLocation { name }
          lineItems(first: 5) { nodes { totalQuantity lineItem { title } } } } } } }`,
      { id },
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.order).toMatchObject({
      currencyCode: 'EUR',
      shippingAddress: { countryCodeV2: 'FR', zip: '75011' },
      lineItems: {
        nodes: [
          { quantity: 2, sku: 'SKU-001', isGiftCard: false, requiresShipping: true },
          { quantity: 1, sku: 'GIFT-50', isGiftCard: true, requiresShipping: false },
          { quantity: 1, sku: null, title: 'Engraving', variant: null },
        ],
      },
      shippingLines: {
        nodes: [
          {
            title: 'Home delivery',
            code: 'STANDARD',
            source: 'OneStock',
            originalPriceSet: { shopMoney: { amount: '4.9', currencyCode: 'EUR' } },
          },
        ],
      },
      fulfillmentOrders: {
        nodes: [
          {
            status: 'OPEN',
            deliveryMethod: {
              methodType: 'SHIPPING',
              serviceCode: 'STANDARD',
              presentedName: 'Home delivery',
            },
            assignedLocation: { name: 'Paris warehouse' },
            lineItems: { nodes: [{ totalQuantity: 2 }, { lineItem: { title: 'Engraving' } }] },
          },
          { deliveryMethod: { methodType: 'NONE' }, lineItems: { nodes: [{ totalQuantity: 1 }] } },
        ],
      },
    });
  });

  it('answers null for an id of nothing, and for one of another kind', async () => {
    const { body } = await graphql(
      'query Read($id: ID!) { order(id: "gid://shopify/Order/1") { id } location(id: $id) { id } }',
      {
        id: shop.shopify.store.shop.id,
      },
    );
    expect(body.data).toEqual({ order: null, location: null });
  });

  it('tells what kind a node is', async () => {
    const { id } = shop.shopify.store.locations[0] ?? {};
    const { body } = await graphql(
      'query Node($id: ID!) { node(id: $id) { __typename ... on Location { name } } }',
      { id },
    );
    expect(body.data.node).toEqual({ __typename: 'Location', name: 'Paris warehouse' });
  });
});
