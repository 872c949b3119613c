import { expect, it } from 'vitest';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { graphql, control } = shop;

async function costOf(query: string, variables = {}) {
  return (await graphql(query, variables)).body.extensions.cost;
}

it.each([
  ['an object costs 1, its scalars nothing', '{ shop { id name currencyCode } }', 1, 1],
  ['a connection costs 2 and 1 an item', '{ locations(first: 10) { nodes { id } } }', 12, 4],
  ['edges cost what nodes cost', '{ locations(first: 10) { edges { cursor node { id } } } }', 12, 4],
  [
    'what an item holds is counted for each item',
    '{ locations(first: 10) { nodes { address { city } } } }',
    22,
    6,
  ],
  [
    'of an open type the dearest branch counts',
    '{ node(id: "gid://shopify/Order/1") { ... on Order { shippingLine { title } } ... on Shop { id } } }',
    2,
    0,
  ],
  [
    'a page size may come from a variable',
    'query Page($n: Int = 5) { locations(first: $n) { nodes { id } } }',
    7,
    4,
  ],
  [
    'fragments count where they are spread',
    '{ locations(first: 3) { ...L } } fragment L on LocationConnection { nodes { id } }',
    5,
    4,
  ],
  [
    'a mutation costs 10',
    'mutation { carrierServiceDelete(id: "gid://shopify/DeliveryCarrierService/1") { userErrors { message } } }',
    10,
    10,
  ],
])('%s', async (_rule, query, requestedQueryCost, actualQueryCost) => {
  expect(await costOf(query)).toMatchObject({ requestedQueryCost, actualQueryCost });
});

it('gives back what a query did not use, so that large pages of little never throttle', async () => {
  const costs = [];
  for (let call = 0; call < 12; call += 1) {
    costs.push(await costOf('{ locations(first: 250) { nodes { address { city } } } }'));
  }
  expect(costs.map(({ actualQueryCost }) => actualQueryCost)).toEqual(Array(12).fill(6));
  expect(costs[0].throttleStatus).toMatchObject({ maximumAvailable: 4000, restoreRate: 200 });
});

it('throttles when the bucket holds less than the query may cost, and answers again when it has filled', async () => {
  const { body: opened } = await shop.call('POST', '/_control/shops', {
    domain: 'small.myshopify.com',
    plan: 'Basic',
  });
  const headers = { 'X-Sandbox-Shop': 'small.myshopify.com', 'X-Shopify-Access-Token': opened.accessToken };
  const variants = '{ productVariants(first: 250) { nodes { sku product { id } inventoryItem { sku } } } }';
  const ask = () => shop.call('POST', '/admin/api/2026-10/graphql.json', { query: variants }, headers);

  const answers = await Promise.all([ask(), ask(), ask(), ask()]);
  const refused = answers.filter(({ body }) => body.errors);
  expect(refused.map(({ status }) => status)).toContain(200);
  expect(refused[0]?.body).toMatchObject({
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: {
      cost: { requestedQueryCost: 752, actualQueryCost: null, throttleStatus: { restoreRate: 100 } },
    },
  });
  expect(refused[0]?.body).not.toHaveProperty('data');

  shop.advance(20_000);
  expect((await ask()).body.errors).toBeUndefined();
});

it('leaves one shop its points when another has used its own up', async () => {
  const { throttleStatus } = await costOf('{ shop { id } }');
  expect(throttleStatus.currentlyAvailable).toBeGreaterThan(3000);
});

it('throttles as many calls as the control door asks for', async () => {
  await control({ throttleNext: 2 });
  const codes = [];
  for (let call = 0; call < 3; call += 1) {
    codes.push((await graphql('{ shop { id } }')).body.errors?.[0].extensions.code);
  }
  expect(codes).toEqual(['THROTTLED', 'THROTTLED', undefined]);
});

it('refuses a query that may cost more than 1,000 points, and takes nothing for it', async () => {
  const { body } = await graphql(
    '{ orders(first: 100) { nodes { lineItems(first: 100) { nodes { id } } } } }',
  );
  expect(body.errors[0].extensions).toMatchObject({ code: 'MAX_COST_EXCEEDED', cost: 10302, maxCost: 1000 });
  expect(body.extensions.cost.throttleStatus.currentlyAvailable).toBeGreaterThan(3000);
});
