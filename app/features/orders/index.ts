export { createOrderConvergence, type OrderConvergence } from './converge/index.ts';
export type { IntentDecision } from './decide-intent.ts';
export { type DeliveryPromiseParameter, deliveryPromiseParameter } from './delivery-promise-parameter.ts';
export {
  createOrderExports,
  type OrderExports,
  type Synchronization,
} from './export/index.ts';
export type { OrderEvent, ResolveOrderPayload } from './note-event.ts';
export {
  type ConvergeOrderPayload,
  createOneStockEvents,
  type EventSender,
  ONESTOCK,
  type OneStockEvents,
  oneStockSource,
} from './onestock-events/index.ts';
export { ORDER_TOPICS, type OrderTopic } from './order-event-subject.ts';
export { orderTopics } from './order-topics.ts';
export { createOrders, type Orders } from './orders.ts';
export type { LastPromise } from './read-last-promise.ts';
export type { Outcome, ResolveDependencies } from './resolve-promise.ts';
export { createOrderStories, type OrderStories } from './seeing/index.ts';
export type * from './seeing/types.ts';
export { CONVERGE_ORDER, type OrderError, RESOLVE_ORDER, type SeenState } from './shape.ts';
export { TABLES } from './tables.ts';
export type { PromiseSource, ResolvedGroup, StoredPromise } from './types.ts';
