import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { asksUnderTest, LYON, parts } from './asks-under-test.ts';
import { shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const { asked, causes, kindOf, under } = await asksUnderTest(database);

describe('OneStock is not asked for', () => {
  it('what was sold at a till', async () => {
    const orderId = await under.place({
      lines: [{ sku: 'SKU-002', quantity: 2 }],
      address: null,
      billingAddress: null,
      email: null,
      deliveries: parts({ quantity: 2, methodType: 'RETAIL', locationId: LYON }),
    });
    expect(await kindOf(orderId)).toBe('left_out');
    expect(await causes(orderId)).toEqual([{ code: 'sold_at_till' }]);
    await under.command(orderId, 'fulfill');
    expect(await kindOf(orderId)).toBe('left_out');
    expect(await asked()).toEqual([]);
  });

  it('what somebody fulfilled before the order was sent', async () => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 3 }], shippingLine });
    await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    expect(await kindOf(orderId)).toBe('exported');
    expect(await asked()).toEqual([['1001', { 'SKU-001': 2 }]]);
    const whole = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.command(whole, 'fulfill');
    expect(await kindOf(whole)).toBe('left_out');
    expect(await causes(whole)).toEqual([{ code: 'nothing_left' }]);
  });

  it('a test order, unless the shop wants that or somebody asks for it', async () => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine, test: true });
    expect(await kindOf(orderId)).toBe('left_out');
    expect(await causes(orderId)).toEqual([{ code: 'test_order' }]);
    await under.configure({ settings: { sendTestOrders: true } });
    expect(await kindOf(orderId)).toBe('exported');
  });

  it('what is fulfilled at a location that is not OneStock’s, until it moves', async () => {
    await under.configure({ settings: { excludedLocations: [LYON] } });
    const orderId = await under.place({
      lines: [{ sku: 'SKU-001', quantity: 2 }],
      shippingLine,
      deliveries: parts({ quantity: 1 }, { quantity: 1, locationId: LYON }),
    });
    expect(await kindOf(orderId)).toBe('exported');
    expect(await causes(orderId)).toEqual([
      { code: 'at_excluded_location', params: { location: expect.any(String) } },
    ]);
    expect(await asked()).toEqual([['1001', { 'SKU-001': 1 }]]);
  });

  it('a gift card, a custom line where the shop wants that, and lines that somebody decided to leave out', async () => {
    const custom = { title: 'Gift wrapping', quantity: 1, requiresShipping: true, unitPrice: 300 };
    const lines = [{ sku: 'SKU-002', quantity: 1 }, custom];
    await under.configure({ settings: { customLines: 'leave_out' } });
    const orderId = await under.place({ draft: true, lines, shippingLine });
    expect(await kindOf(orderId)).toBe('exported');
    expect(await causes(orderId)).toEqual([
      { code: 'custom_line_left_out', params: { title: 'Gift wrapping' } },
    ]);
    await under.configure({ settings: { customLines: 'stop' } });
    const stopped = await under.place({ draft: true, lines, shippingLine });
    expect(await kindOf(stopped)).toBe('needs_attention');
    expect((await under.exports.decide({ shop: under.shop, orderId: stopped }, 'without')).isOk()).toBe(true);
    expect(await kindOf(stopped)).toBe('exported');
    expect(await under.standing(stopped)).toEqual({});
    expect(await asked()).toEqual([
      ['1001', { 'SKU-002': 1 }],
      ['1002', { 'SKU-002': 1 }],
    ]);
    const [{ pricing_details: price }] = await under.ofOneStock();
    expect(price.price).toBeLessThan(30);
  });
});

