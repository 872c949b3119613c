import { describe, expect, it } from 'vitest';
import { orderSubject } from '#app/features/orders/shape.ts';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest } from './convergence-under-test.ts';
import { lines, shippingLine, toldInShopify, tracking } from './told-in-shopify.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge, told } = toldInShopify(under);

describe('an order that OneStock runs', () => {
  it('is fulfilled by the parcel that left, with its tracking, and held where something will not come', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, {
      itemQuantities: { 'SKU-001': 1 },
      state: 'dispatched',
      ...tracking,
    });
    await under.door(`orders/${id}/remove`, { itemQuantities: { 'SKU-002': 1 }, reason: 'damaged' });

    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 2, closed: false });
    expect(told(orderId)).toEqual({ fulfilments: ['1 SKU-001'], held: ['1 SKU-002'] });
    const order = under.order(orderId);
    expect(order.fulfillments[0]?.tracking).toEqual([
      { company: 'Colissimo', number: '6A123', url: 'https://example.com/6A123' },
    ]);
    const [hold] = order.fulfillmentOrders.flatMap(({ holds }) => holds);
    expect(hold).toMatchObject({
      handle: expect.stringMatching(/^onestock-\d+$/),
      reasonNotes: 'OneStock will not send 1 × SKU-002 (removed, damaged).',
    });
    expect(await under.facts(orderId, 'fulfilled')).toEqual([
      expect.objectContaining({ trackingNumber: '6A123', fulfillmentId: order.fulfillments[0]?.id }),
    ]);
    expect(await under.facts(orderId, 'held')).toHaveLength(1);

    const after = structuredClone(order.fulfillmentOrders);
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 0, closed: false });
    expect(under.order(orderId).fulfillmentOrders).toEqual(after);
    const record = await under.record(orderId);
    expect(record).toMatchObject({ state: 'exported', causes: null, oneStockState: 'claimed' });
    expect(await under.standing(orderId)).toEqual({});
    expect(record?.compareAt?.getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
  });

  it('is the same whether OneStock answers in groups or in units', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-002': 2 }, state: 'dispatched' });
    await under.door(`orders/${id}/remove`, { itemQuantities: { 'SKU-001': 1 } });
    await under.control({ orderReadForm: 'line_items' });
    await converge(orderId);
    await under.control({ orderReadForm: 'groups' });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 0 });
    expect(told(orderId)).toEqual({ fulfilments: ['2 SKU-002'], held: ['1 SKU-001'] });
  });

  it('is held no more when the item comes back', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/remove`, { itemQuantities: { 'SKU-002': 2 } });
    await converge(orderId);
    expect(told(orderId).held).toEqual(['2 SKU-002']);

    await under.door(`orders/${id}/bring-back`, { itemQuantities: { 'SKU-002': 2 } });
    await converge(orderId);
    expect(told(orderId).held).toEqual([]);
    expect(await under.notes(orderId)).toEqual(['exported', 'held', 'released']);
  });

  it('keeps the holds of others, and waits for them with words for the merchant', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.command(orderId, 'hold', { app: 'Fraud watch', reason: 'HIGH_RISK_OF_FRAUD' });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 2 }, state: 'dispatched' });

    expect(await converge(orderId)).toMatchObject({
      kind: 'blocked',
      changes: 0,
      causes: [{ code: 'parcel_on_hold' }],
    });
    expect(await under.record(orderId)).toMatchObject({ state: 'exported' });
    expect(await under.standing(orderId)).toEqual({
      comparison: [
        { code: 'parcel_on_hold', params: { parcel: expect.any(String), pieces: ['2 × SKU-001'] } },
      ],
    });
    expect(under.order(orderId).fulfillmentOrders[0]?.holds).toHaveLength(1);

    await under.command(orderId, 'release');
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', causes: null });
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is closed when OneStock is done with it and nothing is left, and opened again by what still happens', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.door(`orders/${id}/remove`, {});
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 1, closed: true });
    expect(await under.record(orderId)).toMatchObject({
      state: 'closed',
      compareAt: null,
      oneStockState: 'removed',
    });

    await under.door(`orders/${id}/bring-back`, {});
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 1, closed: false });
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', closedAt: null });
    expect(told(orderId).held).toEqual([]);
  });

  it('moves to the mapped location before it is fulfilled, where that is asked for', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    const [, elsewhere] = under.shopify.shopify.store.locations.filter(({ isActive }) => isActive);
    const locationId = elsewhere?.id ?? '';
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId, endpointId: 'store_lyon' },
    });
    await under.configure({ settings: { whereFulfilled: 'mapped' } });
    await under.door(`orders/${id}/parcels`, {
      itemQuantities: { 'SKU-001': 1 },
      endpointId: 'store_lyon',
      state: 'dispatched',
    });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 2 });
    expect(under.order(orderId).fulfillments).toMatchObject([{ locationId }]);
    expect(told(orderId).fulfilments).toEqual(['1 SKU-001']);
  });

  it('is not closed while a parcel of it is in a state that the settings do not know', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.configure({ settings: { shippedParcelStates: ['dispatched'] } });
    await under.door(`orders/${id}/parcels`, { state: 'delivered', ...tracking });
    expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'parcel_state_unknown' }] });
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', oneStockState: 'fulfilled' });
    expect(await under.standing(orderId)).toMatchObject({ comparison: [{ code: 'parcel_state_unknown' }] });

    await under.configure({ settings: { shippedParcelStates: ['dispatched', 'delivered'] } });
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 1, closed: true });
  });

  it('is fulfilled by a parcel that had arrived before anybody looked', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    const itemQuantities = { 'SKU-001': 1 };
    await under.door(`orders/${id}/parcels`, { id: 'p1', itemQuantities, state: 'dispatched' });
    await under.door(`orders/${id}/parcels/p1`, { state: 'delivered' });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    expect(told(orderId).fulfilments).toEqual(['1 SKU-001']);
  });

  it('is left alone while the shop does not synchronize, and caught up with afterwards', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    await under.configure({ syncsOrders: false });
    expect(await converge(orderId)).toEqual({ kind: 'left_alone' });
    expect(told(orderId).fulfilments).toEqual([]);

    await under.configure({ syncsOrders: true });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
  });

  it('of two hundred lines is held by one call when OneStock removes it whole', async () => {
    const many = Array.from({ length: 201 }, (_, at) => ({
      sku: `SKU-${String(at + 1).padStart(3, '0')}`,
      quantity: 1,
    }));
    const { orderId, id } = await under.export({ lines: many, shippingLine });
    await under.door(`orders/${id}/state`, { to: 'removed' });
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 1, closed: true });
    expect(told(orderId).held).toHaveLength(201);

    await under.door(`orders/${id}/bring-back`, { itemQuantities: { 'SKU-007': 1 } });
    await converge(orderId);
    expect(told(orderId).held).toHaveLength(200);
  });

  it('is fulfilled without what was refunded, and closed all the same, with the shortfall on its timeline', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.door(`orders/${id}/parcels`, { id: 'p1', state: 'dispatched', ...tracking });
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 1, closed: true });
    expect(told(orderId).fulfilments).toEqual(['1 SKU-001 2 SKU-002']);
    expect(await under.record(orderId)).toMatchObject({ state: 'closed', causes: null });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 0 });
    expect(await under.facts(orderId, 'shortfall')).toEqual([
      { parcelId: 'p1', lines: [{ lineItemId: under.order(orderId).lines[0]?.id, quantity: 1 }] },
    ]);
  });

  it('of which more is fulfilled than Shopify tells is left to a person', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-001', quantity: 252 }], shippingLine });
    for (let made = 0; made < 251; made++)
      await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    expect(await converge(orderId)).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'order_too_large' },
    });
    expect(under.order(orderId).fulfillments).toHaveLength(251);
    expect(await under.standing(orderId)).toMatchObject({
      comparison: [{ code: 'order_too_large', params: { count: 251, told: 250 } }],
    });
  });

  it('asks for attention when OneStock has it no more, and keeps an obstacle that is not of the comparison', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    const another = {
      subject: orderSubject(orderId),
      source: 'export',
      causes: [{ code: 'another' }],
    } as const;
    await under.obstacles.raise(under.shop, { ...another, severity: 'critical', remedies: ['retry'] });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged' });
    expect(await under.standing(orderId)).toEqual({ export: another.causes });

    await database.prisma.orderDelivery.updateMany({ data: { oneStockOrderId: 'gone' } });
    expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'onestock_order_missing' }] });
    expect(await under.standing(orderId)).toMatchObject({
      comparison: [{ code: 'onestock_order_missing' }],
      export: another.causes,
    });
  });

  it('comes again while OneStock does not answer, and asks for attention at last', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    await under.control({ failure: '500' });
    expect((await under.converge(orderId, 9))._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_failed' });
    expect(await under.record(orderId)).toMatchObject({ state: 'exported' });
    expect((await under.converge(orderId, 10))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    expect(await under.standing(orderId)).toEqual({
      comparison: [{ code: 'onestock_failed' }, { code: 'order_may_differ' }],
    });

    await under.control({ failure: 'none' });
    await converge(orderId);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', causes: null });
    expect(await under.standing(orderId)).toEqual({});
  });
});
