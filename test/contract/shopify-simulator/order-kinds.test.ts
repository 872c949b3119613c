import { describe, expect, it } from 'vitest';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { routedOrder, fulfillmentOrders, order, mutate, command, announced } = orderHarness(shop);
const read = async (id: string, fields: string) =>
  (await shop.graphql(`query Read($id: ID!) { order(id: $id) { ${fields} } }`, { id })).body.data.order;
const amount = (decimal: string) => ({ shopMoney: { amount: decimal } });
const set = '{ shopMoney { amount } }';

describe('a sale at a till', () => {
  it('is handed over before anybody hears of it', async () => {
    const orderId = await routedOrder({
      lines: [{ sku: 'SKU-002', quantity: 2 }],
      address: null,
      sourceName: 'pos',
      fulfilled: true,
      deliveries: [
        {
          locationId: shop.shopify.store.locations[1]?.id,
          lines: [{ line: 0, quantity: 2 }],
          deliveryMethod: { methodType: 'RETAIL' },
        },
      ],
    });
    expect(await read(orderId, 'sourceName app { name } shippingAddress { zip }')).toEqual({
      sourceName: 'pos',
      app: { name: 'Point of Sale' },
      shippingAddress: null,
    });
    expect(await order(orderId)).toMatchObject({
      displayFulfillmentStatus: 'FULFILLED',
      fulfillments: [{ totalQuantity: 2 }],
    });
    expect(await fulfillmentOrders(orderId)).toMatchObject([{ status: 'CLOSED' }]);
    expect(await announced('orders/create')).toMatchObject({
      source_name: 'pos',
      fulfillment_status: 'fulfilled',
      fulfillments: [{ status: 'success' }],
    });
  });
});

it('an order paid in test mode says so, in the API and in its webhook', async () => {
  const orderId = await routedOrder({ test: true });
  expect((await read(orderId, 'test')).test).toBe(true);
  expect((await announced('orders/create')).test).toBe(true);
});

