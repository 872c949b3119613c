import type { ShopifyErrorCode } from '#app/gateways/shopify/errors.ts';

/** Why a step of the preparation of a shop failed. */
export interface PreparationError {
  code:
    | ShopifyErrorCode
    | 'carrier_service_refused'
    | 'carrier_service_twice'
    | 'definition_refused'
    | 'definition_conflict';
  /** Whether the preparation may succeed later with nothing changed. */
  retryable: boolean;
  /** What happened and what to do, for the merchant. */
  message: string;
  /** What the words of the code name. */
  params?: Record<string, string>;
}
