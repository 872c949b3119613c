export { createOrderConvergence, type OrderConvergence } from './converge/index.ts';
export type { IntentDecision } from './decide-intent.ts';
export { type DeliveryPromiseParameter, deliveryPromiseParameter } from './delivery-promise-parameter.ts';
export {
  createOrderSettingsEditor,
  type OrderSettingsEditor,
  type OrderSettingsFault,
} from './edit-order-settings.ts';
export {
  createOrderExports,
  type ExportState,
  type OrderExports,
  type Synchronization,
} from './export/index.ts';
export { type OrderEvent, RESOLVE_ORDER, type ResolveOrderPayload } from './note-event.ts';
export {
  CONVERGE_ORDER,
  type ConvergeOrderPayload,
  convergenceAfter,
  createOneStockEvents,
  type DescribedEvent,
  describeOneStockEvent,
  type EventSender,
  type OneStockEvents,
} from './onestock-events/index.ts';
export {
  ORDER_CHANGE_TOPICS,
  ORDER_TOPICS,
  type OrderTopic,
  orderEventSubject,
} from './order-event-subject.ts';
export type { OrderSettings } from './order-settings.ts';
export { createOrders, type Orders } from './orders.ts';
export type { LastPromise } from './read-last-promise.ts';
export type { Outcome, ResolveDependencies } from './resolve-promise.ts';
export { createOrderStories, type OrderStories } from './seeing/index.ts';
export type * from './seeing/types.ts';
export type { OrderError, PromiseSource, ResolvedGroup, StoredPromise } from './types.ts';
