import type { Settings } from '../control/settings.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';
import { editPayload } from './edit-payload.ts';
import { orderPayload } from './order-payload.ts';
import { refundPayload } from './refund-payload.ts';
import { routingPayload } from './shop-payloads.ts';
import type { Webhooks } from './webhooks.ts';

/** Sends the webhooks of everything that happens to the orders of a shop. */
export function announceOrders(store: Store, webhooks: Webhooks, settings: Settings): void {
  const publish = (topic: string, order: Order, payload: object) =>
    webhooks.publish(store, { topic, payload, orderId: order.id });
  const publishOrder = (topic: string, order: Order) => publish(topic, order, orderPayload(store, order));

  store.events.on('orderCreated', (order) => {
    publishOrder('orders/create', order);
    if (settings.paidAtPlacing && order.financialStatus === 'PAID') publishOrder('orders/paid', order);
  });
  store.events.on('orderRouted', (order) => {
    for (const routed of order.fulfillmentOrders) {
      publish('fulfillment_orders/order_routing_complete', order, routingPayload(routed));
    }
  });
  store.events.on('orderPaid', (order) => publishOrder('orders/paid', order));
  store.events.on('orderCancelled', (order) => publishOrder('orders/cancelled', order));
  store.events.on('orderEdited', (order, edit) =>
    publish('orders/edited', order, editPayload(store.shop, order, edit)),
  );
  store.events.on('fulfillmentOrderReady', (order, ready) =>
    publish('fulfillment_orders/scheduled_fulfillment_order_ready', order, routingPayload(ready)),
  );
  store.events.on('refundCreated', (order, refund) =>
    publish('refunds/create', order, refundPayload(store, order, refund)),
  );
}
