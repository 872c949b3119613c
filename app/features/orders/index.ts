export type { IntentDecision } from './convergence/decide-intent.ts';
export type { OrderConvergence } from './convergence/index.ts';
export {
  type ConvergeOrderPayload,
  createOneStockEvents,
  type EventSender,
  ONESTOCK,
  type OneStockEvents,
  oneStockSource,
} from './convergence/onestock-events/index.ts';
export { createOrders, type Orders } from './create-orders.ts';
export { clearWhileOff } from './export/clear-while-off.ts';
export type { Decision } from './export/decided.ts';
export {
  createOrderExports,
  type OrderExports,
  type Synchronization,
} from './export/index.ts';
export { takeUpCorrected } from './export/take-up-corrected.ts';
export type { OrderEvent, ResolveOrderPayload } from './note-event.ts';
export { ORDER_TOPICS, type OrderTopic } from './order-event-subject.ts';
export { orderTopics } from './order-topics.ts';
export {
  type DeliveryPromiseParameter,
  deliveryPromiseParameter,
} from './promise/delivery-promise-parameter.ts';
export { createOrderPromises, type OrderPromises } from './promise/index.ts';
export type { LastPromise } from './promise/read-last-promise.ts';
export type { Outcome, ResolveDependencies } from './promise/resolve-promise.ts';
export type { PromiseSource, ResolvedGroup, StoredPromise } from './promise/types.ts';
export { CONVERGE_ORDER, type OrderError, type OrderState, RESOLVE_ORDER } from './shape.ts';
export { TABLES } from './tables.ts';
export { createOrderStories, type OrderStories } from './views/index.ts';
export type * from './views/types.ts';
