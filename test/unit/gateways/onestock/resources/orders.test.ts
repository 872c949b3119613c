import { describe, expect, it, vi } from 'vitest';
import type { NewOrder } from '#app/gateways/onestock/index.ts';
import { type Answering, connectionTo, gatewayFor, sendJson, startFakeSiteWithLogin } from '../fake-site.ts';

async function siteThat(answering: Answering) {
  const site = await startFakeSiteWithLogin(answering);
  const { gateway, logLines } = gatewayFor([site.host]);
  return { site, gateway, logLines, connection: connectionTo(site.origin) };
}

type To = Awaited<ReturnType<typeof siteThat>>;

const ORDER: NewOrder = {
  id: '1001',
  types: ['ffs'],
  date: 1_770_364_800,
  sales_channel: 'web',
  customer: { first_name: 'Ann', last_name: 'Annable', email: 'ann@example.com' },
  delivery: { destination: { address: { lines: ['1 Long Lane'], regions: { country: { code: 'FR' } } } } },
  pricing_details: { currency: 'EUR', price: 10 },
  order_items: [{ id: 'line_1', item_id: 'SKU', quantity: 1 }],
};

describe('an order id', () => {
  it('leads to its own order, whatever characters it has', async () => {
    const { site, gateway, connection } = await siteThat((_, response) =>
      sendJson(response, { error: 'not_found' }, 404),
    );
    expect((await gateway.readOrder(connection, '../login?a#b c/ü'))._unsafeUnwrap()).toBeNull();
    expect(site.received[1]?.path).toBe('/v3/orders/..%2Flogin%3Fa%23b%20c%2F%C3%BC');
  });
});

describe('an order that is read', () => {
  const group = { item_id: 'SKU', order_item_id: 'line_1', state: 'created', quantity: 1 };
  const order = { id: '1001', state: 'created', order_items: [], line_item_groups: [group], parcels: [] };

  it('may leave out, or leave empty, whatever a decision can do without', async () => {
    const bare = { id: 1001, state: 'created', line_item_groups: [{ ...group, index_ranges: null }] };
    const { gateway, connection } = await siteThat((_, response) =>
      sendJson(response, { ...bare, parcels: null, information: null, date: 'yesterday' }),
    );
    expect((await gateway.readOrder(connection, '1001'))._unsafeUnwrap()).toEqual({
      id: '1001',
      state: 'created',
      date: null,
      types: [],
      information: {},
      items: [],
      groups: [
        {
          itemId: 'SKU',
          orderItemId: 'line_1',
          state: 'created',
          quantity: 1,
          parcelId: null,
          endpointId: null,
          reason: null,
          ranges: [],
        },
      ],
      parcels: [],
    });
  });

  it.each([
    ['no state', { ...order, state: undefined }],
    ['a group in no state', { ...order, line_item_groups: [{ ...group, state: '' }] }],
    ['a group of no one knows how many', { ...order, line_item_groups: [{ ...group, quantity: undefined }] }],
    ['neither groups nor units', { ...order, line_item_groups: undefined }],
  ])('is an error with %s, never an order with less in it', async (_, answer) => {
    const { gateway, connection } = await siteThat((_received, response) => sendJson(response, answer));
    for (const read of [
      gateway.readOrder(connection, '1001'),
      gateway.readOrders(connection, ['1001']).map((orders) => orders[0]),
    ])
      expect((await read)._unsafeUnwrapErr()).toMatchObject({ code: 'onestock_unreadable' });
  });

  it.each([
    [{ eta_start: 1_000, eta_end: 2_000 }, 1_000, 2_000],
    [[{ eta_start: 1_500, eta_end: 2_000 }, { eta_end: 3_000 }], 1_500, 3_000],
    [{ eta_start: 1_000 }, 1_000, 1_000],
  ])('arrives, where it says %j, from the earliest time to the latest', async (etas, from, to) => {
    const { gateway, connection } = await siteThat((_, response) =>
      sendJson(response, { ...order, current_delivery_etas: etas }),
    );
    const read = (await gateway.readOrder(connection, '1001'))._unsafeUnwrap();
    expect(read?.arrival).toEqual({ from: new Date(from * 1000), to: new Date(to * 1000) });
  });

  it.each([null, 'soon', [], {}, [{ eta_start: 'soon' }]])(
    'is read all the same where it says %j of its arrival',
    async (etas) => {
      const { gateway, connection } = await siteThat((_, response) =>
        sendJson(response, { ...order, current_delivery_etas: etas }),
      );
      expect((await gateway.readOrder(connection, '1001'))._unsafeUnwrap()).not.toHaveProperty('arrival');
    },
  );

  it('is asked for as a whole only where its chosen fields tell nothing of groups', async () => {
    const unit = { item_id: 'SKU', state: 'created' };
    const { site, gateway, connection } = await siteThat(({ body, path }, response) =>
      sendJson(response, {
        ...order,
        line_item_groups: path.endsWith('/groups') ? [group] : undefined,
        line_items: 'fields' in body ? undefined : [unit, unit],
      }),
    );
    await gateway.readOrder(connection, 'groups');
    expect(site.countOf('/v3/orders/groups')).toBe(1);
    const found = (await gateway.readOrder(connection, 'units'))._unsafeUnwrap();
    expect(site.countOf('/v3/orders/units')).toBe(2);
    expect(found?.groups).toMatchObject([{ quantity: 2, ranges: [{ from: 0, to: 1 }] }]);
  });

  it('comes with others by fifties', async () => {
    const { site, gateway, connection } = await siteThat(({ body }, response) => {
      const { ids } = body.filter as { ids: string[] };
      sendJson(response, { orders: ids.map((id) => ({ ...order, id })) });
    });
    const ids = Array.from({ length: 51 }, (_, n) => `order ${n}`);
    const found = (await gateway.readOrders(connection, ids))._unsafeUnwrap();
    expect(found.map(({ id }) => id)).toEqual(ids);
    expect(site.countOf('/v3/orders')).toBe(2);
  });
});

