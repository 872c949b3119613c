import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { convergenceUnderTest, Killer } from './convergence-under-test.ts';
import { lines, shippingLine, toldInShopify, tracking } from './told-in-shopify.ts';

const { database } = await freshDatabase();
const under = await convergenceUnderTest(database);
const { converge, told } = toldInShopify(under);

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
