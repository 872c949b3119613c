export { readDeliveryOptions } from './delivery-promises.ts';
export type { OneStockError, OneStockErrorCode } from './errors.ts';
export type { Exchange } from './exchange.ts';
export { createOneStockGateway } from './gateway.ts';
export { checkHost, type HostPolicy } from './host-policy.ts';
export type {
  NewOrder,
  NewOrderAddress,
  NewOrderCustomer,
  NewOrderDiscount,
  NewOrderItem,
  NewOrderPrice,
  NewOrderTax,
} from './new-order.ts';
export type {
  GroupRemoval,
  GroupsRemoved,
  OneStockGroup,
  OneStockOrder,
  OneStockOrderItem,
  OneStockOrders,
  OneStockParcel,
  UnitRange,
} from './order-types.ts';
export { PROBED_RESOURCES, type ProbedResource } from './probe.ts';
export { RESOURCES, type Resource } from './resources.ts';
export { type SignatureChecks, type SignatureForm, verifyOneStockSignature } from './signature.ts';
export type {
  ApiVersion,
  CallOptions,
  DeliveryPromise,
  DeliveryPromiseAnswer,
  DeliveryPromiseQuestion,
  DestinationQuestion,
  Endpoint,
  NamedThing,
  OneStockConnection,
  OneStockGateway,
} from './types.ts';
export type { NewWebhook, OneStockWebhook, OneStockWebhooks, WebhookStatus } from './webhook-types.ts';
