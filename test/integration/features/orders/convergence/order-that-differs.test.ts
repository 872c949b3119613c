import { describe, expect, it } from 'vitest';
import { orderSubject } from '#app/features/orders/shape.ts';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest, Killer } from './convergence-under-test.ts';
import { lines, shippingLine, toldInShopify, tracking } from './told-in-shopify.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge, told } = toldInShopify(under);

const REFUNDED = { difference: [{ code: 'refunded_since_sent', params: { pieces: ['1 × SKU-001'] } }] };

describe('an order that is flagged as another one in Shopify', () => {
  it('is looked at again when OneStock tells of it, and flagged no more when OneStock has done the same', async () => {
    await under.configure({ settings: { followRemovals: 'ask' } });
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
    await under.configure({ settings: { followRemovals: 'ask' } });
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

describe('a fulfilment of the app that staff cancelled in Shopify', () => {
  const REOPENED = {
    difference: [{ code: 'fulfilment_cancelled', params: { pieces: ['1 × SKU-001'] } }],
  };

  it('is flagged, of an order that is over too, until somebody fulfils it anew, and OneStock is asked for nothing', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-001', quantity: 1 }], shippingLine });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    await converge(orderId);
    await under.command(orderId, 'cancel-fulfillment');
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual(REOPENED);
    expect(await converge(orderId)).toMatchObject({ changes: 0 });
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual(REOPENED);
    expect(await under.ofOneStock()).toHaveLength(1);
    await under.command(orderId, 'fulfill');
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is not said to wait for a hold that was put on it since', async () => {
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.door(`orders/${id}/parcels`, { itemQuantities: { 'SKU-001': 1 }, state: 'dispatched' });
    await converge(orderId);
    await under.command(orderId, 'cancel-fulfillment');
    await under.command(orderId, 'hold', { app: 'Fraud watch' });
    await under.run(orderId);
    const { difference } = await under.standing(orderId);
    expect(difference?.map(({ code }) => code).sort()).toEqual([
      'fulfilment_cancelled',
      'held_since_sent_unnamed',
    ]);
    expect((await under.record(orderId))?.causes).toBeNull();
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
