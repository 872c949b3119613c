import { createHmac } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Delivery } from '#sandbox/shopify/webhooks/delivery.ts';
import { API_SECRET, type ReceivedWebhook, startShop } from './shop-harness.ts';

// Who counts webhooks here counts those of the order and its routing.
const shop = await startShop({ without: ['orders/updated'] });
const { receiver } = shop;

const routing = 'fulfillment_orders/order_routing_complete';

beforeEach(() => shop.control({ paidAtPlacing: false }));

function topics(): unknown[] {
  return receiver.webhooks.map(({ headers }) => headers['x-shopify-topic']);
}

function idOf({ headers }: ReceivedWebhook): unknown {
  return headers['x-shopify-webhook-id'];
}

async function received(count: number): Promise<ReceivedWebhook[]> {
  await vi.waitFor(() => expect(topics()).toHaveLength(count), { timeout: 10_000 });
  return receiver.webhooks;
}

async function logOf(orderId: string): Promise<Delivery[]> {
  const { body } = await shop.call('GET', '/_control/webhooks');
  return body.webhooks.filter((delivery: Delivery) => delivery.orderId === orderId);
}

describe('an order', () => {
  it('is announced at once, signed, in the shape of the REST API, before it has fulfillment orders', async () => {
    await shop.control({ routingDelayMs: 60_000 });
    const orderId = await shop.placeOrder({
      lines: [
        { sku: 'SKU-001', quantity: 2 },
        { title: 'Gravure « été »', unitPrice: 500 },
      ],
      shippingLine: { title: 'Home', code: 'STANDARD', source: 'OneStock', price: 490 },
      email: 'élise@example.com',
    });
    const [webhook] = await received(1);
    const signature = createHmac('sha256', API_SECRET)
      .update(webhook?.raw ?? '')
      .digest('base64');
    expect(webhook?.path).toBe('/webhooks/shopify');
    expect(webhook?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-hmac-sha256': signature,
      'x-shopify-shop-domain': shop.shopify.shop,
      'x-shopify-api-version': '2026-10',
      'x-shopify-webhook-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-shopify-event-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'x-shopify-triggered-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
    expect(webhook?.body).toMatchObject({
      id: Number(orderId.split('/').at(-1)),
      admin_graphql_api_id: orderId,
      currency: 'EUR',
      total_price: '49.70',
      created_at: expect.stringMatching(/[+-]\d\d:\d\d$/),
      shipping_address: { country_code: 'FR', zip: '75011' },
      line_items: [
        { sku: 'SKU-001', quantity: 2, price: '19.90', requires_shipping: true },
        { sku: '', title: 'Gravure « été »', variant_id: null, price: '5.00' },
      ],
      shipping_lines: [{ title: 'Home', code: 'STANDARD', source: 'OneStock', price: '4.90' }],
    });
    expect(shop.shopify.store.orders.get(orderId)?.fulfillmentOrders).toEqual([]);
  });

  it('is announced again for each fulfillment order when it has been routed', async () => {
    const [paris, lyon] = shop.shopify.store.locations;
    const deliveryMethod = { serviceCode: 'STANDARD', presentedName: 'Home' };
    const orderId = await shop.placeOrder({
      lines: [{ sku: 'SKU-001', quantity: 2 }],
      deliveries: [paris, lyon].map((location) => ({
        locationId: location?.id,
        lines: [{ line: 0, quantity: 1 }],
        deliveryMethod,
      })),
    });
    const webhooks = await received(3);
    expect(topics().sort()).toEqual([routing, routing, 'orders/create']);
    const routed = shop.shopify.store.orders.get(orderId)?.fulfillmentOrders ?? [];
    const announced = webhooks.flatMap(({ body }) => (body.fulfillment_order ? [body] : []));
    expect(announced).toHaveLength(routed.length);
    expect(announced).toEqual(
      expect.arrayContaining(routed.map(({ id }) => ({ fulfillment_order: { id, status: 'open' } }))),
    );
  });
});

describe('a receiver that does not acknowledge', () => {
  it.each([500, 404, 302])(
    'gets eight retries of the same webhook after %i, and then no more',
    async (status) => {
      receiver.status = status;
      await shop.control({ timeScale: 1_000_000, routingDelayMs: 60_000 });
      const orderId = await shop.placeOrder();
      const webhooks = await received(9);
      expect(new Set(webhooks.map(idOf)).size).toBe(1);
      expect(new Set(webhooks.map(({ raw }) => raw.toString())).size).toBe(1);
      await vi.waitFor(async () => expect((await logOf(orderId))[0]?.status).toBe('failed'));
      expect((await logOf(orderId))[0]?.attempts.map((attempt) => attempt.status)).toEqual(
        Array(9).fill(status),
      );
    },
  );

  it('is tried again until it acknowledges', async () => {
    receiver.next.push(503, 500);
    await shop.control({ timeScale: 1000, routingDelayMs: 60_000 });
    const orderId = await shop.placeOrder();
    await vi.waitFor(async () => expect((await logOf(orderId))[0]?.status).toBe('delivered'));
    const [delivery] = await logOf(orderId);
    expect(delivery?.attempts.map(({ status }) => status)).toEqual([503, 500, 200]);
  });

  it('has failed when it takes longer than it may', async () => {
    receiver.status = null;
    await shop.control({ webhookTimeoutMs: 50, routingDelayMs: 60_000 });
    const orderId = await shop.placeOrder();
    await vi.waitFor(async () => expect((await logOf(orderId))[0]?.status).toBe('retrying'));
    expect((await logOf(orderId))[0]?.attempts).toEqual([
      expect.objectContaining({ status: null, problem: expect.any(String) }),
    ]);
  });
});

describe('the control door', () => {
  it('holds webhooks back until told to let them go', async () => {
    await shop.control({ holdWebhooks: true, routingDelayMs: 0 });
    const orderId = await shop.placeOrder();
    await vi.waitFor(async () => expect(await logOf(orderId)).toHaveLength(2));
    expect((await logOf(orderId)).map(({ status }) => status)).toEqual(['held', 'held']);
    expect(receiver.webhooks).toEqual([]);
    await shop.control({ holdWebhooks: false });
    await received(2);
  });

  it('lets held webhooks go in reverse', async () => {
    await shop.control({ holdWebhooks: true, reorderWebhooks: true, routingDelayMs: 0 });
    const orderId = await shop.placeOrder();
    await vi.waitFor(async () => expect(await logOf(orderId)).toHaveLength(2));
    await shop.control({ holdWebhooks: false });
    await received(2);
    expect(topics()).toEqual([routing, 'orders/create']);
  });

  it('lets the next webhook overtake each', async () => {
    await shop.control({ reorderWebhooks: true, routingDelayMs: 0 });
    await shop.placeOrder();
    await received(2);
    expect(topics()).toEqual([routing, 'orders/create']);
  });

  it('sends copies with the same id', async () => {
    await shop.control({ duplicateWebhooks: 2, routingDelayMs: 60_000 });
    await shop.placeOrder();
    const webhooks = await received(3);
    expect(new Set(webhooks.map(idOf)).size).toBe(1);
  });

  it('replays the webhooks of an order, unchanged, as often as asked and backwards', async () => {
    await shop.control({ routingDelayMs: 0 });
    const orderId = await shop.placeOrder();
    const [first, second] = (await received(2)).map(idOf);
    await vi.waitFor(async () =>
      expect((await logOf(orderId)).map(({ status }) => status)).toEqual(Array(2).fill('delivered')),
    );
    receiver.webhooks.length = 0;
    const number = Number(orderId.split('/').at(-1));
    const { body } = await shop.call('POST', '/_control/webhooks/replay', {
      orderId: number,
      times: 2,
      reverse: true,
    });
    expect(body).toEqual({ replayed: 4 });
    const sent = (await logOf(orderId)).map(({ webhookId }) => webhookId);
    expect(new Set([first, second])).toEqual(new Set(sent));
    expect(receiver.webhooks.map(idOf)).toEqual([sent[1], sent[0], sent[1], sent[0]]);

    receiver.webhooks.length = 0;
    await shop.call('POST', '/_control/webhooks/replay', { webhookId: sent[0] });
    expect(receiver.webhooks.map(idOf)).toEqual([sent[0]]);
    expect((await shop.call('POST', '/_control/webhooks/replay', { webhookId: 'none' })).status).toBe(404);
    expect((await shop.call('POST', '/_control/webhooks/replay', {})).status).toBe(400);
  });

  it('sends any subscribed topic, and nothing for one that nobody subscribed to', async () => {
    const send = (topic: string) =>
      shop.call('POST', '/_control/webhooks/send', { topic, payload: { id: 5 } });
    expect((await send('orders/paid')).body.webhookIds).toHaveLength(1);
    expect((await send('themes/create')).body.webhookIds).toEqual([]);
    const [webhook] = await received(1);
    expect(webhook?.body).toEqual({ id: 5 });
  });
});

describe('the end of an installation', () => {
  it('is announced last; only compliance follows, until the app is installed again', async () => {
    await shop.call('POST', '/_control/uninstall', {});
    await received(1);
    await shop.control({ routingDelayMs: 60_000 });
    await shop.placeOrder();
    const { body } = await shop.call('POST', '/_control/compliance', { topic: 'shop/redact' });
    expect(body.webhookIds).toHaveLength(1);
    const webhooks = await received(2);
    expect(topics()).toEqual(['app/uninstalled', 'shop/redact']);
    expect(webhooks[0]?.body).toMatchObject({
      myshopify_domain: shop.shopify.shop,
      iana_timezone: 'Europe/Paris',
    });
    expect(webhooks[1]?.body).toEqual({ shop_id: expect.any(Number), shop_domain: shop.shopify.shop });

    await shop.tokenWith('read_orders');
    await shop.placeOrder();
    await received(3);
    expect(topics().at(-1)).toBe('orders/create');
  });

  it.each(['customers/data_request', 'customers/redact'])(
    '%s names the orders that it is about',
    async (topic) => {
      await shop.control({ routingDelayMs: 60_000, holdWebhooks: true });
      const orderId = await shop.placeOrder({ email: 'elise@example.com' });
      const number = Number(orderId.split('/').at(-1));
      await shop.call('POST', '/_control/compliance', { topic, orderIds: [orderId] });
      await shop.control({ holdWebhooks: false });
      const webhooks = await received(2);
      const webhook = webhooks.find(({ headers }) => headers['x-shopify-topic'] === topic);
      expect(webhook?.body.customer.email).toBe('elise@example.com');
      expect(webhook?.body.orders_requested ?? webhook?.body.orders_to_redact).toEqual([number]);
    },
  );
});
