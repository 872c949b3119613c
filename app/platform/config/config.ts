import type { EncryptionKey } from '../crypto/index.ts';

/** Which processes share the work: `all` is one process that does everything. */
export type Role = 'all' | 'web' | 'worker';

/** Everything that the environment decides, checked. */
export interface Config {
  readonly environment: 'development' | 'production' | 'test';
  readonly port: number;
  /** The address to listen on; every interface when left out. */
  readonly host?: string;
  /** The origin under which browsers and Shopify reach the app, without a slash at the end. */
  readonly appUrl: string;
  readonly shopify: {
    readonly apiKey: string;
    readonly apiSecret: string;
    /** Signatures made with it are accepted as well, while the secret is rotated. */
    readonly previousApiSecret?: string;
    readonly scopes: readonly string[];
  };
  readonly database: {
    /** Set unless `embedded`. */
    readonly url?: string;
    readonly embedded: boolean;
    /** Absolute path of what this machine keeps. */
    readonly dataDirectory: string;
  };
  readonly encryption: {
    /** The first one writes; a second one is still read. */
    readonly keys: readonly EncryptionKey[];
  };
  readonly oneStock: {
    /** `host` or `host:port` in lower case: accepted besides OneStock's own domain. */
    readonly allowedHosts: readonly string[];
    readonly allowPrivateAddresses: boolean;
    readonly allowHttp: boolean;
  };
  /** How many traces of successful rate requests are kept, a shop and day; those that show a failure are all kept. */
  readonly tracesPerShopAndDay: number;
  /** What `GET /metrics` asks for as a bearer token; open to everybody when left out. */
  readonly metricsToken?: string;
  readonly logLevel: string;
  /** How many jobs one process runs at once. */
  readonly workerConcurrency: number;
}

/** One thing wrong with the environment. */
export interface ConfigFault {
  readonly variable: string;
  readonly message: string;
}

/** What the app asks of a shop when SCOPES is not set; the same list as in shopify.app.toml. */
export const DEFAULT_SCOPES: readonly string[] = [
  'read_locales',
  'read_locations',
  'read_products',
  'write_inventory',
  'write_merchant_managed_fulfillment_orders',
  'write_orders',
  'write_shipping',
];
