import { describe, expect, it } from 'vitest';
import { numericId } from '#sandbox/shopify/store/ids.ts';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const shop = await startShop();
const { routedOrder, fulfillmentOrders, order, mutate, command, overTwoLocations } = orderHarness(shop);

function group(fulfillmentOrderId: string, pieces?: { id: string; quantity: number }[]) {
  return { fulfillmentOrderId, fulfillmentOrderLineItems: pieces };
}

function fulfil(groups: ReturnType<typeof group>[], trackingInfo?: Record<string, unknown>) {
  return mutate('fulfillmentCreate', { fulfillment: { lineItemsByFulfillmentOrder: groups, trackingInfo } });
}

describe('a parcel', () => {
  it('takes some pieces, leaves the others, and keeps its number, address and carrier', async () => {
    const orderId = await routedOrder({ lines: [{ sku: 'SKU-001', quantity: 3 }, { sku: 'SKU-002' }] });
    const [open] = await fulfillmentOrders(orderId);
    expect(open).toMatchObject({ status: 'OPEN' });
    const tracking = { company: 'Chronopost', number: 'XY1', url: 'https://example.com/XY1' };
    const first = await fulfil([group(open.id, [{ id: open.lineItems.nodes[0].id, quantity: 2 }])], tracking);
    expect(first).toMatchObject({
      userErrors: [],
      fulfillment: { status: 'SUCCESS', trackingInfo: [tracking] },
    });

    const [begun] = await fulfillmentOrders(orderId);
    expect(begun.status).toBe('IN_PROGRESS');
    expect(
      begun.lineItems.nodes.map((line: { remainingQuantity: number }) => line.remainingQuantity),
    ).toEqual([1, 1]);
    expect(await order(orderId)).toMatchObject({
      displayFulfillmentStatus: 'PARTIALLY_FULFILLED',
      lineItems: { nodes: [{ quantity: 3, unfulfilledQuantity: 1 }, { unfulfilledQuantity: 1 }] },
      fulfillments: [
        {
          totalQuantity: 2,
          trackingInfo: [tracking],
          fulfillmentLineItems: { nodes: [{ quantity: 2, lineItem: { sku: 'SKU-001' } }] },
        },
      ],
    });

    await fulfil([group(open.id)]);
    expect((await fulfillmentOrders(orderId))[0]).toMatchObject({ status: 'CLOSED', supportedActions: [] });
    expect((await order(orderId)).displayFulfillmentStatus).toBe('FULFILLED');
  });

  it('carries no mark of its sender: the same call twice makes two fulfillments', async () => {
    const orderId = await routedOrder({ lines: [{ sku: 'SKU-001', quantity: 2 }] });
    const [{ id, lineItems }] = await fulfillmentOrders(orderId);
    const groups = [group(id, [{ id: lineItems.nodes[0].id, quantity: 1 }])];
    await fulfil(groups, { number: 'A' });
    await fulfil(groups, { number: 'A' });
    expect((await order(orderId)).fulfillments).toHaveLength(2);
  });

  it('may have several numbers, and an address that Shopify makes for a carrier it knows', async () => {
    const orderId = await routedOrder();
    const [{ id }] = await fulfillmentOrders(orderId);
    const numbers = ['1Z1', '1Z2'];
    const { fulfillment } = await fulfil([group(id)], { company: 'UPS', numbers });
    expect(fulfillment.trackingInfo).toEqual(
      numbers.map((number) => ({ company: 'UPS', number, url: expect.stringContaining(number) })),
    );
    const tracking = { number: '9', url: 'https://example.com/9' };
    const updated = await mutate('fulfillmentTrackingInfoUpdate', { id: fulfillment.id, tracking });
    expect(updated.fulfillment.trackingInfo).toEqual([{ company: null, ...tracking }]);
  });

  it('shows one entry for a line whose pieces were of several fulfillment orders', async () => {
    const orderId = await routedOrder({ lines: [{ sku: 'SKU-001', quantity: 3 }] });
    const [{ id, lineItems }] = await fulfillmentOrders(orderId);
    const splits = [
      { fulfillmentOrderId: id, fulfillmentOrderLineItems: [{ id: lineItems.nodes[0].id, quantity: 1 }] },
    ];
    await mutate('fulfillmentOrderSplit', { splits });
    const [one, other] = await fulfillmentOrders(orderId);
    const { fulfillment } = await fulfil([group(one.id), group(other.id)]);
    expect(fulfillment.fulfillmentLineItems.nodes).toEqual([{ quantity: 3, lineItem: { sku: 'SKU-001' } }]);
  });
});