describe('what an order costs beside its goods', () => {
  const taxes = (of: number) => [{ title: 'TVA', rate: 0.2, amount: of }];
  const costly = {
    lines: [{ sku: 'SKU-001', quantity: 2, unitPrice: 5000, duties: [{ price: 701, taxLines: taxes(117) }] }],
    shippingLine: { title: 'Home', code: 'STANDARD', price: 490 },
    additionalFees: [{ name: 'Import processing', price: 333 }],
    tip: 250,
  };
  const fields = `subtotalPriceSet ${set} totalPriceSet ${set} currentTotalPriceSet ${set} totalTaxSet ${set} totalTipReceivedSet ${set}
    originalTotalDutiesSet ${set} currentTotalDutiesSet ${set} currentTotalAdditionalFeesSet ${set} dutiesIncluded
    additionalFees { name price ${set} taxLines { title } }
    lineItems(first: 5) { nodes { title quantity unfulfilledQuantity nonFulfillableQuantity duties { price ${set} taxLines { priceSet ${set} } } } }
    nonFulfillableLineItems(first: 5) { nodes { title } }`;

  it('is in its total to the cent, and the tip is a line that nobody fulfils', async () => {
    const orderId = await routedOrder(costly);
    expect(await read(orderId, fields)).toMatchObject({
      subtotalPriceSet: amount('100.0'),
      totalPriceSet: amount('117.74'),
      currentTotalPriceSet: amount('117.74'),
      totalTaxSet: amount('1.17'),
      totalTipReceivedSet: amount('2.5'),
      originalTotalDutiesSet: amount('7.01'),
      currentTotalDutiesSet: amount('7.01'),
      currentTotalAdditionalFeesSet: amount('3.33'),
      dutiesIncluded: false,
      additionalFees: [{ name: 'Import processing', price: amount('3.33') }],
      lineItems: {
        nodes: [
          {
            unfulfilledQuantity: 2,
            duties: [{ price: amount('7.01'), taxLines: [{ priceSet: amount('1.17') }] }],
          },
          { title: 'Tip', quantity: 1, unfulfilledQuantity: 0, nonFulfillableQuantity: 1, duties: [] },
        ],
      },
      nonFulfillableLineItems: { nodes: [{ title: 'Tip' }] },
    });
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      { lineItems: { nodes: [{ totalQuantity: 2 }] } },
    ]);
    expect(await announced('orders/create')).toMatchObject({
      total_price: '117.74',
      total_tip_received: '2.50',
      current_total_duties_set: { shop_money: { amount: '7.01' } },
      current_total_additional_fees_set: { shop_money: { amount: '3.33' } },
    });
  });

  it('has the taxes on top where prices are without', async () => {
    const orderId = await routedOrder({ ...costly, taxesIncluded: false });
    expect((await read(orderId, fields)).totalPriceSet).toEqual(amount('118.91'));
  });

  it('leaves duties out of the total where the prices contain them', async () => {
    const orderId = await routedOrder({ ...costly, dutiesIncluded: true });
    expect((await read(orderId, fields)).totalPriceSet).toEqual(amount('110.73'));
  });

  it('is given back with a cancellation, all of it', async () => {
    const orderId = await routedOrder(costly);
    await command(orderId, 'cancel', { refund: true });
    expect(
      await read(orderId, `displayFinancialStatus totalRefundedSet ${set} currentTotalPriceSet ${set}`),
    ).toEqual({
      displayFinancialStatus: 'REFUNDED',
      totalRefundedSet: amount('117.74'),
      currentTotalPriceSet: amount('0.0'),
    });
  });

  it('has a tip that can be given back like any line', async () => {
    const orderId = await routedOrder(costly);
    const tip = shop.shopify.store.orders.get(orderId)?.lines.at(-1)?.id;
    await command(orderId, 'refund', { lines: [{ lineId: tip, quantity: 1, restockType: 'NO_RESTOCK' }] });
    expect(
      await read(orderId, `totalRefundedSet ${set} currentTotalPriceSet ${set} totalTipReceivedSet ${set}`),
    ).toEqual({
      totalRefundedSet: amount('2.5'),
      currentTotalPriceSet: amount('115.24'),
      totalTipReceivedSet: amount('2.5'),
    });
  });

  it('is null where there is none', async () => {
    const orderId = await routedOrder();
    expect(await read(orderId, fields)).toMatchObject({
      currentTotalDutiesSet: null,
      currentTotalAdditionalFeesSet: null,
      additionalFees: [],
      totalTipReceivedSet: amount('0.0'),
    });
  });
});

describe('goods of another fulfillment service', () => {
  const stocked = async () => {
    const service = { handle: 'printful', serviceName: 'Printful' };
    await shop.call('POST', '/_control/locations', { name: 'Printful', fulfillmentService: service });
    await shop.call('POST', '/_control/variants', { sku: 'POD-MUG-1', fulfillmentService: 'printful' });
    return routedOrder({ lines: [{ sku: 'SKU-001' }, { sku: 'POD-MUG-1' }] });
  };
  const places = `fulfillmentOrders(first: 5) { nodes { id requestStatus supportedActions { action }
    assignedLocation { name location { isFulfillmentService fulfillmentService { handle serviceName type } } } } }`;

  it('are a fulfillment order of their own at its location', async () => {
    const orderId = await stocked();
    const { nodes } = (await read(orderId, places)).fulfillmentOrders;
    expect(nodes).toMatchObject([
      { assignedLocation: { location: { isFulfillmentService: false, fulfillmentService: null } } },
      {
        requestStatus: 'UNSUBMITTED',
        assignedLocation: {
          name: 'Printful',
          location: {
            isFulfillmentService: true,
            fulfillmentService: { handle: 'printful', serviceName: 'Printful', type: 'THIRD_PARTY' },
          },
        },
      },
    ]);
    expect((await announced('orders/create')).line_items).toMatchObject([
      { fulfillment_service: 'manual' },
      { fulfillment_service: 'printful' },
    ]);
  });

  it('are seen and changed by an app with the scope for them only', async () => {
    const orderId = await stocked();
    const [, second] = await fulfillmentOrders(orderId);
    const query = `query Read($id: ID!) { order(id: $id) { ${places} } }`;
    const seenWith = async (scopes: string) => {
      const token = await shop.tokenWith(scopes);
      const { body } = await shop.graphql(query, { id: orderId }, token);
      return body.data.order.fulfillmentOrders.nodes.length;
    };
    const merchants = 'read_orders,read_locations,write_merchant_managed_fulfillment_orders';
    expect(await seenWith(merchants)).toBe(1);
    expect(await seenWith(`${merchants},read_third_party_fulfillment_orders`)).toBe(2);
    const create = `mutation Run($id: ID!) { fulfillmentOrderHold(id: $id, fulfillmentHold: { reason: OTHER }) { userErrors { code } } }`;
    const held = await shop.graphql(create, { id: second.id }, await shop.tokenWith(merchants));
    expect(held.body.data.fulfillmentOrderHold.userErrors).toEqual([{ code: 'FULFILLMENT_ORDER_NOT_FOUND' }]);
  });
});

