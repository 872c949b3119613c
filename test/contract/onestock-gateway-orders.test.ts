import { pino } from 'pino';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createOneStockGateway,
  type NewOrder,
  type OneStockOrder,
  verifyOneStockSignature,
} from '#app/gateways/onestock/index.ts';
import { systemClock } from '#app/platform/clock.ts';
import { fridayMorning } from './onestock-simulator/client.ts';
import { startSite } from './onestock-simulator/site-harness.ts';

const site = await startSite();
const { url, siteId, userId, password } = site.simulator;
const connection = { host: url, siteId, userId, password, apiVersion: 'v3' } as const;
const gateway = createOneStockGateway({
  log: pino({ level: 'silent' }),
  clock: systemClock,
  policy: { allowedHosts: [new URL(url).host], allowPrivateAddresses: true, allowHttp: true },
});
afterAll(() => gateway.close());

const newOrder = (changes: Partial<NewOrder> = {}): NewOrder => ({
  id: '1001',
  types: ['ffs'],
  date: 1_770_364_800,
  sales_channel: 'online_store',
  customer: { first_name: 'Élise', last_name: 'Moreau', email: 'elise@example.com' },
  delivery: { destination: { address: { lines: ['1 rue de la Paix'], city: 'Paris' } } },
  pricing_details: { currency: 'EUR', price: 39.8 },
  order_items: [{ id: 'line_1', item_id: 'SKU-001', quantity: 2 }],
  ...changes,
});

async function read(id = '1001'): Promise<OneStockOrder> {
  const order = (await gateway.readOrder(connection, id))._unsafeUnwrap();
  if (!order) throw new Error(`no order ${id}`);
  return order;
}

const remove = async (order: OneStockOrder) =>
  gateway.removeGroups(connection, { orderId: order.id, groups: order.groups, removedState: 'removed' });

/** Three of five pieces of two items in a parcel on its way, one of the others removed. */
async function placeHalfShippedOrder(): Promise<void> {
  await site.createOrder('1001');
  await site.door('orders/1001/parcels', {
    id: 'p1',
    itemQuantities: { 'SKU-001': 1, 'SKU-002': 2 },
    carrier: { name: 'UPS', option: 'standard' },
    trackingCode: '1Z999',
    trackingLink: 'https://example.com/1Z999',
    state: 'dispatched',
  });
  await site.door('orders/1001/remove', { indexRanges: [{ from: 1, to: 1 }], reason: 'broken' });
}

it('the arrival of an order is what OneStock says by now, in either form', async () => {
  await site.createOrder('1001');
  await site.door('orders/1001/etas', { eta_start: 1_770_400_000, eta_end: 1_770_500_000 });
  const arrival = { from: new Date(1_770_400_000_000), to: new Date(1_770_500_000_000) };
  for (const currentDeliveryEtas of ['list', 'object']) {
    await site.control({ currentDeliveryEtas });
    expect((await read()).arrival).toEqual(arrival);
  }
  await site.control({ currentDeliveryEtas: 'none' });
  expect((await read()).arrival).toBeUndefined();
});

