import { createHmac, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import { shopifyWebhooks } from '#app/endpoints/webhooks/shopify.ts';
import { ORDER_TOPICS, orderTopics } from '#app/features/orders/index.ts';
import { privacyTopics } from '#app/features/records/index.ts';
import { shopifySource, shopTopics } from '#app/features/shops/index.ts';
import { freshDatabase } from '#test/support/database.ts';
import { inboxUnderTest } from '#test/support/inbox.ts';

const { database } = await freshDatabase();
const none = {} as never;
const shopEvents = { ...shopTopics(none), ...privacyTopics(none) };
const source = shopifySource({ ...shopEvents, ...orderTopics({ promise: none, export: none }) });
const inbox = inboxUnderTest(database, { sources: [source] });
const handle = shopifyWebhooks({
  receive: (event) => inbox.receive(source.name, event),
  secrets: ['secret'],
  log: pino({ enabled: false }),
});

function send(topic: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return handle(
    new Request('http://app/webhooks/shopify', {
      method: 'POST',
      body,
      headers: {
        'x-shopify-topic': topic,
        'x-shopify-shop-domain': 'test-shop.myshopify.com',
        'x-shopify-webhook-id': randomUUID(),
        'x-shopify-triggered-at': '2026-11-21T10:00:00Z',
        'x-shopify-hmac-sha256': createHmac('sha256', 'secret').update(body).digest('base64'),
        ...headers,
      },
    }),
  );
}

const topics = [...ORDER_TOPICS, ...Object.keys(shopEvents), 'orders/paid', 'unheard/of'];

/** What JSON can hold and a database may refuse, or a program stumble over. */
const odd = fc.oneof(
  fc.constantFrom('\u0000', '9\u0000', '\ud800', 'gid://shopify/Order/7\u0000', '7'.repeat(20_000), '7 '),
  fc.constantFrom({ toString: 1 }, { toString: null }, [[]], -1, 1e300, 7.5),
  fc.jsonValue(),
);
const body = fc.record(
  {
    id: odd,
    admin_graphql_api_id: odd,
    fulfillment_order: fc.oneof(fc.record({ id: odd }), odd),
    data_request: fc.oneof(fc.record({ id: odd }), odd),
    orders_to_redact: fc.oneof(fc.array(odd), odd),
    orders_requested: fc.oneof(fc.array(odd), odd),
  },
  { requiredKeys: [] },
);

describe('a signed webhook', () => {
  it('is kept and acknowledged, however odd its body', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...topics), body, async (topic, json) => {
        expect((await send(topic, JSON.stringify(json))).status).toBe(200);
      }),
      { numRuns: 300 },
    );
  });

  it('whose body is no JSON object is refused for good', async () => {
    for (const text of ['', '{', 'null', '7', '"text"', '\u0000', '['.repeat(100_000)]) {
      expect((await send('orders/paid', text)).status).toBe(400);
    }
  });

  it.each([
    'junk',
    '',
    '1999-12-31T23:59:59Z',
    '2101-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '-000100-01-01T00:00:00Z',
  ])('is kept without its time when that is “%s”', async (triggeredAt) => {
    const id = randomUUID();
    const headers = { 'x-shopify-triggered-at': triggeredAt, 'x-shopify-webhook-id': id };
    expect((await send('orders/paid', '{}', headers)).status).toBe(200);
    const kept = await database.prisma.inboxEvent.findFirstOrThrow({ where: { messageId: id } });
    expect(kept.triggeredAt).toBeNull();
  });

  it('keeps the ids that are ids, and none of what stands beside them', async () => {
    const kept = async (topic: string, json: object) => {
      const id = randomUUID();
      await send(topic, JSON.stringify(json), { 'x-shopify-webhook-id': id });
      return database.prisma.inboxEvent.findFirstOrThrow({ where: { messageId: id } });
    };
    const paid = await kept('orders/paid', { admin_graphql_api_id: 'gid://shopify/Order/7' });
    expect(paid.subject).toBe('gid://shopify/Order/7');
    const forged = await kept('orders/paid', { admin_graphql_api_id: 'Camille, 1 rue de la Paix' });
    expect(forged.subject).toBeNull();
    const redact = await kept('customers/redact', {
      orders_to_redact: [7, 'Camille', '8', null, '9\u0000'],
      data_request: { id: 'x\u0000' },
    });
    expect(redact.facts).toEqual({
      orderIds: ['gid://shopify/Order/7', 'gid://shopify/Order/8'],
      requestId: '',
    });
  });
});
