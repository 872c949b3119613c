import type { CodeTable } from '#app/platform/cause.ts';

/** Why Shopify's Admin API gave no answer that can be used, each code with what its words name. */
export const SHOPIFY_CODES = {
  /** No offline session is stored: the app is not installed, or must be opened once in the admin. */
  shopify_not_installed: [],
  /** Shopify takes neither the access token nor the refresh token. */
  shopify_unauthorized: [],
  /** The shop's points were used up, still after waiting. */
  shopify_throttled: [],
  /** No connection. */
  shopify_unreachable: [],
  /** No answer in time. */
  shopify_timeout: [],
  /** Shopify understood and said no: an invalid query, a missing scope, a closed shop. */
  shopify_refused: [],
  /** Shopify answered with an error of its own, or with something that is no GraphQL answer. */
  shopify_failed: [],
} as const satisfies CodeTable;
