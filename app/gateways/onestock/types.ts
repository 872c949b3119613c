import type { ResultAsync } from 'neverthrow';
import type { OneStockError } from './errors.ts';
import type { Exchange } from './exchange.ts';
import type { OneStockOrders } from './order-types.ts';
import type { ProbedResource } from './probe.ts';
import type { OneStockWebhooks } from './webhook-types.ts';

/** The version prefix of OneStock's routes; the empty text is the legacy, unversioned form. */
export type ApiVersion = '' | 'v2' | 'v3' | 'v4';

/** How one shop reaches its OneStock site. */
export interface OneStockConnection {
  siteId: string;
  /** An origin, such as `https://api.onestock-retail.com`. */
  host: string;
  apiVersion: ApiVersion;
  userId: string;
  password: string;
}

export interface CallOptions {
  /** Bounds the whole call: login, every page and every byte of the answers. In milliseconds. */
  timeoutMs?: number;
  /** Gives the call up early. A reason named `TimeoutError` counts as a timeout, any other as a cancellation. */
  signal?: AbortSignal;
}

export interface ObservedCallOptions extends CallOptions {
  /** Is shown each exchange of the call, without logins; more than one where OneStock refused a token. */
  observe?(exchange: Exchange): void;
}

export interface HomeQuestion {
  deliveryMethod: string;
  kind: 'home';
  location: {
    /** ISO 3166-1 alpha-2. */
    country: string;
    state?: string;
    zipCode?: string;
  };
}

export interface CollectQuestion {
  deliveryMethod: string;
  kind: 'collect';
  endpointId: string;
}

export type DestinationQuestion = HomeQuestion | CollectQuestion;

export interface DeliveryPromiseQuestion {
  salesChannel?: string;
  lines: readonly { itemId: string; quantity: number }[];
  /** A decimal number in major units (49.99), in the currency of the site. */
  basketTotal?: number;
  options: readonly DestinationQuestion[];
}

export interface DeliveryPromiseAnswer {
  /** One entry a requested option, to be matched by delivery method and, for collect, by endpoint. */
  promises: DeliveryPromise[];
  requestId?: string;
}

export interface DeliveryPromise {
  deliveryMethod: string;
  endpointId?: string;
  /** `valid`, `valid_estimation`, `partial`, `partial_estimation` or `none`; an unknown one is kept as it came. */
  status: string;
  reason?: string;
  /** Until when an order must be placed for this promise to hold. */
  cutoff?: Date;
  etaStart?: Date;
  etaEnd?: Date;
  /** Major units. */
  cost?: number;
  /** IANA name of the destination's zone. */
  timezone?: string;
  carriers: { name: string; option?: string }[];
  /** OneStock's own object as it came: the order sends it back unchanged. */
  option: Record<string, unknown>;
}

/** A place that holds stock: a store or a warehouse. */
export interface Endpoint {
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  zipCode?: string;
  city?: string;
  lines?: string[];
  latitude?: number;
  longitude?: number;
  /** IANA name. */
  timezone?: string;
  /** Shoppers can collect orders here. */
  collects: boolean;
  open: boolean;
  isStore: boolean;
}

export interface NamedThing {
  id: string;
  name: string;
}

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
  /** Logs in anew and asks OneStock whether the connection works. Ten seconds unless told otherwise. */
  check(connection: OneStockConnection, options?: CallOptions): ResultAsync<void, OneStockError>;
  /** Ends the calls under way (`onestock_cancelled`) and closes every connection. */
  close(): Promise<void>;
}