describe('an order that is half on its way', () => {
  const parcel = {
    id: 'p1',
    state: 'dispatched',
    endpointId: 'warehouse_orleans',
    trackingCode: '1Z999',
    trackingLink: 'https://example.com/1Z999',
    carrier: 'UPS',
    ranges: [
      { from: 0, to: 0 },
      { from: 2, to: 3 },
    ],
    itemQuantities: [
      { itemId: 'SKU-001', quantity: 1 },
      { itemId: 'SKU-002', quantity: 2 },
    ],
  };
  /** Where each unit is, by its number. */
  const places = ({ groups }: OneStockOrder) =>
    groups
      .flatMap(({ ranges, itemId, state, parcelId }) =>
        ranges.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, n) => [from + n, itemId, state, parcelId]),
        ),
      )
      .sort(([one], [other]) => Number(one) - Number(other));

  it.each([
    { orderReadForm: 'groups' },
    { orderReadForm: 'groups', orderItemIdKey: 'id', wrapReads: true },
    { orderReadForm: 'line_items', lineItemsNameParcel: true },
    { orderReadForm: 'line_items', lineItemsNameParcel: false, wrapReads: true },
  ])('reads the same whatever the form of the answer: %j', async (form) => {
    await placeHalfShippedOrder();
    await site.control(form);
    const order = await read();
    expect(order.parcels).toEqual([parcel]);
    expect(places(order)).toEqual([
      [0, 'SKU-001', 'fulfilled', 'p1'],
      [1, 'SKU-001', 'removed', null],
      [2, 'SKU-002', 'fulfilled', 'p1'],
      [3, 'SKU-002', 'fulfilled', 'p1'],
      [4, 'SKU-002', 'created', null],
    ]);
    expect((await gateway.readOrders(connection, ['1001']))._unsafeUnwrap()).toEqual([order]);
  });

  it('names order items, reasons and places where the site does', async () => {
    await placeHalfShippedOrder();
    const { items, groups } = await read();
    expect(items).toEqual([
      { orderItemId: 'line_1', itemId: 'SKU-001', quantity: 2 },
      { orderItemId: 'line_2', itemId: 'SKU-002', quantity: 3 },
    ]);
    expect(groups).toContainEqual({
      itemId: 'SKU-001',
      orderItemId: 'line_1',
      state: 'removed',
      quantity: 1,
      parcelId: null,
      endpointId: null,
      reason: 'broken',
      ranges: [{ from: 1, to: 1 }],
    });
  });

  it.each([400, 409, 422])('lets go what can be removed, and keeps what has left (%i)', async (status) => {
    await placeHalfShippedOrder();
    await site.control({ refusedStepStatus: status });
    expect((await remove(await read()))._unsafeUnwrap()).toMatchObject({
      kept: [{ state: 'fulfilled', quantity: 3, refusal: { code: 'onestock_refused', status } }],
    });
    expect((await read()).groups.map(({ state }) => state).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'removed',
      'removed',
    ]);
  });
});

describe('removing groups', () => {
  it('works by quantities where groups have no ranges', async () => {
    await site.createOrder('1001');
    const order = await read();
    const groups = order.groups.map((group) => ({ ...group, ranges: [] }));
    expect((await remove({ ...order, groups }))._unsafeUnwrap()).toEqual({ kept: [] });
    expect((await read()).state).toBe('removed');
  });

  it('follows the names that the site gives to its states', async () => {
    await site.control({ stateNames: { group: { removed: 'annulé', created: 'créé' } } });
    await site.createOrder('1001');
    const { groups } = await read();
    const removal = { orderId: '1001', groups, removedState: 'annulé' };
    expect((await gateway.removeGroups(connection, removal))._unsafeUnwrap()).toEqual({ kept: [] });
    expect((await read()).groups.map(({ state }) => state)).toEqual(['annulé', 'annulé']);
  });

  it('says that the API user may not, where its policy covers groups under no name', async () => {
    await site.createOrder('1001');
    const order = await read();
    await site.control({ policyToTheLetter: true });
    const error = (await remove(order))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_forbidden', retryable: false });
    expect(error.route).toBe('line_item_groups');
  });
});

