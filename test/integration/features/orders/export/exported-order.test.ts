import { errAsync } from 'neverthrow';
import { describe, expect, it } from 'vitest';
import { oneStockError } from '#app/gateways/onestock/errors.ts';
import { freshDatabase } from '#test/support/database.ts';
import { exportsUnderTest } from './exports-under-test.ts';
import { lines, outcome, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await exportsUnderTest(database);

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

  it('is flagged with what is gone when it is edited, no longer when that is undone, and what was added is a further order', async () => {
    await under.configure({ settings: { followRemovals: 'ask' } });
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
    expect(difference).toEqual([{ code: 'removed_since_sent', params: { pieces: ['2 × SKU-001'] } }]);
    const [, added] = await under.ofOneStock();
    expect(added).toMatchObject({ id: '1001-2', order_items: [{ item_id: 'SKU-003', quantity: 4 }] });
  });

  it('has each of its refunds noted once, and what OneStock still has is flagged until it has it no more', async () => {
    await under.configure({ settings: { followRemovals: 'ask' } });
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
