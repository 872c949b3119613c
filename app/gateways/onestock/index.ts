export { readDeliveryOptions } from './delivery-promises.ts';
export type { OneStockError, OneStockErrorCode } from './errors.ts';
export { createOneStockGateway } from './gateway.ts';
export { checkHost, type HostPolicy } from './host-policy.ts';
export { PROBED_RESOURCES, type ProbedResource } from './probe.ts';
export { RESOURCES, type Resource } from './resources.ts';
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
