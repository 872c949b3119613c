import { describe, expect, it, vi } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { changesUnderTest, elsewhere, LYON, PARIS } from './changes-under-test.ts';
import { lines, outcome } from './order-under-test.ts';

const { database } = await freshDatabase();
const { under, sent, follow, ofOneStock, groups, difference, removed } = await changesUnderTest(database);

describe('what is removed or refunded in Shopify', () => {
  it('is taken out of OneStock, once, and counts as not asked for', async () => {
    const orderId = await sent();
    await under.command(orderId, 'edit', { quantities: [{ sku: 'SKU-001', quantity: 1 }] });
    await follow(orderId);
    expect(await groups()).toEqual({ 'SKU-001 removed': 1, 'SKU-001 created': 1, 'SKU-002 created': 1 });
    expect(await removed(orderId)).toEqual([1]);
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-002', quantity: 1 }] });
    await follow(orderId);
    expect(await groups()).toEqual({ 'SKU-001 removed': 1, 'SKU-001 created': 1, 'SKU-002 removed': 1 });
    expect(await removed(orderId)).toEqual([2]);
    expect(await under.standing(orderId)).toEqual({});
    expect((await under.notes(orderId)).sort()).toEqual(['exported', 'refunded', 'taken_out', 'taken_out']);
    // It is asked for anew when it comes back.
    await under.command(orderId, 'edit', { quantities: [{ sku: 'SKU-001', quantity: 2 }] });
    await follow(orderId);
    expect((await ofOneStock('1001-2')).order_items).toMatchObject([{ item_id: 'SKU-001', quantity: 1 }]);
  });

  it('is flagged as far as OneStock does not let it go, and so where the shop wants to be asked', async () => {
    const orderId = await sent();
    await under.door('orders/1001/claim', { itemQuantities: { 'SKU-001': 2 } });
    await under.door('orders/1001/groups', { itemQuantities: { 'SKU-001': 1 }, state: 'fulfilled' });
    await under.command(orderId, 'edit', { quantities: [{ sku: 'SKU-001', quantity: 0 }] });
    await follow(orderId);
    expect(await groups()).toEqual({ 'SKU-001 fulfilled': 1, 'SKU-001 removed': 1, 'SKU-002 created': 1 });
    expect(await difference(orderId)).toEqual([
      { code: 'removed_since_sent', params: { pieces: ['1 × SKU-001'] } },
    ]);
    expect(await removed(orderId)).toEqual([1]);
    await under.configure({ settings: { followRemovals: 'ask' } });
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-002', quantity: 1 }] });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      { code: 'refunded_or_removed_since_sent', params: { pieces: ['1 × SKU-001', '1 × SKU-002'] } },
    ]);
    expect(await groups()).toMatchObject({ 'SKU-002 created': 1 });
  });

  it('is kept by another line of the item that came in its place', async () => {
    const orderId = await sent();
    await under.command(orderId, 'edit', {
      quantities: [{ sku: 'SKU-001', quantity: 0 }],
      additions: [{ sku: 'SKU-001', quantity: 2 }],
    });
    await follow(orderId);
    expect(await groups()).toEqual({ 'SKU-001 created': 2, 'SKU-002 created': 1 });
    expect(await under.ofOneStock()).toHaveLength(1);
  });
});

describe('what somebody else fulfils in Shopify while OneStock prepares it', () => {
  it('is for a person, until it is undone or OneStock has it no more', async () => {
    const orderId = await sent();
    await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      { code: 'fulfilled_by_hand', params: { pieces: ['1 × SKU-001'] } },
    ]);
    expect(await groups()).toEqual({ 'SKU-001 created': 2, 'SKU-002 created': 1 });
    await under.door('orders/1001/remove', { itemQuantities: { 'SKU-001': 1 } });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([]);
    expect(await removed(orderId)).toEqual([1]);
  });

  it('leaves OneStock where the shop wants that, and is asked for anew when it is undone', async () => {
    await under.configure({ settings: { fulfilledByHand: 'remove' } });
    const orderId = await sent();
    await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await follow(orderId);
    expect(await groups()).toEqual({ 'SKU-001 created': 1, 'SKU-001 removed': 1, 'SKU-002 created': 1 });
    expect(await under.standing(orderId)).toEqual({});
    expect(await under.notes(orderId)).toEqual(['exported', 'taken_out']);
    await under.command(orderId, 'cancel-fulfillment');
    await follow(orderId);
    expect((await ofOneStock('1001-2')).order_items).toMatchObject([{ item_id: 'SKU-001', quantity: 1 }]);
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is nothing to tell of when OneStock has sent it too', async () => {
    const orderId = await sent();
    await under.door('orders/1001/parcels', { itemQuantities: { 'SKU-001': 2 }, state: 'dispatched' });
    await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 2 }] });
    await follow(orderId);
    expect(await under.standing(orderId)).toEqual({});
  });
});

