import type { ONESTOCK_CODES } from './codes.ts';
import type { Resource } from './routes.ts';
import type { VendorEntity } from './transport/vendor-error.ts';

/** Why OneStock gave no usable answer: see {@link ONESTOCK_CODES}. */
export type OneStockErrorCode = keyof typeof ONESTOCK_CODES;

/** Where an exchange broke off before an answer came, and Node's code for it, such as `ENOTFOUND`. */
export interface Breakage {
  /** `address`: the name leads to an address that may not be called. */
  at: 'address' | 'dns' | 'tls' | 'connection';
  code: string;
}

/** Why a host may not be called: no origin, none of OneStock's or the operator's, without TLS, in a private network. */
export type HostRefusal = 'no_origin' | 'foreign' | 'unencrypted' | 'private';

export interface OneStockError {
  code: OneStockErrorCode;
  /** The same call may succeed later with nothing changed. */
  retryable: boolean;
  /** What was asked. */
  route?: Route;
  /** When no answer came, and the network or the address is why. */
  broken?: Breakage;
  hostRefusal?: HostRefusal;
  /** The HTTP status, when there was an answer. */
  status?: number;
  /** OneStock's name of this exchange, for its support. */
  requestId?: string;
  /** OneStock's own identifier of the error, such as `already_exists`. */
  vendorCode?: string;
  vendorMessage?: string;
  /** What of the call OneStock did not take, by its path, such as `order.customer.last_name`. */
  field?: string;
  /** What OneStock's error is about, such as the item that it does not know. */
  entity?: VendorEntity;
  /** Where the answer has another form than the app reads, by its path; a dot for all of it. */
  unreadableAt?: string;
  /** How long OneStock asked us to wait. */
  retryAfterMs?: number;
}

/** The routes that the gateway calls. That of the groups is under no name in the policy of the official connector. */
export type Route = 'login' | 'line_item_groups' | Resource;

type Details = Partial<Omit<OneStockError, 'code' | 'route'>>;

const RETRY_CAN_HELP: Record<OneStockErrorCode, boolean> = {
  onestock_unreachable: true,
  onestock_timeout: true,
  onestock_cancelled: true,
  onestock_credentials_refused: false,
  onestock_forbidden: false,
  onestock_rate_limited: true,
  onestock_route_unknown: false,
  onestock_not_found: false,
  onestock_conflict: false,
  onestock_refused: false,
  onestock_failed: true,
  onestock_unreadable: false,
  onestock_host_refused: false,
};

/** Builds the error of a code, with what was asked and what is known of the answer. */
export function oneStockError(code: OneStockErrorCode, route: Route, details: Details = {}): OneStockError {
  return { retryable: RETRY_CAN_HELP[code], ...details, code, route };
}