describe('a refused order', () => {
  it('says why without telling who ordered it', async () => {
    const message = 'invalid order.customer.email: ann@example.com of Ann Annable, 1 Long Lane, FR';
    const { gateway, connection, logLines } = await siteThat((_, response) =>
      sendJson(response, { error: 'invalid_parameter', message }, 400),
    );
    const error = (await gateway.createOrder(connection, ORDER))._unsafeUnwrapErr();
    expect(error).toMatchObject({ code: 'onestock_refused', field: 'order.customer.email' });
    for (const text of ['ann@example.com', 'Ann', 'Annable', '1 Long Lane']) {
      expect(JSON.stringify(error)).not.toContain(text);
      expect(JSON.stringify(logLines)).not.toContain(text);
    }
  });
});

describe('when a kept connection closes under it', () => {
  const webhook = { url: 'https://example.com', topics: ['order_state_changed'], hashKey: 'k' };
  const group = { itemId: 'SKU', orderItemId: null, state: 'created', quantity: 1 };
  const groups = [{ ...group, parcelId: null, endpointId: null, reason: null, ranges: [] }];
  const removal = { orderId: '1', groups, removedState: 'removed' };

  it.each([
    ['an order is created again', 'orders', 2, (to: To) => to.gateway.createOrder(to.connection, ORDER)],
    ['a webhook is not', 'webhooks', 1, (to: To) => to.gateway.createWebhook(to.connection, webhook)],
    ['nor a removal', 'line_item_groups', 1, (to: To) => to.gateway.removeGroups(to.connection, removal)],
  ])('%s', async (_, route, times, call) => {
    let isClosing = false;
    const to = await siteThat((_received, response) => {
      if (isClosing) response.socket?.end();
      else sendJson(response, { id: '1', sales_channels: [] });
      isClosing = false;
    });
    const ports = () => to.site.received.map(({ remotePort }) => remotePort);
    await vi.waitUntil(async () => {
      await to.gateway.salesChannels(to.connection);
      return ports().at(-1) === ports().at(-2);
    });
    isClosing = true;
    expect((await call(to)).isOk()).toBe(times === 2);
    expect(to.site.countOf(`/v3/${route}`)).toBe(times);
  });
});
