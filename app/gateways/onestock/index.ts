export type { OneStockError, OneStockErrorCode } from './errors.ts';
export { createOneStockGateway } from './gateway.ts';
export { checkHost, type HostPolicy } from './host-policy.ts';
export type {
  ApiVersion,
  CallOptions,
  CollectQuestion,
  DeliveryPromise,
  DeliveryPromiseAnswer,
  DeliveryPromiseQuestion,
  DestinationQuestion,
  Endpoint,
  HomeQuestion,
  NamedThing,
  OneStockConnection,
  OneStockGateway,
} from './types.ts';
