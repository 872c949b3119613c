import type { CodeTable } from '#app/platform/cause.ts';

/**
 * Why OneStock gave no usable answer, each code with what its words name. The codes are stable: features and stored records tell errors
 * apart by them. What OneStock itself said, and the id of the request, stand beside the code in the error.
 */
export const ONESTOCK_CODES = {
  onestock_unreachable: [],
  onestock_timeout: [],
  /** Given up by the caller, or as the app stops. */
  onestock_cancelled: [],
  onestock_credentials_refused: [],
  /** The policy of the API user. */
  onestock_forbidden: [],
  onestock_rate_limited: [],
  /** The host knows no such call: the host or the API version is wrong. */
  onestock_route_unknown: [],
  onestock_not_found: [],
  onestock_conflict: [],
  onestock_refused: [],
  onestock_failed: [],
  onestock_unreadable: [],
  /** The app may not call the host, or where its name leads. */
  onestock_host_refused: [],
} as const satisfies CodeTable;
