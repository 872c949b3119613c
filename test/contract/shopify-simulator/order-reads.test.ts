import { describe, expect, it } from 'vitest';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { routedOrder, command } = orderHarness(shop);

const amount = (hundredths: string) => ({ shopMoney: { amount: hundredths } });

describe('what an order cost', () => {
  it('is told line by line with discounts and taxes, and in all, before and after a refund', async () => {
    const tax = (of: number) => [{ title: 'TVA', rate: 0.2, amount: of }];
    const orderId = await routedOrder({
      lines: [
        { sku: 'SKU-001', quantity: 2, unitPrice: 6000, taxLines: tax(1800) },
        { sku: 'SKU-002', unitPrice: 3000, taxLines: tax(500) },
      ],
      shippingLine: { title: 'Home', code: 'STANDARD', price: 600, taxLines: tax(100) },
      discounts: [
        {
          kind: 'code',
          label: 'WELCOME',
          value: { percentage: 10 },
          allocations: [{ line: 0, amount: 1200 }],
        },
      ],
    });
    const query = `query Read($id: ID!) { order(id: $id) { taxesIncluded discountCodes
      subtotalPriceSet { shopMoney { amount } } totalDiscountsSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } }
      totalPriceSet { shopMoney { amount } } currentTotalPriceSet { shopMoney { amount } }
      taxLines { title rate priceSet { shopMoney { amount } } }
      lineItems(first: 5) { nodes { totalDiscountSet { shopMoney { amount } } taxLines { rate priceSet { shopMoney { amount } } }
        discountAllocations { allocatedAmountSet { shopMoney { amount } }
          discountApplication { index targetType ... on DiscountCodeApplication { code } value { ... on PricingPercentageValue { percentage } } } } } }
      shippingLines(first: 2) { nodes { discountedPriceSet { shopMoney { amount } } taxLines { priceSet { shopMoney { amount } } } } } } }`;
    const read = async () => (await shop.graphql(query, { id: orderId })).body.data.order;
    expect(await read()).toMatchObject({
      taxesIncluded: true,
      discountCodes: ['WELCOME'],
      subtotalPriceSet: amount('138.0'),
      totalDiscountsSet: amount('12.0'),
      totalTaxSet: amount('24.0'),
      totalPriceSet: amount('144.0'),
      currentTotalPriceSet: amount('144.0'),
      taxLines: [{ title: 'TVA', rate: 0.2, priceSet: amount('24.0') }],
      lineItems: {
        nodes: [
          {
            totalDiscountSet: amount('12.0'),
            taxLines: [{ rate: 0.2, priceSet: amount('18.0') }],
            discountAllocations: [
              {
                allocatedAmountSet: amount('12.0'),
                discountApplication: {
                  index: 0,
                  targetType: 'LINE_ITEM',
                  code: 'WELCOME',
                  value: { percentage: 10 },
                },
              },
            ],
          },
          { totalDiscountSet: amount('0.0'), discountAllocations: [] },
        ],
      },
      shippingLines: {
        nodes: [{ discountedPriceSet: amount('6.0'), taxLines: [{ priceSet: amount('1.0') }] }],
      },
    });
    await command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    expect(await read()).toMatchObject({
      totalPriceSet: amount('144.0'),
      currentTotalPriceSet: amount('90.0'),
    });
  });
});

describe('who an order is for', () => {
  const query = `query Read($id: ID!) { order(id: $id) { name email note tags customAttributes { key value } transactions(first: 1) { processedAt }
    customer { firstName lastName } shippingAddress { lastName zip } billingAddress { zip } } }`;
  const elise = { firstName: 'Élise', lastName: 'Martin', email: 'elise@example.com', phone: null };

  async function placed(): Promise<string> {
    return routedOrder({
      email: elise.email,
      customer: elise,
      note: 'Ring twice',
      tags: ['gift'],
      customAttributes: [{ key: 'card', value: 'Happy birthday' }],
      address: { country: 'FR', zip: '75011', lastName: 'Martin' },
      billingAddress: { country: 'FR', zip: '69002' },
    });
  }

  it('is read with its note, tags and attributes', async () => {
    const { body } = await shop.graphql(query, { id: await placed() });
    expect(body.errors).toBeUndefined();
    expect(body.data.order).toMatchObject({
      email: elise.email,
      note: 'Ring twice',
      tags: ['gift'],
      customAttributes: [{ key: 'card', value: 'Happy birthday' }],
      customer: { firstName: 'Élise', lastName: 'Martin' },
      shippingAddress: { lastName: 'Martin', zip: '75011' },
      billingAddress: { zip: '69002' },
      transactions: [{ processedAt: expect.any(String) }],
    });
  });

  it('takes a scope for the customer, and leaves the rest readable', async () => {
    const id = await placed();
    const { body } = await shop.graphql(query, { id }, await shop.tokenWith('read_orders'));
    expect(body.data.order).toMatchObject({ customer: null, email: elise.email });
    expect(body.errors[0].extensions.code).toBe('ACCESS_DENIED');
  });

  it('is kept from an app that is not approved for protected data', async () => {
    const id = await placed();
    await shop.control({ protectedCustomerData: false });
    const { body } = await shop.graphql(query, { id });
    expect(body.data.order).toMatchObject({
      name: expect.any(String),
      email: null,
      shippingAddress: { lastName: null, zip: null },
    });
    expect(body.errors[0].message).toContain('This app is not approved to use the');
  });
});

describe('a sweep', () => {
  it('page by page meets every order, though some change meanwhile', async () => {
    const since = shop.now().toISOString();
    const placed: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      shop.advance(2000);
      placed.push(await routedOrder());
    }
    const query = `query Sweep($query: String!, $after: String) {
      orders(first: 2, sortKey: UPDATED_AT, query: $query, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    const met = new Set<string>();
    let after: string | null = null;
    for (let page = 0; page < 10; page += 1) {
      const { body } = await shop.graphql(query, { query: `updated_at:>='${since}'`, after });
      for (const { id } of body.data.orders.nodes) met.add(id);
      // The order that the cursor stands on goes to the end of the list.
      shop.advance(2000);
      if (page === 0) await command(placed[1] ?? '', 'hold');
      if (!body.data.orders.pageInfo.hasNextPage) break;
      after = body.data.orders.pageInfo.endCursor;
    }
    expect([...met].sort()).toEqual([...placed].sort());
  });
});