describe('what is held, moved or changed in Shopify while OneStock prepares it', () => {
  it('is for a person while somebody else holds it', async () => {
    const orderId = await sent();
    await under.command(orderId, 'hold', { reasonNotes: 'Fraud watch', reason: 'HIGH_RISK_OF_FRAUD' });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      { code: 'held_since_sent', params: { pieces: ['2 × SKU-001', '1 × SKU-002'], reason: 'Fraud watch' } },
    ]);
    await under.command(orderId, 'release');
    await follow(orderId);
    expect(await difference(orderId)).toEqual([]);
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('is for a person at a place that is not OneStock’s, and not anywhere else', async () => {
    const orderId = await sent();
    await under.command(orderId, 'move', { locationId: LYON });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([]);
    await under.configure({ settings: { excludedLocations: [LYON] } });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      {
        code: 'moved_to_location',
        params: { pieces: ['2 × SKU-001', '1 × SKU-002'], location: expect.any(String) },
      },
    ]);
    await under.door('orders/1001/remove', {});
    await follow(orderId);
    expect(await difference(orderId)).toEqual([]);
  });

  it('is for a person at another service, and where it is to be picked up elsewhere', async () => {
    const printful = { name: 'Printful', fulfillmentService: { handle: 'printful' } };
    const { body } = await under.shopify.call('POST', '/_control/locations', printful);
    const orderId = await sent();
    await under.command(orderId, 'move', { locationId: body.location.id });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      { code: 'moved_to_service', params: { pieces: ['2 × SKU-001', '1 × SKU-002'], service: 'Printful' } },
    ]);
    for (const [locationId, endpointId] of [
      [PARIS, 'store_paris'],
      [LYON, 'store_lyon'],
    ] as const)
      await database.prisma.locationMapping.create({ data: { shop: under.shop, locationId, endpointId } });
    const collected = await sent({
      deliveries: [
        { locationId: PARIS, lines: [{ line: 0, quantity: 2 }], deliveryMethod: { methodType: 'PICK_UP' } },
      ],
      lines: lines.slice(0, 1),
    });
    await under.command(collected, 'move', { locationId: LYON });
    await follow(collected);
    expect(await difference(collected)).toEqual([
      { code: 'now_picked_up', params: { pieces: ['2 × SKU-001'], location: expect.any(String) } },
    ]);
    expect(await under.ofOneStock()).toHaveLength(2);
  });

  it('is for a person where it is to come by another rate or in another way, and OneStock is not asked again', async () => {
    const shippingLines = [
      { title: 'Livraison standard', code: 'STANDARD', price: 490 },
      { title: 'Livraison express', code: 'EXPRESS', price: 990 },
    ];
    const deliveryMethod = { methodType: 'SHIPPING', serviceCode: 'STANDARD' };
    const orderId = await sent({
      ...{ lines: lines.slice(0, 1), shippingLine: undefined, shippingLines },
      deliveries: [{ locationId: PARIS, lines: [{ line: 0, quantity: 2 }], deliveryMethod }],
    });
    const [fulfillmentOrder] = under.shopify.shopify.store.orders.get(orderId)?.fulfillmentOrders ?? [];
    const method = fulfillmentOrder?.deliveryMethod;
    if (!method) throw new Error('The order is shipped.');
    const pieces = ['2 × SKU-001'];
    Object.assign(method, { serviceCode: 'EXPRESS' });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      { code: 'now_sent_by', params: { pieces, rate: 'Livraison express' } },
    ]);
    Object.assign(method, { methodType: 'LOCAL' });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([{ code: 'now_delivered_locally', params: { pieces } }]);
    Object.assign(method, deliveryMethod);
    await follow(orderId);
    expect(await difference(orderId)).toEqual([]);
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('is no other thing when its fulfillment order is cancelled and replaced, split or merged', async () => {
    const orderId = await sent();
    await under.command(orderId, 'cancel-fulfillment-order');
    await follow(orderId);
    await under.command(orderId, 'split', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await follow(orderId);
    expect(await under.standing(orderId)).toEqual({});
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('stands beside what else differs, in one obstacle', async () => {
    const orderId = await sent();
    await under.control({ orderPatches: { address: 'refused' } });
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.command(orderId, 'hold', { app: 'Fraud watch' });
    await follow(orderId);
    const codes = (await difference(orderId)).map(({ code }) => code);
    expect(codes.filter((code) => code !== 'onestock_said')).toEqual([
      'address_not_taken',
      'fulfilled_by_hand',
      'held_since_sent_unnamed',
    ]);
  });
});

describe('an order of which nothing changed', () => {
  it('is asked of OneStock no more, nor is one of which all that changed was followed', async () => {
    const orderId = await sent();
    await under.command(orderId, 'change', { shippingAddress: elsewhere, tags: ['seen'] });
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await follow(orderId);
    const asked = vi.spyOn(under.gateway, 'readOrder');
    const quiet = under.exportsWith({
      oneStock: {
        ...under.gateway,
        changeOrder: () => {
          throw new Error('OneStock was told something.');
        },
        removeGroups: () => {
          throw new Error('Something was taken out of OneStock.');
        },
        readOrder: asked,
      },
    });
    expect(outcome(await quiet.process(under.shop, orderId, 1))).toEqual({ kind: 'followed' });
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