describe('creating an order', () => {
  it.each(['lost', 'malformed', 'foreign'])(
    'whose answer is %s can be tried again, and is there once',
    async (failure) => {
      await gateway.check(connection);
      await site.control({ failure, failingResources: ['orders'] });
      const first = (await gateway.createOrder(connection, newOrder()))._unsafeUnwrapErr();
      expect(first.retryable || first.code === 'onestock_conflict').toBe(true);
      await site.control({ failure: 'none' });
      const second = await gateway.createOrder(connection, newOrder());
      if (second.isErr()) expect(second.error.code).toBe('onestock_conflict');
      expect((await read()).groups.map(({ quantity }) => quantity)).toEqual([2]);
    },
  );

  it.each(['error', 'code'] as const)(
    'names what is not taken, in the “%s” form of errors',
    async (shape) => {
      await site.control({ errorShape: shape });
      const stranger = newOrder({ order_items: [{ id: 'line_1', item_id: 'NO-SUCH-SKU', quantity: 1 }] });
      expect((await gateway.createOrder(connection, stranger))._unsafeUnwrapErr()).toMatchObject({
        code: 'onestock_refused',
        retryable: false,
        entity: { kind: 'item', id: 'NO-SUCH-SKU' },
      });
      const odd = newOrder({ order_items: [{ id: 'line_1', item_id: 'SKU-001', quantity: 1.5 }] });
      expect((await gateway.createOrder(connection, odd))._unsafeUnwrapErr()).toMatchObject({
        code: 'onestock_refused',
        field: 'order.order_items.0.quantity',
      });
    },
  );

  it('sends no key that OneStock does not have', async () => {
    await site.control({ refuseUnknownKeys: true });
    const whole = newOrder({
      original_ruleset_chaining_id: 'chaining_1',
      customer: { id: '7', external_id: '7', title: 'Mme', last_name: '-', email: 'e@example.com' },
      delivery: {
        type: 'standard',
        carrier: { name: 'UPS', option: 'standard' },
        destination: {
          address: {
            lines: ['1 rue de la Paix'],
            city: 'Paris',
            zip_code: '75002',
            regions: { country: { code: 'FR', name: 'France' } },
            coordinates: { lat: 48.86, lon: 2.33 },
            contact: {
              first_name: 'Élise',
              last_name: 'Moreau',
              company_name: 'Moreau',
              mobile_number: '+33',
            },
          },
          endpoint_id: 'store_paris',
        },
      },
      delivery_promise: {
        original_delivery_option: { delivery_method: 'standard', status: 'valid', eta_start: 1, eta_end: 2 },
        sent_delivery_option: { eta_start: 1, eta_end: 2 },
      },
      pricing_details: {
        currency: 'EUR',
        price: 39.8,
        original_price: 44.8,
        discounts: [{ id: 'd', title: 'Five', type: 'fixed', amount: 5, percentage: 11 }],
        taxes: [{ id: 't', title: 'TVA', amount: 6.63, percentage: 20, included_in_price: true }],
      },
      shipping_fees: [{ price: 5, original_price: 5, currency: 'EUR' }],
      information: { anything: 1 },
    });
    expect((await gateway.createOrder(connection, whole))._unsafeUnwrap()).toEqual({ id: '1001' });
  });
});

describe('webhooks', () => {
  const topics = ['order_state_changed'];
  const now = new Date(fridayMorning);
  const checks = { now, form: 'body', maxAgeMs: 60_000 } as const;

  it.each([true, false])(
    'are listed whole, whether the list has ids only: %s',
    async (webhookListIdsOnly) => {
      await site.control({ webhookListIdsOnly, wrapReads: true });
      const wanted = { url: site.receiver.url, topics, hashKey: 'k0' };
      const { id } = (await gateway.createWebhook(connection, wanted))._unsafeUnwrap();
      expect((await gateway.listWebhooks(connection))._unsafeUnwrap()).toEqual([
        { id, url: site.receiver.url, topics, status: 'enabled' },
      ]);
    },
  );

  it.each([
    [{ signatureSeparator: ',' }, checks],
    [{ signatureSeparator: '.' }, checks],
    [{ signatureCovers: 'timestamp' }, { ...checks, form: 'body_or_timestamp' }],
  ] as const)('sign with each key of a rotation: %j', async (settings, allowed) => {
    await site.control(settings);
    const webhook = { url: site.receiver.url, topics, hashKey: 'k0' };
    const { id } = (await gateway.createWebhook(connection, webhook))._unsafeUnwrap();
    for (const hashKey of ['k1', 'k2', 'k3'])
      (await gateway.updateWebhook(connection, id, { ...webhook, hashKey }))._unsafeUnwrap();
    await site.createOrder('1001');
    await site.door('orders/1001/claim');
    await site.door('webhooks/settle');
    const [event] = site.receiver.events;
    const header = String(event?.headers['onestock-signature']);
    const body = Buffer.from(event?.raw ?? '');
    const accepts = (key: string) => verifyOneStockSignature(header, body, [key], allowed);
    expect(['k0', 'k1', 'k2', 'k3'].map(accepts)).toEqual([false, true, true, true]);
    expect(verifyOneStockSignature(header, body, ['k3'], checks)).toBe(allowed.form === 'body');
  });
});
