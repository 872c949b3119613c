import { expect, test } from 'vitest';
import { startSite } from './site-harness.ts';

const site = await startSite();

test('a parcel is read by itself and in its order, with what is in it and how it travels', async () => {
  await site.createOrder('1');
  const { json } = await site.door('orders/1/parcels', {
    indexRanges: [{ from: 1, to: 2 }],
    endpointId: 'store_paris',
    trackingCode: '1Z',
    trackingLink: 'https://ups.example/1Z',
    transporter: 'UPS',
    carrier: { name: 'UPS', option: 'standard' },
  });
  const parcel = (await site.read(`/v2/parcels/${json.parcelId}`)).json;
  expect(parcel).toMatchObject({
    id: json.parcelId,
    order_id: '1',
    state: 'created',
    line_item_index_ranges: [{ from: 1, to: 2 }],
    delivery: {
      type: 'standard',
      origin: { endpoint_id: 'store_paris' },
      destination: { address: { city: 'Paris' } },
    },
    shipment: { tracking_code: '1Z', tracking_link: 'https://ups.example/1Z', transporter: 'UPS' },
  });
  const order = await site.order('1');
  expect(order.parcels).toEqual([parcel]);
  expect(order.parcel_ids).toEqual([json.parcelId]);
  expect(order.state).toBe('claimed');
  expect(
    order.line_item_groups.filter(({ parcel_id }: { parcel_id?: string }) => parcel_id === json.parcelId),
  ).toMatchObject([
    { item_id: 'SKU-001', quantity: 1, state: 'claimed', endpoint_id: 'store_paris' },
    { item_id: 'SKU-002', quantity: 1, state: 'claimed', endpoint_id: 'store_paris' },
  ]);
});

test('half an order leaves, a line is removed, and the order is fulfilled when the rest has left', async () => {
  await site.createOrder('1');
  await site.door('orders/1/parcels', { id: 'p1', itemQuantities: { 'SKU-001': 2 }, state: 'dispatched' });
  expect(await site.order('1')).toMatchObject({
    state: 'claimed',
    parcels: [{ state: 'dispatched' }],
    line_item_groups: [{ state: 'fulfilled', quantity: 2 }, { state: 'created' }],
  });
  await site.door('orders/1/remove', { itemQuantities: { 'SKU-002': 1 }, reason: 'damaged' });
  await site.door('orders/1/parcels', { id: 'p2' });
  for (const state of ['ready', 'dispatched', 'delivered'])
    expect(await site.door('orders/1/parcels/p2', { state })).toMatchObject({ status: 200 });
  expect(await site.order('1')).toMatchObject({
    state: 'fulfilled',
    parcels: [{ state: 'dispatched' }, { state: 'delivered' }],
    line_item_groups: [
      { state: 'fulfilled', parcel_id: 'p1' },
      { state: 'removed', quantity: 1, reason: 'damaged' },
      { state: 'fulfilled', quantity: 2, parcel_id: 'p2' },
    ],
  });
});

test('a parcel for collection travels, waits and is collected; its groups go as the site says', async () => {
  await site.control({ groupStateByParcelState: { dispatched: 'provided', collected: 'fulfilled' } });
  await site.createOrder('1');
  await site.door('orders/1/parcels', { id: 'p1' });
  const groupState = async (state: string) => {
    await site.door('orders/1/parcels/p1', { state });
    return (await site.order('1')).line_item_groups[0].state;
  };
  expect(await groupState('ready')).toBe('claimed');
  expect(await groupState('dispatched')).toBe('provided');
  expect(await groupState('ready_to_collect')).toBe('provided');
  expect(await groupState('collected')).toBe('fulfilled');
  expect(await site.door('orders/1/parcels/p1', { state: 'ready' })).toMatchObject({ status: 409 });
});

test('tracking can come after the parcel has left', async () => {
  await site.createOrder('1');
  await site.door('orders/1/parcels', { id: 'p1', state: 'dispatched' });
  await site.door('orders/1/parcels/p1', { trackingCode: 'LATE' });
  expect((await site.order('1')).parcels[0]).toMatchObject({
    state: 'dispatched',
    shipment: { tracking_code: 'LATE' },
  });
});

test('what leaves a parcel before it travels is in it no more', async () => {
  await site.createOrder('1');
  await site.door('orders/1/parcels', { id: 'p1' });
  await site.door('orders/1/issue', { indexRanges: [{ from: 0, to: 0 }] });
  expect((await site.order('1')).parcels[0].line_item_index_ranges).toEqual([{ from: 1, to: 4 }]);
});

test.each(['removed', 'out_of_stock', 'issue'])('an item that was %s comes back', async (state) => {
  await site.createOrder('1');
  await site.door('orders/1/groups', { state, itemQuantities: { 'SKU-001': 1 } });
  expect((await site.order('1')).line_item_groups[0]).toMatchObject({ state, quantity: 1 });
  await site.door('orders/1/bring-back', { itemQuantities: { 'SKU-001': 1 } });
  expect((await site.order('1')).line_item_groups).toMatchObject([
    { state: 'claimed', quantity: 1 },
    { state: 'created', quantity: 1 },
    { state: 'created', quantity: 3 },
  ]);
});

