import { describe, expect, it } from 'vitest';
import { convergenceKey, orderSubject } from '#app/features/orders/shape.ts';
import { createJobs } from '#app/platform/jobs/enqueue.ts';
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

    await database.prisma.orderExport.updateMany({ data: { state: 'exported', oneStockOrderId: 'gone' } });
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

describe('a comparison that fails by a fault of the app', () => {
  const failing = {
    ...under.gateway,
    readOrder: () => {
      throw new TypeError('a bug');
    },
  };

  it('is tried again, and given up with its reason after the last attempt, until one succeeds', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    const broken = under.convergenceBy(failing);
    await expect(broken.converge(under.shop, orderId, 9)).rejects.toThrow('a bug');
    expect(await under.standing(orderId)).toEqual({});
    expect((await broken.converge(under.shop, orderId, 10))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'comparison_failed_inside' },
    });
    expect(await under.obstacles.of(under.shop, orderSubject(orderId))).toMatchObject([
      {
        ...{ source: 'comparison', severity: 'critical', attempts: 10, remedies: ['retry', 'open'] },
        causes: [{ code: 'comparison_failed_inside' }],
      },
    ]);
    const compareAt = (await under.record(orderId))?.compareAt;
    expect(compareAt?.getTime()).toBeGreaterThan(under.now().getTime());
    expect(await under.facts(orderId, 'blocked')).toEqual([
      { causes: [{ code: 'comparison_failed_inside' }] },
    ]);

    expect(await converge(orderId)).toMatchObject({ kind: 'converged' });
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is given up with its reason when each attempt ended its worker, and does nothing any more', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    const broken = under.convergenceBy(failing);
    expect((await broken.converge(under.shop, orderId, 11))._unsafeUnwrap()).toMatchObject({
      kind: 'needs_attention',
      error: { code: 'comparison_stopped_half_way' },
    });
    expect(await under.standing(orderId)).toEqual({
      comparison: [{ code: 'comparison_stopped_half_way' }],
    });
  });

  it('keeps its attempts when its order is due for comparison meanwhile', async () => {
    const { id } = await under.export({ lines, shippingLine });
    const job = { shop: under.shop, oneStockOrderId: id };
    await createJobs(database.pool).enqueue('converge-order', job, { jobKey: convergenceKey(job) });
    await database.pool.query(`update graphile_worker._private_jobs set attempts = 9 where key = $1`, [
      convergenceKey(job),
    ]);
    under.pass(16 * 60);
    expect(await under.convergence.compareDue()).toBe(0);
    const { rows } = await database.pool.query('select attempts from graphile_worker.jobs where key = $1', [
      convergenceKey(job),
    ]);
    expect(rows).toEqual([{ attempts: 9 }]);
  });
});

const REFUNDED = { difference: [{ code: 'refunded_since_sent', params: { pieces: ['1 × SKU-001'] } }] };

describe('an order that is flagged as another one in Shopify', () => {
  it('is looked at again when OneStock tells of it, and flagged no more when OneStock has done the same', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual(REFUNDED);
    await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
    await under.door(`orders/${id}/remove`, { itemQuantities: { 'SKU-001': 1 } });
    await converge(orderId);
    expect(await under.queued()).toEqual([orderId]);
    await under.run(orderId);
    expect(await under.record(orderId)).toMatchObject({ state: 'exported' });
    expect(await under.standing(orderId)).toEqual({});
  });
});

describe('a refund of an order of which a parcel has left and is on the hold of another app', () => {
  it('is flagged where OneStock is still to send the piece, and not where it has sent it', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-001', quantity: 2 }], shippingLine });
    await under.command(orderId, 'hold', { app: 'Fraud watch', reason: 'HIGH_RISK_OF_FRAUD' });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'parcel_on_hold' }] });
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.run(orderId);
    expect(await under.standing(orderId)).toMatchObject(REFUNDED);

    await under.command(orderId, 'release');
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual(REFUNDED);

    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual({});
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
      causes: [{ code: 'fulfilment_uncertain' }],
    });
    expect(told(orderId).fulfilments).toEqual(['2 SKU-001']);
    expect(await database.prisma.fulfillmentIntent.findMany()).toMatchObject([{ state: 'in_doubt' }]);
    expect(await under.obstacles.of(under.shop, orderSubject(orderId))).toMatchObject([
      { source: 'comparison', remedies: ['retry', 'decide', 'open'] },
    ]);
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

