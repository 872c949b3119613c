import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest } from './convergence-under-test.ts';
import { shippingLine, toldInShopify } from './told-in-shopify.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge, told } = toldInShopify(under);

const replaced = {
  quantities: [{ sku: 'SKU-002', quantity: 0 }],
  additions: [{ sku: 'SKU-002', quantity: 1 }],
};

describe('a line that came in the place of another of the same item', () => {
  it('gets the piece that OneStock was to send for the other, and is fulfilled when it leaves', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-002' }], shippingLine });
    await under.command(orderId, 'edit', replaced);
    expect((await under.run(orderId))._unsafeUnwrap()).toMatchObject({ exported: { kind: 'followed' } });
    expect(await under.ofOneStock()).toHaveLength(1);
    expect(await under.standing(orderId)).toEqual({});
    await under.door(`orders/${id}/parcels`, { id: 'p1', state: 'dispatched' });
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    expect(told(orderId).fulfilments).toEqual(['1 SKU-002']);
    expect((await under.run(orderId))._unsafeUnwrap()).toMatchObject({ exported: { kind: 'followed' } });
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('gets it as well when the parcel has left before the app saw the line', async () => {
    const { orderId, id } = await under.export({ lines: [{ sku: 'SKU-002' }], shippingLine });
    await under.command(orderId, 'edit', replaced);
    await under.door(`orders/${id}/parcels`, { id: 'p1', state: 'dispatched' });
    await converge(orderId);
    await under.run(orderId);
    expect(await converge(orderId)).toMatchObject({ kind: 'converged', changes: 1 });
    expect(told(orderId).fulfilments).toEqual(['1 SKU-002']);
    expect(await under.ofOneStock()).toHaveLength(1);
  });

  it('is asked for where the piece of the other left with a parcel that was fulfilled without it', async () => {
    const lines = [{ sku: 'SKU-001' }, { sku: 'SKU-002' }];
    const { orderId, id } = await under.export({ lines, shippingLine });
    await under.command(orderId, 'edit', { quantities: [{ sku: 'SKU-002', quantity: 0 }] });
    await under.door(`orders/${id}/parcels`, { id: 'p1', state: 'dispatched' });
    await converge(orderId);
    expect(told(orderId).fulfilments).toEqual(['1 SKU-001']);
    await under.command(orderId, 'edit', { additions: [{ sku: 'SKU-002', quantity: 1 }] });
    expect((await under.run(orderId))._unsafeUnwrap()).toMatchObject({ exported: { kind: 'exported' } });
    const [, again] = await under.ofOneStock();
    expect(again).toMatchObject({ id: `${id}-2`, order_items: [{ item_id: 'SKU-002', quantity: 1 }] });
  });
});