test('an order whose every item is removed is removed, and open again when one comes back', async () => {
  await site.createOrder('1');
  await site.door('orders/1/remove');
  expect((await site.order('1')).state).toBe('removed');
  await site.door('orders/1/bring-back', { itemQuantities: { 'SKU-001': 1 } });
  expect((await site.order('1')).state).toBe('claimed');
});

test('an order can end fulfilled with items left, or removed with all of them', async () => {
  await site.createOrder('1');
  await site.door('orders/1/state', { to: 'fulfilled' });
  expect(await site.order('1')).toMatchObject({
    state: 'fulfilled',
    line_item_groups: [{ state: 'created' }, { state: 'created' }],
  });
  await site.createOrder('2');
  await site.door('orders/2/state', { to: 'removed' });
  expect(await site.order('2')).toMatchObject({
    state: 'removed',
    line_item_groups: [{ state: 'removed' }, { state: 'removed' }],
  });
});

test('PATCH of an order makes a step from where it is, and merges what else is named', async () => {
  await site.createOrder('1');
  const patch = (order: Record<string, unknown>) => site.call('PATCH', '/v3/orders/1', { order });
  const address = { city: 'Lyon', zip_code: '69001' };
  await patch({ information: { note: 'gift' }, delivery: { destination: { address } } });
  expect(await site.order('1')).toMatchObject({
    state: 'created',
    information: { shopify_order_id: '1', note: 'gift' },
    delivery: { type: 'standard', destination: { address: { city: 'Lyon', lines: ['1 rue de la Paix'] } } },
  });
  const before = await site.order('1');
  expect(await patch({ from: 'claimed', to: 'removed', information: { note: 'no' } })).toMatchObject({
    status: 400,
    json: { error: 'invalid_transition' },
  });
  expect(await site.order('1')).toEqual(before);
  expect(await patch({ from: 'created', to: 'removed' })).toMatchObject({ status: 200 });
  expect(await patch({ from: 'removed', to: 'claimed' })).toMatchObject({ status: 400 });
  expect((await site.order('1')).state).toBe('removed');
});

test('PATCH of an order changes address and customer, unless the site refuses or ignores them', async () => {
  await site.createOrder('1');
  const address = { lines: ['1 rue du Taur'], city: 'Toulouse', zip_code: '31000' };
  const order = { customer: { email: 'anne@example.com' }, delivery: { destination: { address } } };
  const patch = () => site.call('PATCH', '/v3/orders/1', { order });
  const before = await site.order('1');
  await site.control({ orderPatches: { address: 'refused' } });
  expect(await patch()).toMatchObject({
    status: 400,
    json: { error: 'invalid_parameter', message: 'invalid order.address: cannot be changed' },
  });
  expect(await site.order('1')).toEqual(before);
  await site.control({ orderPatches: { address: 'ignored', customer: 'ignored' } });
  expect(await patch()).toMatchObject({ status: 200 });
  expect(await site.order('1')).toMatchObject({ customer: before.customer, delivery: before.delivery });
  await site.control({ orderPatches: {} });
  expect(await patch()).toMatchObject({ status: 200 });
  expect(await site.order('1')).toMatchObject({
    customer: { last_name: 'Moreau', email: 'anne@example.com' },
    delivery: { type: 'standard', destination: { address } },
  });
});

test('a site has its own names of states, in reads, steps and events', async () => {
  await site.control({ stateNames: { order: { created: 'new' }, group: { removed: 'cancelled' } } });
  await site.subscribe();
  await site.createOrder('1');
  expect((await site.order('1')).state).toBe('new');
  const step = { order_id: '1', to: 'cancelled', item_quantities: { 'SKU-001': 1 } };
  expect(await site.call('PATCH', '/v3/line_item_groups', step)).toMatchObject({ status: 200 });
  expect((await site.order('1')).line_item_groups[0].state).toBe('cancelled');
  await site.door('webhooks/settle');
  expect(site.receiver.events[0]?.json).toMatchObject({ old_state: 'created', new_state: 'cancelled' });
  expect(
    await site.call('PATCH', '/v3/orders/1', { order: { from: 'created', to: 'removed' } }),
  ).toMatchObject({
    status: 400,
  });
});

test('the control door lists orders, refuses what it does not know, and forgets on demand', async () => {
  await site.createOrder('a/1');
  expect(await site.door('orders/a%2F1/paint')).toMatchObject({ status: 404 });
  expect(await site.door('orders/none/claim')).toMatchObject({ status: 404 });
  expect(await site.door('orders/a%2F1/claim', { colour: 'blue' })).toMatchObject({
    status: 409,
    json: { message: expect.stringContaining('colour') },
  });
  expect((await site.door('orders')).json.orders).toMatchObject([{ id: 'a/1' }]);
});
