import type { Settings } from '../control/settings.ts';
import type { Store } from '../store/store.ts';
import type { Order } from '../store/types.ts';
import { editPayload } from './edit-payload.ts';
import {
  cancelledPayload,
  heldPayload,
  mergedPayload,
  movedPayload,
  splitPayload,
  statusPayload,
} from './fulfillment-order-payloads.ts';
import { fulfillmentPayload } from './fulfillment-payload.ts';
import { orderPayload } from './order-payload.ts';
import { refundPayload } from './refund-payload.ts';
import { returnPayload } from './return-payload.ts';
import type { Webhooks } from './webhooks.ts';

type Publish = (topic: string, order: Order, payload: object) => void;

/** Sends the webhooks of everything that happens to the orders of a shop. */
export function announceOrders(store: Store, webhooks: Webhooks, settings: Settings): void {
  const publish: Publish = (topic, order, payload) => {
    webhooks.publish(store, { topic, payload, orderId: order.id });
  };
  const publishOrder = (topic: string, order: Order) => publish(topic, order, orderPayload(store, order));

  store.events.on('orderCreated', (order) => {
    publishOrder('orders/create', order);
    if (settings.paidAtPlacing && order.financialStatus === 'PAID') publishOrder('orders/paid', order);
  });
  store.events.on('orderUpdated', (order) => publishOrder('orders/updated', order));
  store.events.on('orderPaid', (order) => publishOrder('orders/paid', order));
  store.events.on('orderCancelled', (order) => publishOrder('orders/cancelled', order));
  store.events.on('orderEdited', (order, edit) =>
    publish('orders/edited', order, editPayload(store.shop, order, edit)),
  );
  store.events.on('refundCreated', (order, refund) =>
    publish('refunds/create', order, refundPayload(store, order, refund)),
  );
  store.events.on('returnChanged', (order, changed, change) =>
    publish(`returns/${change}`, order, returnPayload(order, changed, change)),
  );
  announceFulfillments(store, publish);
  announceFulfillmentOrders(store, publish);
}

function announceFulfillments(store: Store, publish: Publish): void {
  store.events.on('fulfillmentCreated', (order, made) =>
    publish('fulfillments/create', order, fulfillmentPayload(store, order, made)),
  );
  store.events.on('fulfillmentUpdated', (order, changed) =>
    publish('fulfillments/update', order, fulfillmentPayload(store, order, changed)),
  );
}

function announceFulfillmentOrders({ events }: Store, publish: Publish): void {
  const publishChange: Publish = (name, order, payload) =>
    publish(`fulfillment_orders/${name}`, order, payload);

  events.on('orderRouted', (order) => {
    for (const routed of order.fulfillmentOrders) {
      publishChange('order_routing_complete', order, statusPayload(routed));
    }
  });
  events.on('fulfillmentOrderReady', (order, ready) =>
    publishChange('scheduled_fulfillment_order_ready', order, statusPayload(ready)),
  );
  events.on('fulfillmentOrderHeld', (order, held) =>
    publishChange('placed_on_hold', order, heldPayload(held)),
  );
  events.on('fulfillmentOrderReleased', (order, released) =>
    publishChange('hold_released', order, statusPayload(released)),
  );
  events.on('fulfillmentOrderMoved', (order, move) => publishChange('moved', order, movedPayload(move)));
  events.on('fulfillmentOrderSplit', (order, split) => publishChange('split', order, splitPayload(split)));
  events.on('fulfillmentOrdersMerged', (order, merged) =>
    publishChange('merged', order, mergedPayload(merged)),
  );
  events.on('fulfillmentOrderCancelled', (order, cancelled, replacement) =>
    publishChange('cancelled', order, cancelledPayload(cancelled, replacement)),
  );
}
