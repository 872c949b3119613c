import { errAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { oneStockError } from '#app/gateways/onestock/errors.ts';
import { causesText } from '#app/words/say.ts';
import { speakWords } from '#app/words/speak.ts';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };
const lines = [
  { sku: 'SKU-001', quantity: 2 },
  { sku: 'SKU-002', quantity: 1 },
];
const camille = {
  country: 'FR',
  zip: '31000',
  city: 'Toulouse',
  address1: '1 rue des Lois',
  firstName: 'Camille',
  lastName: 'Martin',
  phone: '+33612345678',
};

function outcome(result: Awaited<ReturnType<typeof under.run>>) {
  return result._unsafeUnwrap().exported;
}

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
    expect(JSON.stringify(record?.sent)).not.toMatch(/Camille|Martin|Lois|Toulouse|612345678|example\.com/);
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
      code: 'pick_up_unmapped',
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
    const [order] = await under.ofOneStock();
    expect(order.delivery.destination).toMatchObject({ endpoint_id: 'store_paris' });
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

describe('an order that OneStock does not take', () => {
  it('with a line that OneStock cannot know needs attention, and is not tried again by itself', async () => {
    const custom = { title: 'Engraving', unitPrice: 500, quantity: 1 };
    const orderId = await under.place({ lines: [...lines, custom], shippingLine, draft: true });
    expect(outcome(await under.run(orderId))).toMatchObject({ code: 'item_without_sku' });
    expect(await under.standing(orderId)).toEqual({
      export: [{ code: 'item_without_sku', params: { title: 'Engraving' } }],
    });
    // Nothing comes of another event: a person decides.
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'decided' });
  });

  it('is told by its item, or by the sales channel that is missing', async () => {
    await under.configure({ itemIdSource: 'variant_id' });
    const unknown = await under.place({ lines, shippingLine });
    expect(outcome(await under.run(unknown))).toMatchObject({ kind: 'needs_attention' });
    expect((await under.standing(unknown)).export).toMatchObject([
      { code: 'not_taken.unknown_item', params: { id: expect.stringMatching(/^\d+$/) } },
      ...[{ code: 'onestock_said' }, { code: 'order_not_created' }],
      ...[{ code: 'not_taken_remedy.unknown_item' }, { code: 'then_synchronize_again' }],
      { code: 'onestock_request' },
    ]);
    expect(await under.notes(unknown)).toEqual(['refused']);

    under.connected.account = {
      ...(under.connected.account as never as object),
      salesChannel: null,
    } as never;
    const channelless = await under.place({ lines, shippingLine });
    expect(outcome(await under.run(channelless))).toMatchObject({ code: 'sales_channel_missing' });
    expect(await under.ofOneStock()).toEqual([]);
  });

  it('because the site has somebody else’s order under its id is never taken for it', async () => {
    const orderId = await under.place({ lines, shippingLine });
    const name = under.shopify.shopify.store.orders.get(orderId)?.name.slice(1) ?? '';
    const theirs = {
      id: name,
      types: ['ffs'],
      date: 1_770_000_000,
      sales_channel: 'online_store',
      customer: { last_name: 'Somebody' },
      delivery: { destination: {} },
      pricing_details: { currency: 'EUR', price: 1 },
      order_items: [{ id: 'a', item_id: 'SKU-003', quantity: 1 }],
    };
    const { account } = under.connected.account as NonNullable<typeof under.connected.account>;
    expect((await under.gateway.createOrder(account, theirs)).isOk()).toBe(true);
    expect(outcome(await under.run(orderId))).toMatchObject({ code: 'export_id_taken' });
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting', oneStockOrderId: null });
    expect(await under.standing(orderId)).toMatchObject({ export: [{ code: 'export_id_taken' }] });

    await under.configure({ settings: { orderIdPrefix: 'FR-' } });
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    expect((await under.ofOneStock()).map(({ id }) => id)).toEqual([name, `FR-${name}`]);
  });

  it('is tried again while OneStock fails, and rests after the tenth time', async () => {
    await under.control({ failure: '500' });
    const orderId = await under.place({ lines, shippingLine });
    expect((await under.run(orderId, 6))._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_failed' });
    expect(await under.record(orderId)).toMatchObject({
      state: 'waiting',
      causes: [{ code: 'onestock_failed' }, { code: 'order_maybe_created' }],
    });
    expect(outcome(await under.run(orderId, 10))).toMatchObject({ code: 'onestock_failed' });
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting', causes: null });
    expect(await under.standing(orderId)).toEqual({
      export: [{ code: 'onestock_failed' }, { code: 'order_maybe_created' }],
    });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'decided' });
    await under.control({ failure: 'none' });
    await under.exports.resynchronize(under.shop, [orderId]);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
  });
});

