import type { OrderId } from '#app/gateways/shopify/ids.ts';

/** The id of the order that an address names by its number; null for any other text. */
export function toOrderId(number: string | undefined): OrderId | null {
  return /^\d{1,20}$/.test(number ?? '') ? (`gid://shopify/Order/${number}` as OrderId) : null;
}
