import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest, Killer } from './convergence-under-test.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);

const shippingLine = { title: 'Standard delivery', code: 'STANDARD', price: 490 };
const lines = [
  { sku: 'SKU-001', quantity: 2 },
  { sku: 'SKU-002', quantity: 2 },
];
const tracking = {
  carrier: { name: 'Colissimo' },
  trackingCode: '6A123',
  trackingLink: 'https://example.com/6A123',
};

type OrderId = Awaited<ReturnType<typeof under.export>>['orderId'];

async function converge(orderId: OrderId) {
  return (await under.converge(orderId))._unsafeUnwrap();
}

/** What Shopify's order tells: fulfilled and held pieces by SKU. */
function told(orderId: OrderId) {
  const order = under.order(orderId);
  const sku = (lineId: string) => order.lines.find(({ id }) => id === lineId)?.sku;
  return {
    fulfilments: order.fulfillments.map(({ lines: fulfilled }) =>
      fulfilled.map(({ orderLineId, quantity }) => `${quantity} ${sku(orderLineId)}`).join(' '),
    ),
    held: order.fulfillmentOrders
      .filter(({ holds }) => holds.some(({ app }) => app === null))
      .flatMap((each) => each.lines.filter(({ remainingQuantity }) => remainingQuantity > 0))
      .map((line) => `${line.remainingQuantity} ${sku(line.orderLineId)}`),
  };
}

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
    expect(record).toMatchObject({ state: 'exported', reason: null, oneStockState: 'claimed' });
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
      obstacles: [{ code: 'parcel_on_hold' }],
    });
    expect(await under.record(orderId)).toMatchObject({
      state: 'needs_attention',
      reason: expect.stringContaining('2 × SKU-001 of it is on hold in Shopify'),
      reasonCauses: [
        { code: 'parcel_on_hold', params: { parcel: expect.any(String), pieces: ['2 × SKU-001'] } },
      ],
    });
    expect(under.order(orderId).fulfillmentOrders[0]?.holds).toHaveLength(1);

    await under.command(orderId, 'release');
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    const rest = { state: 'exported', reason: null, reasonCauses: null };
    expect(await under.record(orderId)).toMatchObject(rest);
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
    expect(await converge(orderId)).toMatchObject({ obstacles: [{ code: 'parcel_state_unknown' }] });
    expect(await under.record(orderId)).toMatchObject({
      state: 'needs_attention',
      oneStockState: 'fulfilled',
    });

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
    expect(await under.record(orderId)).toMatchObject({ state: 'closed', reason: null });
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
    expect((await under.record(orderId))?.reason).toMatch(/ has 251 fulfillments, .* no more than 250 /);
  });

  it('asks for attention when OneStock has it no more, and keeps a reason that is not of the comparison', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    await database.prisma.orderExport.updateMany({ data: { state: 'needs_attention', reason: 'Another.' } });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged' });
    expect(await under.record(orderId)).toMatchObject({ state: 'needs_attention', reason: 'Another.' });

    await database.prisma.orderExport.updateMany({ data: { state: 'exported', oneStockOrderId: 'gone' } });
    expect(await converge(orderId)).toMatchObject({ obstacles: [{ code: 'onestock_order_missing' }] });
    expect(await under.record(orderId)).toMatchObject({ state: 'needs_attention' });
  });

  it('comes again while OneStock does not answer, and asks for attention at last', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    await under.control({ failure: '500' });
    expect((await under.converge(orderId, 9))._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_failed' });
    expect(await under.record(orderId)).toMatchObject({ state: 'exported' });
    expect((await under.converge(orderId, 10))._unsafeUnwrap()).toMatchObject({ kind: 'needs_attention' });
    expect(await under.record(orderId)).toMatchObject({ state: 'needs_attention' });

    await under.control({ failure: 'none' });
    await converge(orderId);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', reason: null });
  });
});

describe('an order that is flagged as another one in Shopify', () => {
  it('is looked at again when OneStock tells of it, and flagged no more when OneStock has done the same', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.run(orderId);
    expect((await under.record(orderId))?.difference).toContain(
      'Refunded in Shopify after the order was sent: 1 × SKU-001.',
    );
    await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
    await under.door(`orders/${id}/remove`, { itemQuantities: { 'SKU-001': 1 } });
    await converge(orderId);
    expect(await under.queued()).toEqual([orderId]);
    await under.run(orderId);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported', difference: null });
  });
});