describe('an order that Shopify does not let the app read', () => {
  it('needs attention, and says what that means and what to do', async () => {
    const unread = await under.place({ lines, shippingLine });
    await under.shopify.call('POST', '/_control', { protectedCustomerData: false });
    expect(outcome(await under.run(unread, 10))).toMatchObject({ kind: 'needs_attention' });
    await under.shopify.call('POST', '/_control', { protectedCustomerData: true });
    const { export: causes = [] } = await under.standing(unread);
    expect(causesText(speakWords('en'), causes)).toBe(
      'Shopify refused it. Check that the app has every permission it asks for. ' +
        'The order is not in OneStock, so nobody is asked to prepare it. Once the problem is solved, synchronize the order again.',
    );
  });
});

describe('an account that OneStock refuses', () => {
  it('has its orders wait until it is corrected, none for a person of its own', async () => {
    const orderId = await under.place({ lines, shippingLine });
    const working = under.connected.account;
    if (working) under.connected.account = { ...working, account: { ...working.account, password: 'old' } };
    expect((await under.run(orderId, 6))._unsafeUnwrapErr()).toMatchObject({ retryable: true });
    expect(await under.record(orderId)).toMatchObject({ state: 'waiting' });
    under.connected.account = working;
    expect(outcome(await under.run(orderId, 7))).toEqual({ kind: 'exported' });
    expect(await under.record(orderId)).toMatchObject({ causes: null });
  });
});

