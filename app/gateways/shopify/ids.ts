declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** `gid://shopify/Order/{number}`. */
export type OrderId = Branded<'OrderId'>;

/** `gid://shopify/FulfillmentOrder/{number}`. */
export type FulfillmentOrderId = Branded<'FulfillmentOrderId'>;

/** The global id in `text`, of whatever kind, or null when it is not one. */
export function parseGlobalId(text: unknown): string | null {
  return typeof text === 'string' && /^gid:\/\/shopify\/\w{1,100}\/[\w-]{1,100}$/.test(text) ? text : null;
}

/** The order id in `text`, or null when it is not one. */
export function parseOrderId(text: string | null | undefined): OrderId | null {
  return /^gid:\/\/shopify\/Order\/\d{1,20}$/.test(text ?? '') ? (text as OrderId) : null;
}

/** The fulfillment order id in `text`, or null when it is not one. */
export function parseFulfillmentOrderId(text: string | null | undefined): FulfillmentOrderId | null {
  return /^gid:\/\/shopify\/FulfillmentOrder\/\d{1,20}$/.test(text ?? '')
    ? (text as FulfillmentOrderId)
    : null;
}