describe('what is refused changes nothing', () => {
  const lines = [{ sku: 'SKU-001', quantity: 2 }];

  it.each([
    ['more pieces than remain', 3],
    ['no piece', 0],
  ])('%s', async (_what, quantity) => {
    const orderId = await routedOrder({ lines });
    const [{ id, lineItems }] = await fulfillmentOrders(orderId);
    const { fulfillment, userErrors } = await fulfil([group(id, [{ id: lineItems.nodes[0].id, quantity }])]);
    expect(fulfillment).toBeNull();
    expect(userErrors).toEqual([
      { field: ['fulfillment'], message: 'Invalid fulfillment order line item quantity requested.' },
    ]);
    expect((await order(orderId)).fulfillments).toEqual([]);
  });

  it.each([
    ['on_hold', 'hold'],
    ['closed', 'fulfill'],
    ['closed', 'cancel'],
  ])('one that is %s after %s', async (status, name) => {
    const orderId = await routedOrder({ lines });
    const [{ id }] = await fulfillmentOrders(orderId);
    expect((await command(orderId, name)).status).toBe(200);
    const { userErrors } = await fulfil([group(id)]);
    expect(userErrors[0].message).toBe(
      `Fulfillment order ${numericId(id)} has an unfulfillable status= ${status}.`,
    );
  });

  it('two locations, two orders, and one that is not there', async () => {
    const orderId = await routedOrder({ lines, deliveries: overTwoLocations([1, 1]) });
    const [paris, lyon] = await fulfillmentOrders(orderId);
    const [elsewhere] = await fulfillmentOrders(await routedOrder({ lines }));
    const messageOf = async (...ids: string[]) =>
      (await fulfil(ids.map((id) => group(id)))).userErrors[0].message;
    expect(await messageOf(paris.id, lyon.id)).toContain('single location');
    expect(await messageOf(paris.id, elsewhere.id)).toContain('same order');
    expect(await messageOf('gid://shopify/FulfillmentOrder/1')).toContain('does not exist');
    expect((await order(orderId)).fulfillments).toEqual([]);
  });
});

describe('fulfillment orders of two delivery method types at one location', () => {
  const shippedAndLocal = async () => {
    const locationId = shop.shopify.store.locations[0]?.id;
    const delivery = (line: number, methodType: string) => ({
      locationId,
      lines: [{ line, quantity: 1 }],
      deliveryMethod: { methodType },
    });
    const orderId = await routedOrder({
      lines: [{ sku: 'SKU-002' }, { sku: 'SKU-003' }],
      deliveries: [delivery(0, 'SHIPPING'), delivery(1, 'LOCAL')],
    });
    const [shipped, local] = await fulfillmentOrders(orderId);
    return { orderId, shipped, local };
  };

  it('are refused in one call, which changes nothing, and taken in two', async () => {
    const { orderId, shipped, local } = await shippedAndLocal();
    const { fulfillment, userErrors } = await fulfil([group(shipped.id), group(local.id)]);
    expect(fulfillment).toBeNull();
    expect(userErrors).toEqual([
      {
        field: ['fulfillment'],
        message:
          'All fulfillment orders must have the same delivery method type. Multiple delivery method types ["shipping","local"] were found.',
      },
    ]);
    expect((await order(orderId)).fulfillments).toEqual([]);
    for (const { id } of [shipped, local]) expect((await fulfil([group(id)])).userErrors).toEqual([]);
    expect((await order(orderId)).displayFulfillmentStatus).toBe('FULFILLED');
  });

  it('are taken in one call where the control door says so', async () => {
    const { orderId, shipped, local } = await shippedAndLocal();
    await shop.control({ mixedMethodTypes: 'accepted' });
    expect((await fulfil([group(shipped.id), group(local.id)])).userErrors).toEqual([]);
    expect((await order(orderId)).fulfillments).toHaveLength(1);
  });
});

describe('a cancelled fulfillment', () => {
  it('gives its pieces back to what is still open', async () => {
    const orderId = await routedOrder({ lines: [{ sku: 'SKU-001', quantity: 2 }] });
    const [{ id, lineItems }] = await fulfillmentOrders(orderId);
    const { fulfillment } = await fulfil([group(id, [{ id: lineItems.nodes[0].id, quantity: 1 }])]);
    const cancelled = await mutate('fulfillmentCancel', { id: fulfillment.id });
    expect(cancelled.fulfillment.status).toBe('CANCELLED');
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      { id, status: 'OPEN', lineItems: { nodes: [{ remainingQuantity: 2 }] } },
    ]);
    expect((await mutate('fulfillmentCancel', { id: fulfillment.id })).userErrors).toHaveLength(1);
  });

  it('gives them to a new fulfillment order when theirs is closed', async () => {
    const orderId = await routedOrder();
    const [{ id }] = await fulfillmentOrders(orderId);
    const { fulfillment } = await fulfil([group(id)]);
    await mutate('fulfillmentCancel', { id: fulfillment.id });
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      { id, status: 'CLOSED' },
      { status: 'OPEN', lineItems: { nodes: [{ remainingQuantity: 1 }] } },
    ]);
  });
});

it('takes a scope of fulfillment orders', async () => {
  const orderId = await routedOrder();
  const [{ id }] = await fulfillmentOrders(orderId);
  const query = `mutation Run($id: ID!) { fulfillmentCreate(fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: $id }] }) {
    userErrors { message } } }`;
  const { body } = await shop.graphql(query, { id }, await shop.tokenWith('write_orders'));
  expect(body.errors[0].extensions.code).toBe('ACCESS_DENIED');
  expect((await order(orderId)).fulfillments).toEqual([]);
});