describe('an order that OneStock has', () => {
  it('goes on to say what it was sent with, however it is cut into deliveries since', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    const where = { shop_orderId: { shop: under.shop, orderId } };
    const metafields = () => under.shopify.shopify.store.metafields.of(orderId);
    const [before, sent] = [await database.prisma.orderPromise.findUniqueOrThrow({ where }), metafields()];
    const [group] = before.groups as object[];
    await database.prisma.orderPromise.update({
      where,
      data: { groups: [{ ...group, fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1' }] },
    });
    await under.control({ cutoffInSeconds: 800_000 });
    await under.run(orderId);
    const after = await database.prisma.orderPromise.findUniqueOrThrow({ where });
    expect(after.groups).toEqual([{ ...group, fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1' }]);
    expect(metafields()).toEqual(sent);
  });

  it('is taken out of OneStock when it is cancelled in Shopify, but for what has left', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    await under.door('orders/1001/claim', { itemQuantities: { 'SKU-002': 1 } });
    await under.door('orders/1001/groups', { itemQuantities: { 'SKU-002': 1 }, state: 'fulfilled' });
    await under.command(orderId, 'cancel');
    for (let times = 0; times < 2; times++) {
      expect(outcome(await under.run(orderId))).toEqual({ kind: 'followed' });
    }
    const [order] = await under.ofOneStock();
    expect(order.line_item_groups).toMatchObject([
      { item_id: 'SKU-001', state: 'removed', quantity: 2 },
      { item_id: 'SKU-002', state: 'fulfilled', quantity: 1 },
    ]);
    expect(await under.standing(orderId)).toEqual({
      difference: [{ code: 'cancelled_but_kept', params: { pieces: 1 } }],
    });
    expect(await under.notes(orderId)).toEqual(['exported', 'cancelled']);
  });

  it('needs attention while its cancellation cannot be followed, and none once it is', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    await under.command(orderId, 'cancel');
    const working = under.connected.account;
    if (working) under.connected.account = { ...working, account: { ...working.account, password: 'old' } };
    expect((await under.run(orderId)).isErr()).toBe(true);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported' });
    expect(outcome(await under.run(orderId, 10))).toMatchObject({ kind: 'needs_attention' });
    expect(await under.standing(orderId)).toMatchObject({
      export: [
        ...[{ code: 'cancelled_not_removed' }, { code: 'onestock_credentials_refused' }],
        { code: 'onestock_said' },
      ],
    });
    under.connected.account = working;
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'followed' });
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', causes: null });
    expect(await under.standing(orderId)).toEqual({});
  });

  it('says no more that its cancellation was not followed, though OneStock refused it twice within a minute in other words', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    await under.command(orderId, 'cancel');
    const refusing = (vendorMessage: string) => {
      const refusal = oneStockError('onestock_refused', 'line_item_groups', { vendorMessage });
      const oneStock = { ...under.gateway, removeGroups: () => errAsync(refusal) };
      return under.exportsWith({ oneStock });
    };
    for (const said of ['Locked by a store.', 'Locked by another store.']) {
      const processed = await refusing(said).process(under.shop, orderId, 1);
      expect(outcome(processed)).toEqual({ kind: 'needs_attention', code: 'onestock_refused' });
    }
    const notRemoved = { code: 'cancelled_not_removed' };
    expect(await under.standing(orderId)).toMatchObject({
      export: [
        notRemoved,
        { code: 'onestock_refused' },
        { code: 'onestock_said', params: { said: 'Locked by another store.' } },
      ],
    });
    expect((await under.notes(orderId)).sort()).toEqual(['exported', 'refused', 'refused']);

    expect(outcome(await under.run(orderId))).toEqual({ kind: 'followed' });
    expect(await under.standing(orderId)).toEqual({});
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', causes: null });
  });

  it('stays in OneStock when it is cancelled, where the shop wants that', async () => {
    await under.configure({ settings: { removeOnCancel: false } });
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    await under.command(orderId, 'cancel');
    await under.run(orderId);
    const [order] = await under.ofOneStock();
    expect(order.line_item_groups.map(({ state }: { state: string }) => state)).toEqual([
      'created',
      'created',
    ]);
    expect(await under.standing(orderId)).toEqual({ difference: [{ code: 'cancelled_and_left_alone' }] });
  });

  it('is flagged with what differs when it is edited, and no longer when the edit is undone', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    const edit = (quantity: number, additions: object[] = []) =>
      under.command(orderId, 'edit', { quantities: [{ sku: 'SKU-001', quantity }], additions });
    await edit(1);
    await under.run(orderId);
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual({
      difference: [{ code: 'removed_since_sent', params: { pieces: ['1 × SKU-001'] } }],
    });
    expect(await under.notes(orderId)).toEqual(['exported', 'edited']);
    await edit(2);
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual({});
    await edit(0, [{ sku: 'SKU-003', quantity: 4 }]);
    await under.run(orderId);
    const { difference } = await under.standing(orderId);
    expect(difference).toEqual([
      { code: 'removed_since_sent', params: { pieces: ['2 × SKU-001'] } },
      { code: 'added_since_sent', params: { pieces: ['4 × SKU-003'] } },
    ]);
  });

  it('has each of its refunds noted once, and what OneStock still has is flagged until it has it no more', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    const { oneStockOrderId } = (await under.record(orderId)) ?? {};
    const refund = () => under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await refund();
    await under.run(orderId);
    const refunded = (pieces: string) => ({
      difference: [{ code: 'refunded_since_sent', params: { pieces: [pieces] } }],
    });
    expect(await under.standing(orderId)).toEqual(refunded('1 × SKU-001'));
    await refund();
    await under.run(orderId);
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual(refunded('2 × SKU-001'));
    const kinds = (await under.notes(orderId)).sort();
    expect(kinds).toEqual(['differs', 'differs', 'exported', 'refunded', 'refunded']);

    await under.door(`orders/${oneStockOrderId}/remove`, { itemQuantities: { 'SKU-001': 2 } });
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is not flagged for a refund of what has left, or of what OneStock had taken out first', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.run(orderId);
    const { oneStockOrderId } = (await under.record(orderId)) ?? {};
    await under.door(`orders/${oneStockOrderId}/parcels`, {
      itemQuantities: { 'SKU-001': 2 },
      state: 'dispatched',
    });
    await under.door(`orders/${oneStockOrderId}/remove`, { itemQuantities: { 'SKU-002': 1 } });
    await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 2 }] });
    await under.command(orderId, 'refund', {
      lines: [
        { sku: 'SKU-001', quantity: 1, restockType: 'RETURN' },
        { sku: 'SKU-002', quantity: 1 },
      ],
    });
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual({});
    expect(await under.notes(orderId)).toContain('refunded');
  });
});
