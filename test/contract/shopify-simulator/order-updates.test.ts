import { describe, expect, it, vi } from 'vitest';
import { numericId } from '#sandbox/shopify/store/ids.ts';
import { orderHarness } from './order-harness.ts';
import { startShop } from './shop-harness.ts';

const fulfillmentOrderTopics = ['placed_on_hold', 'hold_released', 'moved', 'split', 'merged', 'cancelled'];
const shop = await startShop({
  topics: [
    'orders/updated',
    'fulfillments/create',
    'fulfillments/update',
    ...fulfillmentOrderTopics.map((topic) => `fulfillment_orders/${topic}`),
  ],
});
const { routedOrder, fulfillmentOrders, order, command, announced, overTwoLocations } = orderHarness(shop);
const lines = [{ sku: 'SKU-001', quantity: 3 }, { sku: 'SKU-002' }];
const toulouse = { country: 'FR', zip: '31000', city: 'Toulouse', address1: '1 rue du Taur', lastName: 'Ex' };
const bodiesOf = (topic: string) =>
  shop.receiver.webhooks
    .filter(({ headers }) => headers['x-shopify-topic'] === topic)
    .map(({ body }) => body);
const updates = async (orderId: string) => {
  await vi.waitFor(() => expect(bodiesOf('orders/updated').length).toBeGreaterThan(0));
  return bodiesOf('orders/updated').filter((body) => body.admin_graphql_api_id === orderId);
};

describe('a correction after the order was placed', () => {
  it('of address and contact is seen in the order and its open fulfillment orders, and only orders/updated tells', async () => {
    const orderId = await routedOrder({ lines, email: 'old@example.com' });
    await updates(orderId);
    shop.receiver.webhooks.length = 0;
    const answer = await command(orderId, 'change', {
      shippingAddress: toulouse,
      email: 'anne@example.com',
      phone: '+33600000000',
      note: 'Third floor',
    });
    expect(answer.status).toBe(200);
    const query = `query Read($id: ID!) { order(id: $id) { email phone note updatedAt edited shippingAddress { zip city }
      fulfillmentOrders(first: 5) { nodes { destination { zip } } } } }`;
    expect((await shop.graphql(query, { id: orderId })).body.data.order).toMatchObject({
      email: 'anne@example.com',
      phone: '+33600000000',
      note: 'Third floor',
      edited: false,
      shippingAddress: { zip: '31000', city: 'Toulouse' },
      fulfillmentOrders: { nodes: [{ destination: { zip: '31000' } }] },
    });
    expect(await updates(orderId)).toMatchObject([
      { email: 'anne@example.com', shipping_address: { zip: '31000' }, note: 'Third floor' },
    ]);
    expect(bodiesOf('orders/edited')).toEqual([]);
  });

  it('may leave the fulfillment orders as they were', async () => {
    await shop.control({ destinationsFollowAddress: false });
    const orderId = await routedOrder({ lines });
    await command(orderId, 'change', { shippingAddress: toulouse });
    expect(shop.shopify.store.orders.get(orderId)?.fulfillmentOrders[0]?.destination?.zip).toBe('75011');
  });
});

describe('a metafield that is written on an order', () => {
  const write = (ownerId: string) =>
    shop.graphql(
      `mutation Set($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }`,
      { m: [{ ownerId, namespace: 'onestock', key: 'note', type: 'single_line_text_field', value: 'x' }] },
    );

  it.each([true, false])('counts as its update or not: %s', async (metafieldsUpdateOrders) => {
    await shop.control({ metafieldsUpdateOrders });
    const orderId = await routedOrder({ lines });
    const sent = async () => {
      const { webhooks } = (await shop.call('GET', '/_control/webhooks')).body;
      const isMeant = (each: { topic: string; orderId: string }) =>
        each.topic === 'orders/updated' && each.orderId === orderId;
      return webhooks.filter(isMeant).length;
    };
    const before = await sent();
    await write(orderId);
    expect(await sent()).toBe(before + (metafieldsUpdateOrders ? 1 : 0));
  });
});

