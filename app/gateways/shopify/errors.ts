import type { SHOPIFY_CODES } from './codes.ts';

/** Why Shopify's Admin API gave no answer that can be used: see {@link SHOPIFY_CODES}. */
export type ShopifyErrorCode = keyof typeof SHOPIFY_CODES;

/** A failure of the Admin API, as a value. */
export interface ShopifyError {
  code: ShopifyErrorCode;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  /** Shopify's own words, for the person who looks into it. They may quote what was sent: not for the log. */
  detail?: string;
  /** The HTTP status, where there was an answer. */
  status?: number;
  /** Shopify's `X-Request-Id`, which its support asks for. */
  requestId?: string;
}

const RETRY_CAN_HELP: Record<ShopifyErrorCode, boolean> = {
  shopify_not_installed: false,
  shopify_unauthorized: false,
  shopify_throttled: true,
  shopify_unreachable: true,
  shopify_timeout: true,
  shopify_refused: false,
  shopify_failed: true,
};

/** Builds the error of a code, with what is known of the answer. */
export function shopifyError(
  code: ShopifyErrorCode,
  known: Pick<ShopifyError, 'detail' | 'status' | 'requestId'> = {},
): ShopifyError {
  return { code, retryable: RETRY_CAN_HELP[code], ...known };
}

/** The error that an HTTP status outside 2xx stands for (https://shopify.dev/docs/api/usage/response-codes). */
export function shopifyErrorOfStatus(status: number, known: Pick<ShopifyError, 'detail' | 'requestId'> = {}) {
  const code =
    status === 401
      ? 'shopify_unauthorized'
      : status === 429 || status === 430
        ? 'shopify_throttled'
        : status >= 500
          ? 'shopify_failed'
          : 'shopify_refused';
  return shopifyError(code, { ...known, status });
}
