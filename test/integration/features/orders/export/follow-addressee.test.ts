import { describe, expect, it } from 'vitest';
import { freshDatabase } from '#test/support/database.ts';
import { address, changesUnderTest, elsewhere, LYON, PARIS } from './changes-under-test.ts';
import { lines } from './order-under-test.ts';

const { database } = await freshDatabase();
const { under, sent, follow, ofOneStock, difference } = await changesUnderTest(database);

describe('an address that is corrected in Shopify', () => {
  it('is OneStock’s too, once, and nothing of it is kept', async () => {
    const orderId = await sent();
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    await follow(orderId);
    const { destination } = (await ofOneStock()).delivery;
    expect(destination.address).toMatchObject({ lines: ['3 quai de la Fosse'], city: 'Nantes' });
    expect(await under.notes(orderId)).toEqual(['exported', 'address_changed']);
    expect(await under.standing(orderId)).toEqual({});
    const { rows } = await database.pool.query(
      'select addressee::text as addressee from order_delivery union all select facts::text from order_note',
    );
    expect(rows.filter(({ addressee }) => /Fosse|Lilas|Martin|Nantes|44000/.test(addressee))).toEqual([]);
    await under.command(orderId, 'change', { shippingAddress: address });
    await follow(orderId);
    expect((await ofOneStock()).delivery.destination.address.lines).toEqual(['12 rue des Lilas']);
    expect(await under.notes(orderId)).toEqual(['exported', 'address_changed', 'address_changed']);
  });

  it.each(['refused', 'ignored'])('is for a person where OneStock has it %s', async (address) => {
    const orderId = await sent();
    await under.control({ orderPatches: { address } });
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    await follow(orderId);
    expect((await difference(orderId))[0]).toEqual({ code: 'address_not_taken' });
    expect(await under.notes(orderId)).toEqual(['exported', 'differs']);
    await under.control({ orderPatches: {} });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([]);
    expect((await ofOneStock()).delivery.destination.address.lines).toEqual(['3 quai de la Fosse']);
  });

  it('is for a person when a parcel has left, and when it is in another country', async () => {
    const orderId = await sent();
    await under.command(orderId, 'change', { shippingAddress: { ...elsewhere, country: 'BE' } });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      { code: 'country_changed', params: { from: 'FR', to: 'BE' } },
    ]);
    await under.door('orders/1001/parcels', {
      id: 'P1',
      itemQuantities: { 'SKU-001': 1 },
      state: 'dispatched',
    });
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([
      { code: 'address_changed_after_parcel', params: { parcels: ['P1'] } },
    ]);
    expect((await ofOneStock()).delivery.destination.address.lines).toEqual(['12 rue des Lilas']);
    await under.command(orderId, 'change', { shippingAddress: address });
    await follow(orderId);
    expect(await difference(orderId)).toEqual([]);
  });

  it('is that of each delivery that goes to it, and of what was sent before addresses were followed only from then on', async () => {
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId: LYON, endpointId: 'store_lyon' },
    });
    const part = (line: number, quantity: number, methodType: string, locationId: string) => ({
      ...{ locationId, lines: [{ line, quantity }] },
      deliveryMethod: { methodType },
    });
    const orderId = await sent({
      deliveries: [part(0, 1, 'SHIPPING', PARIS), part(0, 1, 'LOCAL', PARIS), part(1, 1, 'PICK_UP', LYON)],
    });
    const lines = async () =>
      (await under.ofOneStock()).map(({ delivery }) => delivery.destination.address?.lines[0]);
    await database.pool.query('update order_delivery set addressee = null');
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    await follow(orderId);
    expect(await lines()).toEqual(Array(3).fill('12 rue des Lilas'));
    await under.command(orderId, 'change', {
      shippingAddress: { ...elsewhere, address1: '5 quai de la Fosse' },
    });
    await follow(orderId);
    expect(await lines()).toEqual(['5 quai de la Fosse', '5 quai de la Fosse', '12 rue des Lilas']);
    expect(await under.standing(orderId)).toEqual({});
  });

  it('is left alone in an order that OneStock has closed', async () => {
    const orderId = await sent();
    await under.door('orders/1001/remove', {});
    await under.command(orderId, 'change', { shippingAddress: elsewhere });
    await follow(orderId);
    expect((await ofOneStock()).delivery.destination.address.lines).toEqual(['12 rue des Lilas']);
    expect(await difference(orderId)).toEqual([]);
  });
});

describe('a contact that is corrected in Shopify', () => {
  it('is OneStock’s too, of what is collected as well', async () => {
    await database.prisma.locationMapping.create({
      data: { shop: under.shop, locationId: LYON, endpointId: 'store_lyon' },
    });
    const orderId = await sent({
      deliveries: [
        { locationId: LYON, lines: [{ line: 0, quantity: 2 }], deliveryMethod: { methodType: 'PICK_UP' } },
      ],
      lines: lines.slice(0, 1),
    });
    const before = (await ofOneStock()).delivery;
    await under.command(orderId, 'change', {
      email: 'camille.martin@example.com',
      shippingAddress: elsewhere,
    });
    await follow(orderId);
    expect(await ofOneStock()).toMatchObject({
      customer: { email: 'camille.martin@example.com' },
      delivery: before,
    });
    expect(await under.notes(orderId)).toEqual(['exported', 'contact_changed']);
  });

  it('is for a person where OneStock does not take it', async () => {
    const orderId = await sent();
    await under.control({ orderPatches: { customer: 'refused' } });
    await under.command(orderId, 'change', { phone: '+33612345678' });
    await follow(orderId);
    expect((await difference(orderId))[0]).toEqual({ code: 'contact_not_taken' });
    expect(JSON.stringify(await difference(orderId))).not.toContain('33612345678');
  });
});