describe('several deliveries', () => {
  const lines = [
    { sku: 'SKU-030', quantity: 1 },
    { sku: 'SKU-031', quantity: 1 },
  ];
  const express = { title: 'Livraison express', code: 'EXPRESS', source: 'OneStock', price: 990 };

  it('of which one is picked up are two orders, each with its own destination', async () => {
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId: LYON, endpointId: 'store_lyon' },
    });
    const orderId = await under.place({
      lines,
      shippingLines: [express],
      deliveries: parts(
        { quantity: 1, serviceCode: 'EXPRESS' },
        { quantity: 1, line: 1, methodType: 'PICK_UP', locationId: LYON },
      ),
    });
    expect(await kindOf(orderId)).toBe('exported');
    const [shipped, collected] = await under.ofOneStock();
    expect(shipped).toMatchObject({
      ...{
        id: '1001',
        types: ['ffs'],
        order_items: [{ item_id: 'SKU-030' }],
        shipping_fees: [{ price: 9.9 }],
      },
      delivery: { type: 'EXPRESS' },
    });
    expect(shipped.delivery.destination.endpoint_id).toBeUndefined();
    expect(collected).toMatchObject({
      ...{ id: '1001-2', types: ['ffs', 'ckc'], order_items: [{ item_id: 'SKU-031' }] },
      delivery: { destination: { endpoint_id: 'store_lyon' } },
      information: { shopify_order_id: orderId, shopify_delivery: 2, shopify_first_delivery: '1001' },
    });
    expect(collected.shipping_fees ?? []).toEqual([]);
    const { deliveries, endpoint_id } = Object.fromEntries(
      under.shopify.shopify.store.metafields
        .of(orderId)
        .map(({ key, value }: { key: string; value: string }) => [key, value]),
    );
    expect(endpoint_id).toBe('store_lyon');
    expect(JSON.parse(deliveries ?? '[]')).toMatchObject([
      { onestock_order_id: '1001', code: 'EXPRESS', endpoint_id: null },
      { onestock_order_id: '1001-2', code: null, endpoint_id: 'store_lyon' },
    ]);
  });

  it('by two rates are two orders, each with its fee, and the sums are those of the order', async () => {
    const standard = { title: 'Livraison standard', code: 'STANDARD', source: 'OneStock', price: 490 };
    const orderId = await under.place({
      lines,
      shippingLines: [express, standard],
      deliveries: parts(
        { quantity: 1, serviceCode: 'EXPRESS' },
        { quantity: 1, line: 1, serviceCode: 'STANDARD' },
      ),
    });
    expect(await kindOf(orderId)).toBe('exported');
    const [first, second] = await under.ofOneStock();
    expect(first).toMatchObject({ delivery: { type: 'EXPRESS' }, shipping_fees: [{ price: 9.9 }] });
    expect(second).toMatchObject({ delivery: { type: 'STANDARD' }, shipping_fees: [{ price: 4.9 }] });
  });

  it('are left to a person where the shop wants that, and sent once somebody says so', async () => {
    await under.configure({ settings: { severalDeliveries: 'leave' } });
    const orderId = await under.place({
      lines,
      shippingLines: [express],
      deliveries: parts(
        { quantity: 1, serviceCode: 'EXPRESS' },
        { quantity: 1, line: 1, methodType: 'LOCAL' },
      ),
    });
    expect(await kindOf(orderId)).toBe('needs_attention');
    expect(await asked()).toEqual([]);
    await under.exports.decide({ shop: under.shop, orderId }, 'several');
    expect(await kindOf(orderId)).toBe('exported');
    expect(await asked()).toHaveLength(2);
  });
});

describe('no unit is asked for twice', () => {
  it('when its fulfillment order is moved, split or merged', async () => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 3 }], shippingLine });
    await under.run(orderId);
    await under.command(orderId, 'split', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    expect(await kindOf(orderId)).toBe('followed');
    await under.command(orderId, 'move', { locationId: LYON });
    expect(await kindOf(orderId)).toBe('followed');
    expect(await asked()).toEqual([['1001', { 'SKU-001': 3 }]]);
  });

  it('when its app is cut off between the deliveries', async () => {
    const orderId = await under.place({
      lines: [{ sku: 'SKU-001', quantity: 2 }],
      shippingLine,
      deliveries: parts({ quantity: 1 }, { quantity: 1, methodType: 'LOCAL' }),
    });
    await under.control({ failure: '500', failingResources: ['orders'] });
    expect((await under.run(orderId)).isErr()).toBe(true);
    await under.control({ failure: 'none' });
    expect(await kindOf(orderId)).toBe('exported');
    expect(await kindOf(orderId)).toBe('followed');
    expect(await asked()).toEqual([
      ['1001', { 'SKU-001': 1 }],
      ['1001-2', { 'SKU-001': 1 }],
    ]);
  });

  it('unless somebody asks for what OneStock removed to be sent again', async () => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 2 }], shippingLine });
    await under.run(orderId);
    await under.door('orders/1001/remove', { itemQuantities: { 'SKU-001': 1 } });
    expect(await kindOf(orderId)).toBe('followed');
    expect((await under.exports.sendAgain({ shop: under.shop, orderId }))._unsafeUnwrap()).toBe(1);
    expect(await kindOf(orderId)).toBe('exported');
    expect((await under.exports.sendAgain({ shop: under.shop, orderId }))._unsafeUnwrap()).toBe(0);
    expect(await kindOf(orderId)).toBe('followed');
    expect(await asked()).toEqual([
      ['1001', { 'SKU-001': 2 }],
      ['1001-2', { 'SKU-001': 1 }],
    ]);
  });
});

describe('a shipping fee that an edit adds', () => {
  it('is borne by the delivery of what was added with it, and by no other', async () => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.run(orderId);
    await under.command(orderId, 'edit', { additions: [{ sku: 'SKU-050', quantity: 1 }] });
    const order = under.shopify.shopify.store.orders.get(orderId);
    const [first] = order?.shippingLines ?? [];
    if (!order || !first) throw new Error('The order has a fee.');
    const added = {
      ...first,
      id: 'gid://shopify/ShippingLine/1',
      code: 'custom',
      title: 'Courier',
      price: 500,
    };
    order.shippingLines.push(added);
    for (let times = 0; times < 2; times++) await under.run(orderId);
    const orders = await under.ofOneStock();
    expect(
      orders.map(({ shipping_fees }) => shipping_fees.map(({ price }: { price: number }) => price)),
    ).toEqual([[4.9], [5]]);
  });
});
