import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { outcome, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

const PARIS = 'gid://shopify/Location/7100000000002';
const LYON = 'gid://shopify/Location/7100000000003';

interface Part {
  quantity: number;
  line?: number;
  methodType?: string;
  serviceCode?: string;
  locationId?: string;
  fulfillAt?: string;
}

/** Fulfillment orders, each of some pieces of one line. */
function parts(...given: Part[]) {
  return given.map(({ quantity, line = 0, methodType, serviceCode, locationId = PARIS, fulfillAt }) => ({
    locationId,
    lines: [{ line, quantity }],
    deliveryMethod: { methodType: methodType ?? 'SHIPPING', ...(serviceCode && { serviceCode }) },
    ...(fulfillAt && { fulfillAt }),
  }));
}

const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString();

/** What OneStock was asked for: each order with its items. */
async function asked() {
  return (await under.ofOneStock()).map(({ id, order_items }) => [
    id,
    Object.fromEntries(
      order_items.map(({ item_id, quantity }: { item_id: string; quantity: number }) => [item_id, quantity]),
    ),
  ]);
}

async function causes(orderId: OrderId) {
  return (await under.record(orderId))?.causes;
}

const kindOf = async (orderId: OrderId) => outcome(await under.run(orderId))?.kind;

beforeEach(async () => {
  await database.pool.query('delete from fulfillment_intent; delete from location_mapping');
});

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

describe('what waits', () => {
  it('for a hold of another app is sent when it is released, with what was added meanwhile', async () => {
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.command(orderId, 'hold', { app: 'Upsell', reasonNotes: 'Awaiting post-purchase offer' });
    expect(await kindOf(orderId)).toBe('waiting');
    expect(await causes(orderId)).toEqual([
      { code: 'awaits_hold', params: { reason: 'Awaiting post-purchase offer' } },
    ]);
    expect((await under.record(orderId))?.revisitAt).not.toBeNull();
    await under.command(orderId, 'edit', {
      additions: [{ sku: 'SKU-050', quantity: 1 }],
      marksEdited: false,
    });
    await under.command(orderId, 'release');
    for (let times = 0; times < 2; times++) await under.run(orderId);
    const orders = await asked();
    expect(orders).toEqual([['1001', { 'SKU-001': 1, 'SKU-050': 1 }]]);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', causes: null, revisitAt: null });
  });

  it('for its day is asked for when it opens, each once, however often the order is looked at', async () => {
    const orderId = await under.place({
      lines: [{ sku: 'SKU-003', quantity: 3 }],
      shippingLine,
      deliveries: parts(
        { quantity: 1 },
        { quantity: 1, fulfillAt: inDays(30) },
        { quantity: 1, fulfillAt: inDays(60) },
      ),
    });
    expect(await kindOf(orderId)).toBe('exported');
    expect(await kindOf(orderId)).toBe('followed');
    expect(await asked()).toEqual([['1001', { 'SKU-003': 1 }]]);
    expect(await causes(orderId)).toMatchObject([{ code: 'opens_on' }, { code: 'opens_on' }]);
    await under.command(orderId, 'open');
    expect(await kindOf(orderId)).toBe('exported');
    expect(await kindOf(orderId)).toBe('followed');
    expect(await asked()).toEqual([
      ['1001', { 'SKU-003': 1 }],
      ['1001-2', { 'SKU-003': 1 }],
    ]);
    const [first, second] = await under.ofOneStock();
    expect(first.pricing_details.price + second.pricing_details.price).toBeCloseTo(
      first.pricing_details.price * 2 - 4.9,
    );
    expect(second.shipping_fees ?? []).toEqual([]);
  });

  it('as the shop wants it is sent afterwards, but never past its cut-off', async () => {
    await under.configure({ settings: { waitMinutes: 30 } });
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    expect(await kindOf(orderId)).toBe('waiting');
    expect(await causes(orderId)).toMatchObject([{ code: 'sent_at' }]);
    expect(await asked()).toEqual([]);
    await under.control({ cutoffInSeconds: 60 });
    const hurried = await under.place({ lines: [{ sku: 'SKU-005', quantity: 1 }], shippingLine });
    expect(await kindOf(hurried)).toBe('exported');
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(await kindOf(orderId)).toBe('exported');
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

describe('what waited past its cut-off', () => {
  const promised = async () => {
    await under.control({ cutoffInSeconds: 3_600 });
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.command(orderId, 'hold', { reasonNotes: 'Fraud review' });
    expect(await kindOf(orderId)).toBe('waiting');
    // As if the shopper had been told two days ago.
    const where = { shop_orderId: { shop: under.shop, orderId } };
    const { groups } = await database.prisma.orderPromise.findUniqueOrThrow({ where });
    const [group] = groups as { promise: { cutoff: number; eta_start: number; eta_end: number } }[];
    const earlier = (seconds: number) => seconds - 2 * 24 * 3600;
    const told = {
      ...group?.promise,
      cutoff: earlier(group?.promise.cutoff ?? 0),
      eta_start: earlier(group?.promise.eta_start ?? 0),
      eta_end: earlier(group?.promise.eta_end ?? 0),
    };
    await database.prisma.orderPromise.update({ where, data: { groups: [{ ...group, promise: told }] } });
    const order = under.shopify.shopify.store.orders.get(orderId);
    if (order) order.createdAt = new Date(Date.now() - 2 * 24 * 3600_000);
    await database.prisma.shop.updateMany({ data: { syncsOrdersSince: new Date(0) } });
    await under.command(orderId, 'release');
    return { orderId, told };
  };

  it('is sent with what the shopper was told and what OneStock can keep, and says that it comes later', async () => {
    const { orderId, told } = await promised();
    expect(await kindOf(orderId)).toBe('exported');
    const [order] = await under.ofOneStock();
    const { original_delivery_option: original, sent_delivery_option: sent } = order.delivery_promise;
    expect(sent).toEqual({ eta_start: told.eta_start, eta_end: told.eta_end });
    expect(original.eta_end).toBeGreaterThan(told.eta_end);
    expect(await under.standing(orderId)).toEqual({
      lateness: [{ code: 'late_after_hold', params: { reason: 'Fraud review' } }],
    });
    const metafields = under.shopify.shopify.store.metafields.of(orderId);
    const written = metafields.find(({ key }: { key: string }) => key === 'delivery_promise');
    expect(JSON.parse(written?.value ?? '[]')).toEqual([told]);
  });

  it('is sent only once a person agrees, where the shop wants that', async () => {
    await under.configure({ settings: { whenLate: 'ask' }, syncsOrdersSince: new Date(0) });
    const { orderId } = await promised();
    expect(await kindOf(orderId)).toBe('needs_attention');
    expect(await asked()).toEqual([]);
    await under.exports.decide({ shop: under.shop, orderId }, 'late');
    expect(await kindOf(orderId)).toBe('exported');
  });
});
