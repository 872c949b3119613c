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
