import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest, Killer } from './convergence-under-test.ts';
import { lines, shippingLine, toldInShopify, tracking } from './told-in-shopify.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge, told } = toldInShopify(under);

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
      deliveries: [delivery(0, 'SHIPPING'), delivery(1, 'SHIPPING')],
    };
  };
  /** Sent as one delivery, of which a part is delivered locally since. */
  const exportAndChange = async () => {
    const exported = await under.export(ordered());
    const method = under.order(exported.orderId).fulfillmentOrders[1]?.deliveryMethod;
    if (method) method.methodType = 'LOCAL';
    return exported;
  };
  const kept = { company: 'Colissimo', number: '6A123', url: 'https://example.com/6A123' };

  it('becomes one fulfilment of each type, both with its tracking and each told once', async () => {
    const { orderId, id } = await exportAndChange();
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
        const { orderId, id } = await exportAndChange();
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
    const { orderId, id } = await exportAndChange();
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