it('a SKU keeps the spaces that the merchant gave it', async () => {
  await shop.call('POST', '/_control/variants', { sku: ' SKU-001 ', price: 1990 });
  const orderId = await routedOrder({ lines: [{ sku: ' SKU-001 ' }] });
  expect((await order(orderId)).lineItems.nodes[0].sku).toBe(' SKU-001 ');
});

it('a hold that comes with the order is there when anybody hears of its fulfillment order', async () => {
  const orderId = await routedOrder({ hold: { app: 'Upsell', reasonNotes: 'Offer' } });
  expect(await fulfillmentOrders(orderId)).toMatchObject([
    { status: 'ON_HOLD', fulfillmentHolds: [{ reasonNotes: 'Offer', heldByRequestingApp: false }] },
  ]);
  expect(await announced('fulfillment_orders/order_routing_complete')).toMatchObject({
    fulfillment_order: { status: 'on_hold' },
  });
});

describe('a line that is added while the order is held', () => {
  const held = async () => {
    const orderId = await routedOrder();
    const reasonNotes = 'Awaiting post-purchase offer';
    await command(orderId, 'hold', { app: 'Upsell', reason: 'OTHER', reasonNotes });
    await command(orderId, 'edit', { additions: [{ sku: 'SKU-050' }], marksEdited: false });
    return orderId;
  };

  it('waits with the others for the end of the hold, and nothing calls the order edited', async () => {
    const orderId = await held();
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      {
        status: 'ON_HOLD',
        fulfillmentHolds: [{ reasonNotes: 'Awaiting post-purchase offer', heldByRequestingApp: false }],
        lineItems: { nodes: [{ sku: 'SKU-001' }, { sku: 'SKU-050' }] },
      },
    ]);
    expect((await order(orderId)).edited).toBe(false);
    await command(orderId, 'release');
    expect(await fulfillmentOrders(orderId)).toMatchObject([{ status: 'OPEN' }]);
  });

  it('may get an open fulfillment order of its own', async () => {
    await shop.control({ addedLinesWhileHeld: 'new' });
    expect((await fulfillmentOrders(await held())).map(({ status }) => status)).toEqual(['ON_HOLD', 'OPEN']);
  });
});

it('everything is fulfilled by hand in one fulfillment for each place and method', async () => {
  const [paris, lyon] = shop.shopify.store.locations.map(({ id }) => id);
  const delivery = (locationId: string | undefined, line: number, methodType: string) => ({
    locationId,
    lines: [{ line, quantity: 1 }],
    deliveryMethod: { methodType },
  });
  const orderId = await routedOrder({
    lines: [{ sku: 'SKU-001' }, { sku: 'SKU-002' }, { sku: 'SKU-003' }],
    deliveries: [delivery(paris, 0, 'SHIPPING'), delivery(paris, 1, 'LOCAL'), delivery(lyon, 2, 'PICK_UP')],
  });
  expect((await command(orderId, 'fulfill-all')).status).toBe(200);
  expect((await order(orderId)).fulfillments).toHaveLength(3);
  const again = await mutate('fulfillmentOrderOpen', { id: (await fulfillmentOrders(orderId))[0].id });
  expect(again.userErrors).toHaveLength(1);
});
