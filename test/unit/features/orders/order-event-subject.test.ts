import { describe, expect, it } from 'vitest';
import { orderEventSubject } from '#app/features/orders/order-event-subject.ts';

describe('the subject of an event', () => {
  it('is the order that was created, by its global id or by its number', () => {
    const id = 'gid://shopify/Order/6172983901';
    expect(orderEventSubject('orders/create', { id: 1, admin_graphql_api_id: id })).toBe(id);
    expect(orderEventSubject('orders/create', { id: 6172983901 })).toBe(id);
  });

  it('is the fulfillment order that was routed, for the body names no order', () => {
    const id = 'gid://shopify/FulfillmentOrder/77';
    const topic = 'fulfillment_orders/order_routing_complete';
    expect(orderEventSubject(topic, { fulfillment_order: { id, status: 'open' } })).toBe(id);
    expect(orderEventSubject(topic, { fulfillment_order: { id: 77 } })).toBe(id);
  });

  it('is the order that was paid, cancelled, edited or refunded', () => {
    const id = 'gid://shopify/Order/6172983901';
    const refund = 'gid://shopify/Refund/9';
    expect(orderEventSubject('orders/paid', { admin_graphql_api_id: id })).toBe(id);
    expect(orderEventSubject('orders/cancelled', { id: 6172983901 })).toBe(id);
    expect(orderEventSubject('orders/edited', { order_edit: { id: 7, order_id: 6172983901 } })).toBe(id);
    expect(orderEventSubject('refunds/create', { admin_graphql_api_id: refund, order_id: 6172983901 })).toBe(
      id,
    );
  });

  it.each([null, {}, { id: 'gid://shopify/Product/1' }, { id: '1; drop' }, 'text', []])(
    'is null for %j',
    (body) => {
      expect(orderEventSubject('orders/create', body)).toBeNull();
      expect(orderEventSubject('fulfillment_orders/order_routing_complete', body)).toBeNull();
      expect(orderEventSubject('orders/edited', body)).toBeNull();
      expect(orderEventSubject('refunds/create', body)).toBeNull();
    },
  );
});
