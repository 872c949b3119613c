import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, it, type Mock, vi } from 'vitest';
import { shopifyWebhooks } from '#app/endpoints/webhooks/shopify.ts';
import { type KeepEvent, receiveEvent } from '#app/features/inbox/index.ts';
import { orderTopics } from '#app/features/orders/index.ts';
import { privacyTopics } from '#app/features/records/index.ts';
import { shopifySource } from '#app/features/shops/index.ts';

const silent = pino({ level: 'silent' });

const none = {} as never;
const source = shopifySource({ ...privacyTopics(none), ...orderTopics({ promise: none, export: none }) });

/** The door, before a place that keeps what the source leaves of each event. */
function door(receive: Mock<KeepEvent> = vi.fn(async () => 'received' as const)) {
  const handle = shopifyWebhooks({
    receive: (event) => receiveEvent(receive, source, event),
    secrets: ['current', 'previous'],
    log: silent,
  });
  const send = (topic: string, payload: unknown, headers: Record<string, string> = {}) => {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    const all = {
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': 'test-shop.myshopify.com',
      'x-shopify-webhook-id': 'b1',
      'x-shopify-triggered-at': '2026-11-21T10:00:00Z',
      'x-shopify-hmac-sha256': createHmac('sha256', 'current').update(body).digest('base64'),
      ...headers,
    };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
    return handle(new Request('http://app/webhooks/shopify', { method: 'POST', body, headers: sent }));
  };
  return { send, receive };
}

const ORDER = { id: 7, admin_graphql_api_id: 'gid://shopify/Order/7', email: 'camille@example.com' };

describe('a webhook', () => {
  it('is kept as what it is about, without its body, and acknowledged', async () => {
    const { send, receive } = door();
    expect((await send('orders/create', ORDER)).status).toBe(200);
    expect(receive.mock.calls.map(([kept]) => kept)).toEqual([
      {
        source: 'shopify',
        shop: 'test-shop.myshopify.com',
        messageId: 'b1',
        topic: 'orders/create',
        subject: 'gid://shopify/Order/7',
        facts: {},
        triggeredAt: new Date('2026-11-21T10:00:00Z'),
      },
    ]);
  });

  it('about a fulfillment order is kept under that one', async () => {
    const { send, receive } = door();
    await send('fulfillment_orders/order_routing_complete', {
      fulfillment_order: { id: 'gid://shopify/FulfillmentOrder/9' },
    });
    expect(receive).toHaveBeenCalledWith(
      expect.objectContaining({ subject: 'gid://shopify/FulfillmentOrder/9' }),
      expect.any(Function),
    );
  });

  it('about a customer’s data keeps ids of orders, never the customer', async () => {
    const { send, receive } = door();
    await send('customers/redact', {
      customer: { id: 3, email: 'camille@example.com' },
      orders_to_redact: [7, 8],
    });
    expect(JSON.stringify(receive.mock.calls)).not.toContain('camille');
    expect(receive).toHaveBeenCalledWith(
      expect.objectContaining({
        facts: expect.objectContaining({ orderIds: ['gid://shopify/Order/7', 'gid://shopify/Order/8'] }),
      }),
      expect.any(Function),
    );
  });

  it('is read under Shopify’s new header names as well', async () => {
    const { send } = door();
    const old = { 'x-shopify-topic': '', 'x-shopify-webhook-id': '' };
    expect(
      (
        await send('orders/create', ORDER, {
          ...old,
          'shopify-topic': 'orders/create',
          'shopify-webhook-id': 'b2',
        })
      ).status,
    ).toBe(200);
  });

  it.each([
    ['no signature', 401, { 'x-shopify-hmac-sha256': '' }],
    ['a wrong signature', 401, { 'x-shopify-hmac-sha256': 'AAAA' }],
    ['no topic', 400, { 'x-shopify-topic': '' }],
    ['no shop', 400, { 'x-shopify-shop-domain': '' }],
    ['a shop that is none', 400, { 'x-shopify-shop-domain': 'evil.example.com' }],
    ['no webhook id', 400, { 'x-shopify-webhook-id': '' }],
  ])('GIVEN %s, THEN it is refused with %i and not kept', async (_name, status, headers) => {
    const { send, receive } = door();
    expect((await send('orders/create', ORDER, headers)).status).toBe(status);
    expect(receive).not.toHaveBeenCalled();
  });

  it('that is signed but not JSON is refused', async () => {
    expect((await door().send('orders/create', '{')).status).toBe(400);
  });

  it('that cannot be kept is refused, so that Shopify sends it again', async () => {
    const failing = vi.fn(async (): Promise<'received'> => {
      throw new Error('the database is away');
    });
    expect((await door(failing).send('orders/create', ORDER)).status).toBe(503);
  });
});
