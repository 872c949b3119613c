import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId } from '#app/gateways/shopify/ids.ts';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest } from '../convergence/convergence-under-test.ts';
import { toldInShopify } from '../convergence/told-in-shopify.ts';
import { parts } from './asks-under-test.ts';
import { lines, outcome, shippingLine } from './order-under-test.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge } = toldInShopify(under);
const { shopify } = under.shopify;

const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();
const NOT_READABLE = { waiting: [{ code: 'all_orders_not_readable' }] };

/** So many days go by, of the order. */
async function age(orderId: OrderId, days: number): Promise<void> {
  const at = new Date(Date.now() - days * DAY_MS);
  under.order(orderId).createdAt = at;
  await database.prisma.orderPromise.updateMany({ where: { orderId }, data: { firstSeenAt: at } });
  await database.prisma.shop.updateMany({ data: { syncsOrdersSince: new Date(0) } });
}

/** What the app asks for at its installation. */
const [, scopes = ''] = /^scopes = "(.+)"$/m.exec(readFileSync('shopify.app.toml', 'utf8')) ?? [];
beforeEach(async () => {
  under.session.accessToken = await under.shopify.tokenWith(scopes);
});

async function allowAll(): Promise<void> {
  under.session.accessToken = await under.shopify.tokenWith(`${scopes},read_all_orders`);
}

describe('an order that is too old for the app to read', () => {
  it('waits for the permission, and is sent once that is given', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.command(orderId, 'hold', { reasonNotes: 'Fraud review' });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'waiting' });
    expect(await under.standing(orderId)).toEqual({});
    await age(orderId, 54);
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual(NOT_READABLE);
    await age(orderId, 61);
    await under.command(orderId, 'release');
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'waiting' });
    expect(await under.standing(orderId)).toEqual(NOT_READABLE);
    const record = await under.record(orderId);
    expect(record).toMatchObject({ state: 'waiting', causes: [{ code: 'awaits_hold' }] });
    expect(record?.revisitAt?.getTime()).toBeGreaterThan(Date.now());
    await allowAll();
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    expect(await under.standing(orderId)).not.toHaveProperty('waiting');
  });

  it('says so where OneStock has a part of it, whose parcels are written on it once the permission is given', async () => {
    const deliveries = parts({ quantity: 1 }, { quantity: 1, fulfillAt: inDays(90) });
    const orderId = await under.place({ lines: [{ sku: 'SKU-001', quantity: 2 }], shippingLine, deliveries });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'exported' });
    await age(orderId, 61);
    await under.door('orders/1001/parcels', { state: 'dispatched' });
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'followed' });
    expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'order_not_shown' }] });
    expect(await under.standing(orderId)).toEqual({
      ...NOT_READABLE,
      comparison: [{ code: 'order_not_shown' }],
    });
    await allowAll();
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    await under.run(orderId);
    expect(await under.standing(orderId)).toEqual({});
  });
});

describe('an order that was deleted in Shopify', () => {
  it('waits for nothing, and nothing stands in its way', async () => {
    const orderId = await under.place({ lines, shippingLine });
    await under.command(orderId, 'hold');
    await under.run(orderId);
    shopify.store.orders.delete(orderId);
    expect(outcome(await under.run(orderId))).toEqual({ kind: 'left_out' });
    expect(await under.record(orderId)).toMatchObject({ state: 'left_out', revisitAt: null });
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is said to be prepared by OneStock all the same, where that has it', async () => {
    const { orderId } = await under.export({ lines, shippingLine });
    shopify.store.orders.delete(orderId);
    expect(await converge(orderId)).toMatchObject({ causes: [{ code: 'order_not_shown' }] });
    expect(await under.standing(orderId)).toEqual({ comparison: [{ code: 'order_not_shown' }] });
  });
});
