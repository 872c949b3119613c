import { describe, expect, test } from 'vitest';
import { privacyTopics } from '#app/features/records/index.ts';
import { shopifySource, shopTopics } from '#app/features/shops/index.ts';

const source = shopifySource({ ...shopTopics({} as never), ...privacyTopics({} as never) });
const shopEventFacts = (topic: string, body: unknown) => source.read(body as object, { topic })?.facts;

// The bodies as https://shopify.dev/docs/apps/build/compliance/privacy-law-compliance shows them.
const CUSTOMER = { id: 191167, email: 'john@example.com', phone: '555-625-1199' };

describe('what the inbox keeps of an event about the shop', () => {
  test('is the ids of the orders to redact, and nothing of the customer', () => {
    const body = {
      shop_id: 954889,
      shop_domain: 'x',
      customer: CUSTOMER,
      orders_to_redact: [299938, '280263'],
    };
    const facts = shopEventFacts('customers/redact', body);
    expect(facts).toEqual({
      orderIds: ['gid://shopify/Order/299938', 'gid://shopify/Order/280263'],
      requestId: '',
    });
  });

  test('is the ids of the orders and of the request when a customer asks for their data', () => {
    const body = { customer: CUSTOMER, orders_requested: [299938], data_request: { id: 9999 } };
    expect(shopEventFacts('customers/data_request', body)).toEqual({
      orderIds: ['gid://shopify/Order/299938'],
      requestId: '9999',
    });
  });

  test('is nothing of an uninstallation, whose body is the whole shop with its owner’s address', () => {
    expect(shopEventFacts('app/uninstalled', { id: 1, email: 'owner@example.com' })).toEqual({});
    expect(shopEventFacts('shop/redact', { shop_id: 1, shop_domain: 'x' })).toEqual({});
  });

  test.each([null, 'text', {}, { orders_to_redact: null }, { orders_to_redact: [{ id: 1 }] }])(
    'of a body of another shape, %o, is no order',
    (body) => {
      expect(shopEventFacts('customers/redact', body)).toEqual({ orderIds: [], requestId: '' });
    },
  );
});
