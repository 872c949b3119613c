import { expect, test } from 'vitest';
import { startSite } from './site-harness.ts';

const site = await startSite();

test('an order stands at the root, with what it was created with, its state and its groups', async () => {
  await site.createOrder('1001');
  expect(await site.order('1001')).toMatchObject({
    id: '1001',
    state: 'created',
    date: 1_770_364_800,
    sales_channel: 'online_store',
    customer: { last_name: 'Moreau' },
    delivery: { destination: { address: { city: 'Paris' } } },
    delivery_promise: { original_delivery_option: { delivery_method: 'standard' } },
    sent_delivery_option: { eta_start: 1, eta_end: 2 },
    order_items: [
      { _id: 'line_1', item_id: 'SKU-001', quantity: 2, pricing_details: { unit_price: 19.9 } },
      { _id: 'line_2', item_id: 'SKU-002', quantity: 3 },
    ],
    line_item_groups: [
      { order_item_id: 'line_1', state: 'created', quantity: 2, index_ranges: [{ from: 0, to: 1 }] },
      { order_item_id: 'line_2', state: 'created', quantity: 3, index_ranges: [{ from: 2, to: 4 }] },
    ],
    parcels: [],
    parcel_ids: [],
  });
});

test('an order arrives as promised until the control door says otherwise; without a promise it says nothing', async () => {
  await site.createOrder('1001');
  expect((await site.order('1001')).current_delivery_etas).toEqual([{ eta_start: 1, eta_end: 2 }]);
  const later = { eta_start: 3, eta_end: 4 };
  expect((await site.door('orders/1001/etas', later)).status).toBe(200);
  await site.control({ currentDeliveryEtas: 'object' });
  expect((await site.order('1001')).current_delivery_etas).toEqual(later);
  expect((await site.door('orders/1001/etas', { eta_start: 'soon' })).status).toBe(409);

  await site.createOrder('1002', { delivery_promise: undefined });
  expect(await site.order('1002')).not.toHaveProperty('current_delivery_etas');
  await site.control({ currentDeliveryEtas: 'none' });
  expect(await site.order('1001')).not.toHaveProperty('current_delivery_etas');
});

test('an order can stand under its name, at creation too', async () => {
  await site.control({ wrapReads: true });
  expect((await site.createOrder('1001')).json).toEqual({ order: { id: '1001' } });
  expect((await site.order('1001')).order.state).toBe('created');
});

test('fields name what is read, by their own path or by a parent’s', async () => {
  await site.createOrder('1001');
  const fields = ['state', 'delivery.destination', 'line_item_groups.state', 'line_item_groups.quantity'];
  expect((await site.read('/v3/orders/1001', { fields })).json).toEqual({
    state: 'created',
    delivery: {
      destination: { address: { lines: ['1 rue de la Paix'], city: 'Paris', zip_code: '75002' } },
    },
    line_item_groups: [
      { state: 'created', quantity: 2 },
      { state: 'created', quantity: 3 },
    ],
  });
});

test('the carrier of the delivery is read from parcels only', async () => {
  await site.createOrder('1001');
  const { json } = await site.door('orders/1001/parcels', { carrier: { name: 'UPS', option: 'standard' } });
  const order = await site.order('1001');
  expect(order.delivery).not.toHaveProperty('carrier');
  expect(order.parcels).toMatchObject([
    { id: json.parcelId, delivery: { carrier: { name: 'UPS', option: 'standard' } } },
  ]);
});

test('order items can come with id in place of _id', async () => {
  await site.control({ orderItemIdKey: 'id' });
  await site.createOrder('1001');
  expect((await site.order('1001')).order_items[0]).toMatchObject({ id: 'line_1' });
});

test('a site of the older form answers one line item for each unit, and payment', async () => {
  await site.control({ orderReadForm: 'line_items' });
  await site.createOrder('1001');
  await site.door('orders/1001/parcels', { id: 'p1', itemQuantities: { 'SKU-002': 2 } });
  const order = await site.order('1001');
  expect(order).not.toHaveProperty('line_item_groups');
  expect(order).not.toHaveProperty('order_items');
  expect(order.payment).toEqual({ currency: 'EUR', price: 114.5 });
  expect(order.line_items).toMatchObject([
    { item_id: 'SKU-001', state: 'created', payment: { unit_price: 19.9 } },
    { item_id: 'SKU-001', state: 'created' },
    { item_id: 'SKU-002', state: 'claimed', endpoint_id: 'warehouse_orleans' },
    { item_id: 'SKU-002', state: 'claimed', payment: { unit_price: expect.closeTo(24.9, 5) } },
    { item_id: 'SKU-002', state: 'created' },
  ]);
  expect(order.line_items[2]).not.toHaveProperty('parcel_id');
  expect(order.parcels).toMatchObject([{ id: 'p1', line_item_index_ranges: [{ from: 2, to: 3 }] }]);
  await site.control({ lineItemsNameParcel: true });
  expect((await site.order('1001')).line_items[2]).toMatchObject({ parcel_id: 'p1' });
});

test('a line item is read by itself', async () => {
  await site.control({ orderReadForm: 'line_items' });
  await site.createOrder('1001');
  const [lineItem] = (await site.order('1001')).line_items;
  expect((await site.read(`/v3/line_items/${lineItem.id}`)).json).toEqual(lineItem);
});

test('orders are read by fifty ids at most; those that do not exist are left out', async () => {
  await site.createOrder('1');
  await site.createOrder('2');
  const ids = ['2', '1', '3'];
  expect((await site.read('/v3/orders', { filter: { ids }, fields: ['id'] })).json).toEqual({
    orders: [{ id: '1' }, { id: '2' }],
  });
  const many = Array.from({ length: 51 }, String);
  expect(await site.read('/v3/orders', { filter: { ids: many } })).toMatchObject({ status: 400 });
});

test('a search gives pages that begin behind the last id, by states and dates', async () => {
  for (const [id, date] of [
    ['1', 100],
    ['2', 200],
    ['3', 300],
  ] as const)
    await site.createOrder(id, { date });
  await site.door('orders/2/state', { to: 'removed' });
  const search = async (parameters: Record<string, unknown>) => {
    const { json } = await site.read('/v2/search_orders', { fields: ['id'], ...parameters });
    return json.orders.map(({ id }: { id: string }) => id);
  };
  expect(await search({ filter: { state: ['removed'] } })).toEqual(['2']);
  expect(await search({ filter: { line_item_groups_state: ['created'] } })).toEqual(['1', '3']);
  expect(await search({ from_date: 200, to_date: 300 })).toEqual(['2', '3']);
  expect(await search({ pagination: { limit: 2 } })).toEqual(['1', '2']);
  expect(await search({ pagination: { limit: 2, start: '2' } })).toEqual(['3']);
});

test('routes that the connector’s policy does not name can be withheld to the letter', async () => {
  await site.createOrder('1');
  expect(await site.read('/v3/line_item_groups', { filter: { order_id: '1' } })).toMatchObject({
    status: 200,
  });
  await site.control({ policyToTheLetter: true });
  for (const path of ['/v3/line_item_groups', '/v3/search_orders'])
    expect(await site.read(path, { filter: { order_id: '1' } })).toMatchObject({ status: 403 });
  expect(await site.read('/v3/orders/1')).toMatchObject({ status: 200 });
});
