export type { ApiVersion, CallOptions, OneStockConnection } from './connection.ts';
export type { OneStockError, OneStockErrorCode } from './errors.ts';
export { createOneStockGateway } from './gateway.ts';
export type {
  DeliveryPromise,
  DeliveryPromiseAnswer,
  DeliveryPromiseQuestion,
  DestinationQuestion,
} from './resources/delivery-promises.ts';
export { readDeliveryOptions } from './resources/delivery-promises.ts';
export type { Endpoint } from './resources/endpoints.ts';
export type { NamedThing } from './resources/named-lists.ts';
export type {
  NewOrder,
  NewOrderAddress,
  NewOrderCustomer,
  NewOrderDiscount,
  NewOrderItem,
  NewOrderPrice,
  NewOrderTax,
} from './resources/new-order.ts';
export type {
  GroupRemoval,
  GroupsRemoved,
  OneStockGroup,
  OneStockOrder,
  OneStockOrderItem,
  OneStockOrders,
  OneStockParcel,
  OrderChange,
  OrderChanged,
  UnitRange,
} from './resources/order-types.ts';
export { partOfGroup } from './resources/part-of-group.ts';
export { PROBED_RESOURCES, type ProbedResource } from './resources/probe.ts';
export type {
  NewWebhook,
  OneStockWebhook,
  OneStockWebhooks,
  WebhookStatus,
} from './resources/webhook-types.ts';
export { RESOURCES, type Resource } from './routes.ts';
export { type SignatureChecks, type SignatureForm, verifyOneStockSignature } from './signature.ts';
export type { Exchange } from './transport/exchange.ts';
export { checkHost, type HostPolicy } from './transport/host-policy.ts';
export type { OneStockGateway } from './types.ts';
