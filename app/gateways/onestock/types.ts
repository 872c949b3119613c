import type { ResultAsync } from 'neverthrow';
import type { CallOptions, OneStockConnection } from './connection.ts';
import type { OneStockError } from './errors.ts';
import type {
  DeliveryPromiseAnswer,
  DeliveryPromiseQuestion,
  ObservedCallOptions,
} from './resources/delivery-promises.ts';
import type { Endpoint } from './resources/endpoints.ts';
import type { NamedThing } from './resources/named-lists.ts';
import type { OneStockOrders } from './resources/order-types.ts';
import type { ProbedResource } from './resources/probe.ts';
import type { OneStockWebhooks } from './resources/webhook-types.ts';

/**
 * Every call that the app makes to OneStock. Each ends within its deadline, with what was asked or with a
 * {@link OneStockError}; none throws for a fault of the outside world.
 */
export interface OneStockGateway extends OneStockOrders, OneStockWebhooks {
  /** Asks which delivery promises OneStock can keep. One call, five seconds unless told otherwise. */
  deliveryPromises(
    connection: OneStockConnection,
    question: DeliveryPromiseQuestion,
    options?: ObservedCallOptions,
  ): ResultAsync<DeliveryPromiseAnswer, OneStockError>;
  /** Every endpoint of the site, read page by page. One minute unless told otherwise. */
  endpoints(connection: OneStockConnection, options?: CallOptions): ResultAsync<Endpoint[], OneStockError>;
  /**
   * One page of the endpoints, from the one of the number `start`, counted from 0. A short page may have others behind it; one that names
   * nothing new is the last. Ten seconds unless told otherwise.
   */
  endpointsPage(
    connection: OneStockConnection,
    start: number,
    options?: CallOptions,
  ): ResultAsync<Endpoint[], OneStockError>;
  /** The delivery methods that promises can be asked for. Ten seconds unless told otherwise. */
  deliveryConfigs(
    connection: OneStockConnection,
    options?: CallOptions,
  ): ResultAsync<NamedThing[], OneStockError>;
  /** The sales channels of the site. Ten seconds unless told otherwise. */
  salesChannels(
    connection: OneStockConnection,
    options?: CallOptions,
  ): ResultAsync<NamedThing[], OneStockError>;
  /** The ruleset chainings by which orders can be orchestrated. Ten seconds unless told otherwise. */
  rulesetChainings(
    connection: OneStockConnection,
    options?: CallOptions,
  ): ResultAsync<NamedThing[], OneStockError>;
  /**
   * Tries whether the API user may use a resource: `onestock_forbidden` when not. To be asked once {@link check} has proved the
   * credentials. Ten seconds unless told otherwise.
   */
  probe(
    connection: OneStockConnection,
    resource: ProbedResource,
    options?: CallOptions,
  ): ResultAsync<void, OneStockError>;
  /** Has a login ready for the calls to come; nothing to do when there is one. Ten seconds unless told otherwise. */
  logIn(connection: OneStockConnection, options?: CallOptions): ResultAsync<void, OneStockError>;
  /** Logs in anew and asks OneStock whether the connection works. Ten seconds unless told otherwise. */
  check(connection: OneStockConnection, options?: CallOptions): ResultAsync<void, OneStockError>;
  /** Ends the calls under way (`onestock_cancelled`) and closes every connection. */
  close(): Promise<void>;
}
