import { expect, test } from 'vitest';
import { sampleOrder, startSite } from './site-harness.ts';

const site = await startSite();

test('an order is created once: a 201 with its id, then a 409 that names it, in either error body', async () => {
  expect(await site.createOrder('1001')).toMatchObject({ status: 201, json: { id: '1001' } });
  expect(await site.createOrder('1001')).toMatchObject({
    status: 409,
    json: { error: 'already_exists', params: { entity: 'order', id: '1001', request: 'orders' } },
  });
  await site.control({ errorShape: 'code' });
  expect((await site.createOrder('1001')).json).toEqual({
    code: 409,
    name: 'already_exists',
    params: { entity: 'order', id: '1001' },
  });
});

test.each(['types', 'sales_channel', 'pricing_details', 'order_items'])(
  'an order without %s is refused by that name, and not kept',
  async (key) => {
    const answer = await site.createOrder('1002', { [key]: undefined });
    expect(answer).toMatchObject({
      status: 400,
      json: { error: 'invalid_parameter', message: expect.stringContaining(`order.${key}`) },
    });
    expect(await site.read('/v3/orders/1002')).toMatchObject({
      status: 404,
      json: { params: { entity: 'order', id: '1002' } },
    });
  },
);

test('an id that is no string, an item without quantity, and two items of one id are refused', async () => {
  const [item] = sampleOrder.order_items;
  const wrong = [
    { id: 1003 },
    { order_items: [{ ...item, quantity: 0 }] },
    { order_items: [item, { ...item }] },
    { pricing_details: { currency: 'EUR' } },
  ];
  for (const changes of wrong) expect(await site.createOrder('1003', changes)).toMatchObject({ status: 400 });
});

test('a customer needs a last name, unless the site does not mind', async () => {
  const customer = { first_name: 'Cher' };
  expect(await site.createOrder('1004', { customer })).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining('last_name') },
  });
  await site.control({ lastNameRequired: false });
  expect(await site.createOrder('1004', { customer })).toMatchObject({ status: 201 });
});

test('items must be in the catalogue, unless the site does not mind', async () => {
  const order_items = [{ item_id: 'SKU-UNKNOWN', quantity: 1 }];
  expect(await site.createOrder('1005', { order_items })).toMatchObject({
    status: 400,
    json: { params: { entity: 'item', id: 'SKU-UNKNOWN' } },
  });
  await site.control({ itemsMustExist: false });
  expect(await site.createOrder('1005', { order_items })).toMatchObject({ status: 201 });
});

test('keys that orders do not have are taken, or refused by their path when the site minds', async () => {
  const strange = { delivery: { ...sampleOrder.delivery, colour: 'blue' } };
  expect(await site.createOrder('1006', strange)).toMatchObject({ status: 201 });
  await site.control({ refuseUnknownKeys: true });
  expect(await site.createOrder('1007', strange)).toMatchObject({
    status: 400,
    json: { message: expect.stringContaining('order.delivery.colour') },
  });
  expect(await site.createOrder('1007')).toMatchObject({ status: 201 });
});

test('what is free in an order may hold anything, even where unknown keys are refused', async () => {
  await site.control({ refuseUnknownKeys: true });
  const information = { shopify: { anything: ['goes'] } };
  expect(await site.createOrder('1008', { information })).toMatchObject({ status: 201 });
  expect((await site.order('1008')).information).toEqual(information);
});

test('an answer can be lost though the order was created, and fail for orders alone', async () => {
  await site.control({ failure: 'lost', failingResources: ['orders'] });
  await expect(site.createOrder('1009')).rejects.toMatchObject({ code: 'ECONNRESET' });
  await site.control({ failure: 'reset' });
  await expect(site.createOrder('1010')).rejects.toMatchObject({ code: 'ECONNRESET' });
  await site.control({ failure: 'none' });
  expect(await site.createOrder('1009')).toMatchObject({ status: 409 });
  expect(await site.createOrder('1010')).toMatchObject({ status: 201 });
});

test('an order can be created and read by override, and under every version', async () => {
  for (const [version, id] of [
    ['', '1'],
    ['/v2', '2'],
    ['/v4', '3'],
  ]) {
    await site.call('POST', `${version}/orders`, { order: { ...sampleOrder, id } });
    expect(await site.read(`${version}/orders/${id}`)).toMatchObject({ status: 200, json: { id } });
  }
});

test('the parent of an order stands inside it or beside it, and is read inside', async () => {
  await site.control({ refuseUnknownKeys: true });
  await site.createOrder('1010', { parent_order_id: 'p1' });
  expect((await site.order('1010')).parent_order_id).toBe('p1');
  const order = { ...sampleOrder, id: '1011' };
  expect(await site.call('POST', '/v3/orders', { parent_order_id: 'p1', order })).toMatchObject({
    status: 201,
  });
  expect((await site.order('1011')).parent_order_id).toBe('p1');
});