describe('a fulfillment made by hand', () => {
  it('is announced with what is in it, and again when it is cancelled, which opens its pieces', async () => {
    const orderId = await routedOrder({ lines });
    const tracking = { company: 'UPS', number: '1Z' };
    await command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 2 }], tracking });
    expect(await announced('fulfillments/create')).toMatchObject({
      order_id: numericId(orderId),
      status: 'success',
      tracking_company: 'UPS',
      tracking_numbers: ['1Z'],
      line_items: [{ sku: 'SKU-001', quantity: 2 }],
    });
    await command(orderId, 'cancel-fulfillment');
    expect(await announced('fulfillments/update')).toMatchObject({
      order_id: numericId(orderId),
      status: 'cancelled',
    });
    expect((await order(orderId)).lineItems.nodes[0].unfulfilledQuantity).toBe(3);
    expect((await command(orderId, 'cancel-fulfillment')).status).toBe(422);
  });

  it('of everything leaves, once cancelled, a new open fulfillment order', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'fulfill-all');
    await command(orderId, 'cancel-fulfillment');
    expect((await fulfillmentOrders(orderId)).map(({ status }) => status)).toEqual(['CLOSED', 'OPEN']);
  });
});

describe('what another app does to fulfillment orders', () => {
  it('holds one, and frees it: announced at the first hold and at the end of the last', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'hold', { app: 'Fraud', reason: 'HIGH_RISK_OF_FRAUD', reasonNotes: 'Check' });
    await command(orderId, 'hold', { app: 'Upsell' });
    await command(orderId, 'release');
    const [{ id }] = await fulfillmentOrders(orderId);
    expect(await announced('fulfillment_orders/hold_released')).toEqual({
      fulfillment_order: { id, status: 'open' },
    });
    expect(bodiesOf('fulfillment_orders/placed_on_hold')).toMatchObject([
      {
        fulfillment_order: { id, status: 'on_hold', fulfillment_holds: [{ reason: 'high_risk_of_fraud' }] },
        remaining_fulfillment_order: null,
        created_fulfillment_hold: { held_by_requesting_app: false, reason_notes: 'Check' },
      },
    ]);
    expect(bodiesOf('fulfillment_orders/hold_released')).toHaveLength(1);
  });

  it('moves one to another location', async () => {
    const orderId = await routedOrder({ lines });
    const [from, to] = shop.shopify.store.locations.map(({ id }) => id);
    await command(orderId, 'move', { locationId: to });
    const [{ id }] = await fulfillmentOrders(orderId);
    expect(await announced('fulfillment_orders/moved')).toEqual({
      original_fulfillment_order: { id, status: 'open', assigned_location_id: to },
      moved_fulfillment_order: { id, status: 'open', assigned_location_id: to },
      destination_location_id: to,
      fulfillment_order_line_items_requested: [],
      source_location: { id: from },
    });
  });

  it('splits one, and merges the parts', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'split', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    const [first, second] = await fulfillmentOrders(orderId);
    expect(await announced('fulfillment_orders/split')).toMatchObject({
      split_line_items: [{ quantity: 1 }],
      fulfillment_order: { id: first.id, status: 'open' },
      remaining_fulfillment_order: { id: second.id, status: 'open' },
    });
    expect((await command(orderId, 'merge')).status).toBe(200);
    expect(await fulfillmentOrders(orderId)).toMatchObject([
      {
        id: first.id,
        status: 'OPEN',
        lineItems: { nodes: [{ remainingQuantity: 3 }, { remainingQuantity: 1 }] },
      },
      { id: second.id, status: 'CLOSED' },
    ]);
    expect(await announced('fulfillment_orders/merged')).toMatchObject({
      merge_intents: [
        { fulfillment_order_id: numericId(first.id) },
        { fulfillment_order_id: numericId(second.id) },
      ],
      fulfillment_order_merges: { fulfillment_order: { id: first.id, status: 'open' } },
    });
  });

  it('cannot merge those of two locations', async () => {
    const orderId = await routedOrder({
      lines: [{ sku: 'SKU-001', quantity: 2 }],
      deliveries: overTwoLocations([1, 1]),
    });
    expect((await command(orderId, 'merge')).status).toBe(422);
  });

  it('cancels one, which another replaces', async () => {
    const orderId = await routedOrder({ lines });
    await command(orderId, 'cancel-fulfillment-order');
    const [first, second] = await fulfillmentOrders(orderId);
    expect([first.status, second.status]).toEqual(['CANCELLED', 'OPEN']);
    expect(await announced('fulfillment_orders/cancelled')).toEqual({
      fulfillment_order: { id: first.id, status: 'cancelled' },
      replacement_fulfillment_order: { id: second.id, status: 'open' },
    });
    expect((await order(orderId)).lineItems.nodes[0].unfulfilledQuantity).toBe(3);
  });
});