describe('a refund of an order of which a parcel has left and is on the hold of another app', () => {
  it('is flagged where OneStock is still to send the piece, and not where it has sent it', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-001', quantity: 2 }], shippingLine });
    await under.command(orderId, 'hold', { app: 'Fraud watch', reason: 'HIGH_RISK_OF_FRAUD' });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    expect(await converge(orderId)).toMatchObject({ obstacles: [{ code: 'parcel_on_hold' }] });
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.run(orderId);
    const words = /^Refunded in Shopify .*: 1 × SKU-001\./;
    expect((await under.record(orderId))?.difference).toMatch(words);

    await under.command(orderId, 'release');
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    await under.run(orderId);
    expect((await under.record(orderId))?.difference).toMatch(words);

    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    await under.run(orderId);
    expect((await under.record(orderId))?.difference).toBeNull();
  });
});

describe('a fulfilment whose answer was lost', () => {
  it('is recognised by what it fulfils, and not made again', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    under.loseAnswerTo('FulfillmentCreate');
    expect((await under.converge(orderId))._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_timeout' });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 0 });
    expect(told(orderId).fulfilments).toEqual(['1 SKU-001']);
    expect(await under.facts(orderId, 'fulfilled')).toHaveLength(1);
  });

  it('is left to a person where what is left of the order has changed in another way', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    // Killed when the intent is written, before Shopify is asked.
    expect(await under.die(orderId, new Killer(0, 'after'))).toBe(true);
    await under.command(orderId, 'fulfill', { lines: [{ sku: 'SKU-001', quantity: 2 }] });

    expect(await converge(orderId)).toMatchObject({ kind: 'waiting' });
    under.pass(61);
    expect(await converge(orderId)).toMatchObject({
      kind: 'blocked',
      obstacles: [{ code: 'fulfilment_uncertain' }],
    });
    expect(told(orderId).fulfilments).toEqual(['2 SKU-001']);
    expect(await database.prisma.fulfillmentIntent.findMany()).toMatchObject([{ state: 'needs_attention' }]);
  });
});

describe.each(['before', 'after'] as const)('an order whose worker is killed %s any effect', (side) => {
  it('ends the same, each thing done and told once', async () => {
    const [, elsewhere] = under.shopify.shopify.store.locations.filter(({ isActive }) => isActive);
    await under.configure({ settings: { whereFulfilled: 'mapped' } });
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId: elsewhere?.id ?? '', endpointId: 'store_lyon' },
    });
    let deaths = 0;
    for (let at = 0; ; at++) {
      const { orderId, id } = await under.export({ lines, shippingLine });
      await under.door(`orders/${id}/remove`, { itemQuantities: { 'SKU-002': 2 } });
      await converge(orderId);
      await under.door(`orders/${id}/bring-back`, { itemQuantities: { 'SKU-002': 1 } });
      const shipped = { itemQuantities: { 'SKU-001': 1 }, endpointId: 'store_lyon', state: 'dispatched' };
      await under.door(`orders/${id}/parcels`, { ...shipped, ...tracking });
      await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-002': 1 }, state: 'collected' });
      const died = await under.die(orderId, new Killer(at, side));
      under.pass(61);
      expect(await converge(orderId)).toMatchObject({ kind: 'converged' });
      const { fulfilments, held } = told(orderId);
      expect(fulfilments.sort()).toEqual(['1 SKU-001', '1 SKU-002']);
      expect(held).toEqual(['1 SKU-002']);
      const kinds = (await under.notes(orderId)).sort();
      expect(kinds).toEqual(['exported', 'fulfilled', 'fulfilled', 'held', 'held', 'released']);
      if (!died) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(10);
  });
});

