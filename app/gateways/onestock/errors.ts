import type { Resource } from './routes.ts';
import type { VendorEntity } from './transport/vendor-error.ts';

/** Why OneStock gave no usable answer. The codes are stable: features and stored records tell errors apart by them. */
export type OneStockErrorCode =
  | 'onestock_unreachable'
  | 'onestock_timeout'
  | 'onestock_cancelled'
  | 'onestock_credentials_refused'
  | 'onestock_forbidden'
  | 'onestock_rate_limited'
  | 'onestock_route_unknown'
  | 'onestock_not_found'
  | 'onestock_conflict'
  | 'onestock_refused'
  | 'onestock_failed'
  | 'onestock_unreadable'
  | 'onestock_host_refused';

/** Where an exchange broke off before an answer came, and Node's code for it, such as `ENOTFOUND`. */
export interface Breakage {
  /** `address`: the name leads to an address that may not be called. */
  at: 'address' | 'dns' | 'tls' | 'connection';
  code: string;
}

export interface OneStockError {
  code: OneStockErrorCode;
  /** The same call may succeed later with nothing changed. */
  retryable: boolean;
  /** For the merchant: what happened, what it means for shoppers, what to do. */
  message: string;
  /** When no answer came, and the network or the address is why. */
  broken?: Breakage;
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
  /** How long OneStock asked us to wait. */
  retryAfterMs?: number;
}

/** The routes that the gateway calls. That of the groups is under no name in the policy of the official connector. */
export type Route = 'login' | 'line_item_groups' | Resource;

type Details = Partial<Omit<OneStockError, 'code' | 'message'>>;

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

const REMEDY: Record<OneStockErrorCode, string> = {
  onestock_unreachable:
    'Check the host in the connection settings; if it is right, the app asks again by itself.',
  onestock_timeout: 'The app asks again by itself; if this lasts, tell OneStock.',
  onestock_cancelled: 'There is nothing to do.',
  onestock_credentials_refused: 'Check the site id, the user id and the password in the connection settings.',
  onestock_forbidden: 'Ask OneStock to grant this resource to the API user.',
  onestock_rate_limited:
    'The app waits and asks again; if this happens often, ask OneStock for a higher limit.',
  onestock_route_unknown: 'The API version or the host in the connection settings is wrong: correct it.',
  onestock_not_found: 'Check that the identifier in the settings still exists in OneStock.',
  onestock_conflict: 'Look at the existing one in OneStock.',
  onestock_refused: 'Check the settings that this call uses, or give OneStock the request id.',
  onestock_failed: 'The app asks again by itself; if this lasts, give OneStock the request id.',
  onestock_unreadable:
    'Check the host and the API version in the connection settings, or give OneStock the request id.',
  onestock_host_refused:
    'Enter an https address under onestock-retail.com, or ask whoever operates this app to allow it.',
};

/**
 * Builds an error whose message says what happened (`what`, a sentence), what that means for shoppers (by the
 * route) and what to do (by the code).
 */
export function oneStockError(
  code: OneStockErrorCode,
  route: Route,
  what: string,
  details: Details = {},
): OneStockError {
  return {
    retryable: RETRY_CAN_HELP[code],
    ...details,
    code,
    message: `${what} ${consequenceFor(route)} ${REMEDY[code]}`,
  };
}

function consequenceFor(route: Route): string {
  switch (route) {
    case 'login':
    case 'check':
    case 'delivery_promises':
      return 'Meanwhile shoppers see the fallback of each delivery option.';
    case 'orders':
    case 'line_item_groups':
      return 'Meanwhile the order is not the same in Shopify and in OneStock.';
    case 'webhooks':
      return 'Meanwhile shoppers may hear later of what happens to their orders.';
    default:
      return 'Shoppers keep what they see now.';
  }
}
