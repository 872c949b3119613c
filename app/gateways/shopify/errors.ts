import type { SHOPIFY_CODES } from './codes.ts';

/** Why Shopify's Admin API gave no answer that can be used: see {@link SHOPIFY_CODES}. */
export type ShopifyErrorCode = keyof typeof SHOPIFY_CODES;

/** A failure of the Admin API, as a value. */
export interface ShopifyError {
  code: ShopifyErrorCode;
  /** Whether the same request may succeed later. */
  retryable: boolean;
  /** For the merchant: what happened and what to do. */
  message: string;
  /** Shopify's own words, for the person who looks into it. They may quote what was sent: not for the log. */
  detail?: string;
  /** The HTTP status, where there was an answer. */
  status?: number;
  /** Shopify's `X-Request-Id`, which its support asks for. */
  requestId?: string;
}

const FACES: Record<ShopifyErrorCode, { retryable: boolean; message: string }> = {
  shopify_not_installed: {
    retryable: false,
    message: 'The app has no access to this shop. Open it once in the Shopify admin to connect it again.',
  },
  shopify_unauthorized: {
    retryable: false,
    message: 'Shopify no longer accepts the app’s access. Open the app in the Shopify admin to renew it.',
  },
  shopify_throttled: {
    retryable: true,
    message: 'Shopify is limiting how much the app may ask at the moment. It is tried again by itself.',
  },
  shopify_unreachable: {
    retryable: true,
    message: 'Shopify could not be reached. It is tried again by itself.',
  },
  shopify_timeout: {
    retryable: true,
    message: 'Shopify did not answer in time. It is tried again by itself.',
  },
  shopify_refused: {
    retryable: false,
    message: 'Shopify refused the request. Check that the app has every permission it asks for.',
  },
  shopify_failed: {
    retryable: true,
    message: 'Shopify had an error of its own. It is tried again by itself.',
  },
};

/** Builds the error of a code, with what is known of the answer. */
export function shopifyError(
  code: ShopifyErrorCode,
  known: Pick<ShopifyError, 'detail' | 'status' | 'requestId'> = {},
): ShopifyError {
  return { code, ...FACES[code], ...known };
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