describe('a parcel over two delivery method types at one location', () => {
  const ordered = () => {
    const [location] = under.shopify.shopify.store.locations;
    const delivery = (line: number, methodType: string) => ({
      locationId: location?.id,
      lines: [{ line, quantity: 1 }],
      deliveryMethod: { methodType },
    });
    return {
      lines: [{ sku: 'SKU-002' }, { sku: 'SKU-003' }],
      shippingLine,
      deliveries: [delivery(0, 'SHIPPING'), delivery(1, 'LOCAL')],
    };
  };
  const kept = { company: 'Colissimo', number: '6A123', url: 'https://example.com/6A123' };

  it('becomes one fulfilment of each type, both with its tracking and each told once', async () => {
    const { orderId, id } = await under.export(ordered());
    await under.door(`orders/${id}/parcels`, { id: 'p1', state: 'dispatched' });
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 2, closed: false });
    expect(told(orderId).fulfilments).toEqual(['1 SKU-002', '1 SKU-003']);
    expect(
      await database.prisma.fulfillmentIntent.findMany({ orderBy: { intendedAt: 'asc' } }),
    ).toMatchObject([
      { parcelId: 'p1', methodType: 'SHIPPING', state: 'done' },
      { parcelId: 'p1', methodType: 'LOCAL', state: 'done' },
    ]);

    const { carrier, ...later } = tracking;
    await under.door(`orders/${id}/parcels/p1`, { ...later, transporter: carrier.name });
    expect(await converge(orderId)).toEqual({ kind: 'converged', changes: 2, closed: true });
    expect(under.order(orderId).fulfillments).toMatchObject([{ tracking: [kept] }, { tracking: [kept] }]);
    expect((await under.notes(orderId)).sort()).toEqual([
      ...['exported', 'fulfilled', 'fulfilled', 'tracked', 'tracked'],
    ]);
  });

  it.each(['before', 'after'] as const)(
    'ends the same when the worker is killed %s any effect',
    async (side) => {
      let deaths = 0;
      for (let at = 0; ; at++) {
        const { orderId, id } = await under.export(ordered());
        await under.door(`orders/${id}/parcels`, { state: 'dispatched', ...tracking });
        const died = await under.die(orderId, new Killer(at, side));
        under.pass(61);
        expect(await converge(orderId)).toMatchObject({ kind: 'converged', closed: true });
        expect(told(orderId).fulfilments.sort()).toEqual(['1 SKU-002', '1 SKU-003']);
        expect(under.order(orderId).fulfillments).toMatchObject([{ tracking: [kept] }, { tracking: [kept] }]);
        expect((await under.notes(orderId)).sort()).toEqual(['exported', 'fulfilled', 'fulfilled']);
        if (!died) break;
        deaths += 1;
      }
      // For each the intent, the call and its record; then the record of the comparison.
      expect(deaths).toBe(7);
    },
  );

  it('is fulfilled in two where the answer to the first was lost', async () => {
    const { orderId, id } = await under.export(ordered());
    await under.door(`orders/${id}/parcels`, { state: 'dispatched', ...tracking });
    under.loseAnswerTo('FulfillmentCreate');
    expect((await under.converge(orderId))._unsafeUnwrapErr()).toMatchObject({ code: 'shopify_timeout' });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    expect(told(orderId).fulfilments).toEqual(['1 SKU-002', '1 SKU-003']);
    expect(await under.facts(orderId, 'fulfilled')).toHaveLength(2);
  });

  it('is not fulfilled once more at a location where it was before types were kept', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, {
      id: 'p1',
      itemQuantities: { 'SKU-001': 1 },
      state: 'dispatched',
    });
    await converge(orderId);
    await database.prisma.fulfillmentIntent.updateMany({ data: { methodType: null, lines: [] } });
    expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'parcel_grew' }], changes: 0 });
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
    const open = { state: 'exported', causes: null, oneStockState: 'fulfilled', closedAt: null };
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

    await database.pool.query('select graphile_worker.remove_job(key) from graphile_worker.jobs');
    under.pass(61 * 60);
    await under.configure({ syncsOrders: false });
    expect(await under.convergence.compareDue()).toBe(0);
    await under.configure({ syncsOrders: true });
    expect(await under.convergence.compareDue()).toBe(1);
  });
});
