import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { lines, outcome, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

const camille = {
  country: 'FR',
  zip: '31000',
  city: 'Toulouse',
  address1: '1 rue des Lois',
  firstName: 'Camille',
  lastName: 'Martin',
  phone: '+33612345678',
};

describe('an order of a shop that synchronizes orders', () => {
  it('is in OneStock once, with what was bought and where it goes, however often its job runs', async () => {
    await under.control({ refuseUnknownKeys: true });
    const orderId = await under.place({
      lines,
      shippingLine,
      address: camille,
      email: 'camille@example.com',
    });
    for (let times = 0; times < 3; times++) expect((await under.run(orderId)).isOk()).toBe(true);
    const [order, ...others] = await under.ofOneStock();
    expect(others).toEqual([]);
    expect(order).toMatchObject({
      id: '1001',
      types: ['ffs'],
      sales_channel: 'online_store',
      customer: { first_name: 'Camille', last_name: 'Martin', email: 'camille@example.com' },
      delivery: {
        type: 'STANDARD',
        destination: {
          address: { lines: ['1 rue des Lois'], city: 'Toulouse', regions: { country: { code: 'FR' } } },
        },
      },
      delivery_promise: { original_delivery_option: { delivery_method: 'standard' } },
      pricing_details: { currency: 'EUR', price: 64.6 },
      information: { shopify_shop: under.shop, shopify_order_id: orderId, shopify_order_name: '#1001' },
    });
    const record = await under.record(orderId);
    expect(record).toMatchObject({ state: 'exported', causes: null, oneStockOrderId: '1001' });
    expect(record?.items).toMatchObject([
      { itemId: 'SKU-001', quantity: 2, title: 'Cotton T-shirt - navy / S', sku: 'SKU-001' },
      { itemId: 'SKU-002', quantity: 1, title: 'Cotton T-shirt - navy / M' },
    ]);
    expect(JSON.stringify(record?.sent)).not.toMatch(
      /Camille|Martin|Lois|Toulouse|612345678|example\.com|31000/,
    );
    expect(await under.notes(orderId)).toEqual(['exported']);
  });

  it('asks for the item that the checkout asked for, where the SKU was typed with blanks', async () => {
    const orderId = await under.place({ lines, shippingLine });
    const [first] = under.shopify.shopify.store.orders.get(orderId)?.lines ?? [];
    if (!first) throw new Error('no line');
    first.sku = ' SKU-001\u00a0';
    await under.run(orderId);
    expect(await under.ofOneStock()).toMatchObject([
      { order_items: [{ item_id: 'SKU-001' }, { item_id: 'SKU-002' }] },
    ]);
  });

  it('goes with the chaining and the store that belong to its delivery option', async () => {
    await database.prisma.rulesetMapping.createMany({
      data: [
        { shop: under.shop, source: 'rate', key: 'Standard delivery', rulesetChainingId: 'by_name' },
        { shop: under.shop, source: 'option', key: 'STANDARD', rulesetChainingId: 'by_option' },
      ],
    });
    const orderId = await under.place({ lines, shippingLine });
    const elsewhere = await under.place({ lines, shippingLine: { ...shippingLine, code: 'custom' } });
    await under.run(orderId);
    await under.run(elsewhere);
    const chainings = (await under.ofOneStock()).map((order) => order.original_ruleset_chaining_id);
    expect(chainings).toEqual(['by_option', 'by_name']);
  });

  it('that is picked up at a location is collected at the endpoint that the location is', async () => {
    const locationId = under.shopify.shopify.store.locations[0]?.id ?? '';
    const deliveries = [
      { locationId, lines: [{ line: 0, quantity: 2 }], deliveryMethod: { methodType: 'PICK_UP' } },
    ];
    const orderId = await under.place({ lines: lines.slice(0, 1), deliveries, address: null });
    expect(outcome(await under.run(orderId))).toEqual({
      kind: 'needs_attention',
      code: 'pick_up_location_unmapped',
    });
    expect(await under.standing(orderId)).toMatchObject({
      export: [{ params: { pieces: [expect.stringMatching(/^2 × \w/)], location: expect.any(String) } }],
    });
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId, endpointId: 'store_paris' },
    });
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    const [order] = await under.ofOneStock();
    expect(order).toMatchObject({
      types: ['ffs', 'ckc'],
      delivery: { destination: { endpoint_id: 'store_paris' } },
    });
  });

  it('of which a page of deliveries comes before the pick-up is collected all the same', async () => {
    const locationId = under.shopify.shopify.store.locations[0]?.id ?? '';
    const delivery = (methodType: string, quantity: number) => ({
      locationId,
      lines: [{ line: 0, quantity }],
      deliveryMethod: { methodType },
    });
    const shipped = Array.from({ length: 10 }, () => delivery('SHIPPING', 1));
    const orderId = await under.place({
      lines: [{ sku: 'SKU-001', quantity: 12 }],
      deliveries: [...shipped, delivery('PICK_UP', 2)],
      shippingLine,
    });
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId, endpointId: 'store_paris' },
    });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    const [shippedThere, collected] = await under.ofOneStock();
    expect(shippedThere).toMatchObject({ id: '1001', types: ['ffs'], order_items: [{ quantity: 10 }] });
    expect(collected).toMatchObject({
      ...{ id: '1001-2', order_items: [{ quantity: 2 }] },
      delivery: { destination: { endpoint_id: 'store_paris' } },
    });
  });

  it('of more lines than a page holds is sent whole', async () => {
    const many = Array.from({ length: 90 }, (_, at) => ({
      sku: `SKU-${String(at + 1).padStart(3, '0')}`,
      quantity: 1 + (at % 3),
    }));
    const orderId = await under.place({ lines: many, shippingLine });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    const [order] = await under.ofOneStock();
    const sent = order.order_items.map((item: { item_id: string; quantity: number }) => ({
      sku: item.item_id,
      quantity: item.quantity,
    }));
    expect(sent).toEqual(many);
  });

  it('of a shop whose switch is off stays out of OneStock', async () => {
    await under.configure({ syncsOrders: false });
    const orderId = await under.place({ lines, shippingLine });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'off' });
    expect(await under.ofOneStock()).toEqual([]);
    expect(await under.record(orderId)).toBeNull();
  });

  it('placed before the switch was turned on is left alone unless somebody asks for it', async () => {
    await under.configure({ syncsOrdersSince: new Date(Date.now() + 60_000) });
    const orderId = await under.place({ lines, shippingLine });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'left_out' });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'decided' });
    expect(await under.ofOneStock()).toEqual([]);
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('that waits when the switch is turned off and on again is sent all the same', async () => {
    const failing = await under.place({ lines, shippingLine });
    await under.control({ failure: '500', failingResources: ['orders'] });
    expect((await under.run(failing)).isErr()).toBe(true);
    await under.control({ failure: 'none' });
    await under.configure({ syncMoment: 'paid' });
    const unpaid = await under.place({ lines, shippingLine, financialStatus: 'PENDING' });
    expect(outcome(await under.run(unpaid))).toEqual({ kind: 'waiting' });
    await under.configure({ syncsOrdersSince: new Date(Date.now() + 60_000) });
    await under.command(unpaid, 'pay');
    for (const orderId of [failing, unpaid])
      expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
  });

  it('is sent when it is paid, where the shop wants that', async () => {
    await under.configure({ syncMoment: 'paid' });
    const orderId = await under.place({ lines, shippingLine, financialStatus: 'PENDING' });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'waiting' });
    expect(await under.ofOneStock()).toEqual([]);
    await under.command(orderId, 'pay');
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('with nothing to ship, or cancelled before it was sent, is left out', async () => {
    const card = { title: 'Gift card', unitPrice: 5000, isGiftCard: true, requiresShipping: false };
    const gift = await under.place({ lines: [card] });
    const cancelled = await under.place({ lines, shippingLine });
    await under.command(cancelled, 'cancel');
    expect(outcome(await under.run(gift))).toEqual({ kind: 'left_out' });
    expect(outcome(await under.run(cancelled))).toEqual({ kind: 'left_out' });
    expect(await under.ofOneStock()).toEqual([]);
  });
});
