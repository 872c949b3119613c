import { expect, it } from 'vitest';
import { startShop } from './shop-harness.ts';

const shop = await startShop();

async function codeOf(query: string, token: string): Promise<string | undefined> {
  return (await shop.graphql(query, {}, token)).body.errors?.[0].extensions.code;
}

it('denies what the scopes of the token do not reach, and says what it takes', async () => {
  const token = await shop.tokenWith('read_products');
  const { status, body } = await shop.graphql('{ orders(first: 1) { nodes { id } } }', {}, token);
  expect(status).toBe(200);
  expect(body.data).toBeNull();
  expect(body.errors).toEqual([
    expect.objectContaining({
      message: expect.stringMatching(/^Access denied for orders field\. Required access: `read_orders`/),
      path: ['orders'],
      extensions: expect.objectContaining({ code: 'ACCESS_DENIED' }),
    }),
  ]);
});

it.each([
  ['read_products', '{ shopLocales { locale } }'],
  ['read_products', '{ locations(first: 1) { nodes { id } } }'],
  [
    'read_shipping',
    'mutation { carrierServiceDelete(id: "gid://shopify/DeliveryCarrierService/1") { deletedId } }',
  ],
  ['read_orders', '{ products(first: 1) { nodes { id } } }'],
  ['read_products', '{ node(id: "gid://shopify/Order/1") { id } }'],
])('with %s alone, denies %s', async (scopes, query) => {
  expect(await codeOf(query, await shop.tokenWith(scopes))).toBe('ACCESS_DENIED');
});

it('denies a field of an object, and shows the rest', async () => {
  await shop.placeOrder();
  const token = await shop.tokenWith('read_orders');
  const query =
    '{ orders(first: 1) { nodes { name lineItems(first: 1) { nodes { sku variant { id } } } } } }';
  const { body } = await shop.graphql(query, {}, token);
  expect(body.data.orders.nodes[0].lineItems.nodes).toEqual([{ sku: 'SKU-001', variant: null }]);
  expect(body.errors[0].extensions.code).toBe('ACCESS_DENIED');
});

it('lets a write scope read', async () => {
  const token = await shop.tokenWith('write_orders,write_shipping,read_locales');
  expect(await codeOf('{ orders(first: 1) { nodes { id } } }', token)).toBeUndefined();
  expect(await codeOf('{ carrierServices(first: 1) { nodes { id name } } }', token)).toBeUndefined();
  expect(await codeOf('{ shopLocales { locale } }', token)).toBeUndefined();
});

it('shows no fulfillment orders, and no error, to a token without their scope', async () => {
  const id = await shop.placeOrder();
  await shop.routed(id);
  const query = 'query Order($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }';
  const without = await shop.graphql(query, { id }, await shop.tokenWith('read_orders'));
  expect(without.body).toMatchObject({ data: { order: { fulfillmentOrders: { nodes: [] } } } });
  expect(without.body.errors).toBeUndefined();

  const scopes = 'read_orders,write_merchant_managed_fulfillment_orders';
  const withScope = await shop.graphql(query, { id }, await shop.tokenWith(scopes));
  expect(withScope.body.data.order.fulfillmentOrders.nodes).toHaveLength(1);
});

it('hides orders older than 60 days from a token without read_all_orders', async () => {
  const createdAt = new Date(shop.now().getTime() - 61 * 24 * 3600 * 1000).toISOString();
  const id = await shop.placeOrder({ createdAt });
  const query = 'query Order($id: ID!) { order(id: $id) { id } }';
  const read = async (scopes: string) =>
    (await shop.graphql(query, { id }, await shop.tokenWith(scopes))).body.data.order;
  expect(await read('read_orders')).toBeNull();
  expect(await read('read_orders,read_all_orders')).toEqual({ id });
});

it('tells the app which scopes it holds', async () => {
  const token = await shop.tokenWith('read_orders,write_shipping');
  const { body } = await shop.graphql('{ currentAppInstallation { accessScopes { handle } } }', {}, token);
  expect(body.data.currentAppInstallation.accessScopes).toEqual([
    { handle: 'read_orders' },
    { handle: 'write_shipping' },
  ]);
});

it('lets a token that is out have what the merchant grants later, and no longer what is taken back', async () => {
  const token = await shop.tokenWith('write_shipping');
  const query = '{ markets(first: 1) { nodes { id } } }';
  shop.shopify.grantScopes(['write_shipping', 'read_markets']);
  expect(await codeOf(query, token)).toBeUndefined();
  shop.shopify.grantScopes(['write_shipping']);
  expect(await codeOf(query, token)).toBe('ACCESS_DENIED');
});

it('takes the write scope of the owner to write its metafields', async () => {
  const ownerId = await shop.placeOrder();
  const token = await shop.tokenWith('read_orders');
  const { body } = await shop.graphql(
    'mutation Set($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { code } } }',
    { m: [{ ownerId, namespace: 'onestock', key: 'note', type: 'json', value: '1' }] },
    token,
  );
  expect(body.errors[0].extensions).toMatchObject({
    code: 'ACCESS_DENIED',
    requiredAccess: '`write_orders` access scope.',
  });
  expect(shop.shopify.store.metafields.of(ownerId)).toEqual([]);
});