describe.each(['before', 'after'] as const)(
  'tracking that comes when its parcel is fulfilled, and a worker that is killed %s any effect',
  (side) => {
    it('end with the tracking on the fulfilment, sent once', async () => {
      await under.configure({ settings: { notifyCustomer: true } });
      let deaths = 0;
      for (let at = 0; ; at++) {
        const { orderId, id } = await under.export({ lines, shippingLine });
        const parcel = { id: 'p1', itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' };
        await under.door(`orders/${id}/parcels`, parcel);
        await converge(orderId);
        const { carrier, ...later } = tracking;
        await under.door(`orders/${id}/parcels/p1`, { ...later, transporter: carrier.name });
        const died = await under.die(orderId, new Killer(at, side));
        expect(await converge(orderId)).toMatchObject({ kind: 'converged' });
        expect(under.order(orderId).fulfillments).toMatchObject([
          {
            customerNotifications: 2,
            tracking: [{ company: 'Colissimo', number: '6A123', url: 'https://example.com/6A123' }],
          },
        ]);
        expect(await under.facts(orderId, 'tracked')).toMatchObject([
          { parcelId: 'p1', trackingNumber: '6A123' },
        ]);
        if (!died) break;
        deaths += 1;
      }
      // What is asked, the call, its record, and that of the comparison.
      expect(deaths).toBe(4);
    });
  },
);

describe('tracking that a worker is about to send', () => {
  it('is kept once as asked for, however often the worker is killed before', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, { id: 'p1', state: 'dispatched' });
    await converge(orderId);
    const kept = async () => (await database.prisma.fulfillmentIntent.findFirstOrThrow()).askedTracking;
    const asked = (number: string) => ({ number, url: null, company: null });
    await under.door(`orders/${id}/parcels/p1`, { trackingCode: '6A1' });
    for (let tries = 0; tries < 3; tries++)
      expect(await under.die(orderId, new Killer(1, 'before'))).toBe(true);
    expect(await kept()).toEqual([asked('6A1')]);

    await under.door(`orders/${id}/parcels/p1`, { trackingCode: '6A2' });
    expect(await under.die(orderId, new Killer(1, 'before'))).toBe(true);
    expect(await kept()).toEqual([asked('6A1'), asked('6A2')]);
    await converge(orderId);
    expect(await kept()).toEqual([]);
  });
});

describe('an order whose only parcel left without tracking', () => {
  const dayS = 24 * 60 * 60;
  const parcel = { id: 'p1', state: 'dispatched' };

  it('is compared although OneStock has closed it, gets the tracking that no event tells, and is closed by that', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, parcel);
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 1, closed: false });
    const open = { state: 'exported', reason: null, oneStockState: 'fulfilled', closedAt: null };
    expect(await under.record(orderId)).toMatchObject(open);

    const { carrier, ...later } = tracking;
    await under.door(`orders/${id}/parcels/p1`, { ...later, transporter: carrier.name });
    under.pass(dayS);
    expect(await under.convergence.compareDue()).toBe(1);
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 1, closed: true });
    expect(under.order(orderId).fulfillments).toMatchObject([
      { tracking: [{ company: 'Colissimo', number: '6A123', url: 'https://example.com/6A123' }] },
    ]);
    expect(await under.record(orderId)).toMatchObject({ state: 'closed', compareAt: null });
  });

  it('is closed seven days after it was fulfilled', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, parcel);
    await converge(orderId);
    under.pass(7 * dayS - 60);
    expect(await converge(orderId)).toMatchObject({ closed: false });
    under.pass(60);
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 0, closed: true });
  });
});

describe('orders that are due for comparison', () => {
  it('get one job each, those of shops that synchronize, and are due again should it be lost', async () => {
    await under.export({ lines, shippingLine });
    expect(await under.convergence.compareDue()).toBe(0);
    under.pass(16 * 60);
    expect(await under.convergence.compareDue()).toBe(1);
    expect(await under.convergence.compareDue()).toBe(0);
    const { rows } = await database.pool.query(
      "select key from graphile_worker.jobs where task_identifier = 'converge-order'",
    );
    const kept = await database.prisma.orderExport.findFirstOrThrow({ orderBy: { exportedAt: 'desc' } });
    expect(rows).toEqual([{ key: `converge:${under.shop}:${kept.oneStockOrderId}` }]);

    under.pass(61 * 60);
    await under.configure({ syncsOrders: false });
    expect(await under.convergence.compareDue()).toBe(0);
    await under.configure({ syncsOrders: true });
    expect(await under.convergence.compareDue()).toBe(1);
  });
});
