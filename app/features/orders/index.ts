export { type DeliveryPromiseParameter, deliveryPromiseParameter } from './delivery-promise-parameter.ts';
export { type OrderEvent, RESOLVE_ORDER, type ResolveOrderPayload } from './note-event.ts';
export { ORDER_TOPICS, type OrderTopic, orderEventSubject } from './order-event-subject.ts';
export { createOrders, type Orders } from './orders.ts';
export type { Outcome, ResolveDependencies } from './resolve-promise.ts';
export type { OrderError, PromiseSource, ResolvedGroup, StoredPromise } from './types.ts';
