import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { LYON, parts } from '../export/asks-under-test.ts';
import { convergenceUnderTest } from './convergence-under-test.ts';
import { shippingLine, toldInShopify } from './told-in-shopify.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge } = toldInShopify(under);

/** One line of which OneStock is asked for one piece; the other part of it, which is not, comes first in Shopify. */
const shared = {
  'at a place that is not OneStock’s': { quantity: 1, locationId: LYON },
  'at that place by another rate': { quantity: 1, locationId: LYON, serviceCode: 'EXPRESS' },
  'sold at a till': { quantity: 1, methodType: 'RETAIL' },
  'to be picked up at a store that is mapped to no endpoint': { quantity: 1, methodType: 'PICK_UP' },
};

const statuses = (orderId: Parameters<typeof under.order>[0]) =>
  under.order(orderId).fulfillmentOrders.map(({ status }) => status);

async function send(first: Parameters<typeof parts>[0], own: Parameters<typeof parts>[0] = { quantity: 1 }) {
  await under.configure({ settings: { excludedLocations: [LYON], followRemovals: 'remove' } });
  const deliveries = parts(first, own);
  const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 2 }], shippingLine, deliveries });
  await under.run(orderId);
  expect(await under.ofOneStock()).toMatchObject([{ id: '1001' }]);
  return orderId;
}

describe.each(Object.entries(shared))('the piece of a line that is %s', (_, first) => {
  it('is not fulfilled by the parcel of another piece of the line, and nothing is asked for again', async () => {
    const orderId = await send(first);
    await under.door('orders/1001/parcels', { state: 'dispatched' });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    expect(statuses(orderId)).toEqual(['OPEN', 'CLOSED']);
    await under.run(orderId);
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('is not held when OneStock removes another piece of the line', async () => {
    const orderId = await send(first);
    await under.door('orders/1001/remove', {});
    await converge(orderId);
    expect(statuses(orderId)).toEqual(['OPEN', 'ON_HOLD']);
  });

  it('does not stand for the other piece when that is taken out of the order: OneStock is to send none', async () => {
    const orderId = await send({ quantity: 1 }, first);
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    expect(statuses(orderId)).toEqual(['CLOSED', 'OPEN']);
    await under.run(orderId);
    expect((await under.ofOneStock())[0]?.line_item_groups).toMatchObject([{ state: 'removed' }]);
    expect(await under.standing(orderId)).not.toHaveProperty('difference');
    await converge(orderId);
    expect(statuses(orderId)).toEqual(['CLOSED', 'OPEN']);
  });

  it('counts as sent by others when they fulfil it, and the other piece does not', async () => {
    const orderId = await send(first);
    await under.command(orderId, 'fulfill');
    expect(statuses(orderId)).toEqual(['CLOSED', 'OPEN']);
    await under.run(orderId);
    expect(await under.standing(orderId)).not.toHaveProperty('difference');
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.run(orderId);
    expect((await under.ofOneStock())[0]?.line_item_groups).toMatchObject([{ state: 'removed' }]);
    expect(await under.standing(orderId)).not.toHaveProperty('difference');
  });
});

describe('a delivery of which a later part waits', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it('lacks the piece that was refunded, and the parcel that leaves all the same is not fulfilled by the later one', async () => {
    const orderId = await send({ quantity: 1 }, { quantity: 1, fulfillAt: inDays(30) });
    await under.door('orders/1001/claim', {});
    await under.command(orderId, 'refund', { lines: [{ sku: 'SKU-001', quantity: 1 }] });
    await under.door('orders/1001/parcels', { state: 'dispatched' });
    await converge(orderId);
    expect(statuses(orderId)).toEqual(['CLOSED', 'SCHEDULED']);
    expect(await under.facts(orderId, 'shortfall')).toHaveLength(1);
  });

  it('is fulfilled by its own parcel where a dearer part opens before that is compared', async () => {
    const express = { quantity: 1, serviceCode: 'EXPRESS', fulfillAt: inDays(30) };
    const orderId = await send(express, { quantity: 1, serviceCode: 'STANDARD' });
    await under.command(orderId, 'open');
    await under.door('orders/1001/parcels', { state: 'dispatched' });
    await converge(orderId);
    expect(statuses(orderId)).toEqual(['OPEN', 'CLOSED']);
  });

  it('waits for the hold on its own part, and takes no other', async () => {
    const orderId = await send({ quantity: 1, methodType: 'PICK_UP' });
    const [, own] = under.order(orderId).fulfillmentOrders;
    await under.command(orderId, 'hold', { app: 'Fraud watch', fulfillmentOrderId: own?.id });
    await under.door('orders/1001/parcels', { state: 'dispatched' });
    expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'parcel_on_hold' }] });
    expect(statuses(orderId)).toEqual(['OPEN', 'ON_HOLD']);
  });
});
