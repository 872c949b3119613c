import type { FulfillmentOrderId, OrderId } from '#app/gateways/shopify/ids.ts';
import type { Choice } from '../deliveries/types.ts';
import type { OrderCause } from '../shape.ts';

/**
 * Where a promise on an order comes from, the surest first:
 * - `cart`: the shopper's cart named the very rate;
 * - `checkout`: the rate that was shown for this basket, destination and option, told apart by what Shopify kept of it;
 * - `checkout_ambiguous`: the newest rate that the shopper can have seen, where what Shopify kept does not decide;
 * - `delivery_window`: no rate is known; the window that Shopify keeps on the fulfillment order;
 * - `recomputed`: nothing of the checkout is left that counts; asked of OneStock after the order was placed;
 * - `fallback`: the rate was shown without a promise;
 * - `none`: not a rate of this app, or nothing could be found.
 */
export type PromiseSource = (typeof SOURCES)[number];

/** Every source, the surest first. */
export const SOURCES = [
  'cart',
  'checkout',
  'checkout_ambiguous',
  'delivery_window',
  'recomputed',
  'fallback',
  'none',
] as const;

/** OneStock's delivery option, as it came. */
export type StoredPromise = Record<string, unknown>;

/** What was found for one delivery group. */
export interface GroupAnswer {
  source: PromiseSource;
  /** The shown rate that answered. */
  quoteId: string | null;
  /** The store where the group is collected; null for home delivery. */
  endpointId: string | null;
  /** Null for `fallback` and `none`, set for all others. */
  promise: StoredPromise | null;
  /** Why OneStock did not answer when it was asked. */
  reasonCode?: string;
  /** Why the rate that was shown, or the window that Shopify keeps, does not count; the answer was found without it. */
  notCounted?: OrderCause;
}

/** A delivery group with its answer, as it is kept. An order not yet routed is one group without a fulfillment order. */
export interface ResolvedGroup extends GroupAnswer {
  fulfillmentOrderId: FulfillmentOrderId | null;
  /** The rate's code; null when the group is not shipped by a rate. */
  code: string | null;
}

export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string;
  zip: string | null;
  /** The code of the province or state. */
  region: string | null;
}

/** A line that needs shipping. */
export interface GroupLine {
  /** The number of Shopify's variant id; null for a custom line. */
  variantId: string | null;
  sku: string | null;
  title: string;
  quantity: number;
}

/** What Shopify kept of the rate that the shopper chose. Null where it keeps nothing of the kind. */
export interface KeptRate {
  /** The delivery method's window. Both ends null: the rate carried no dates. */
  window: { min: Date | null; max: Date | null } | null;
  name: string | null;
  /** What the rate cost before discounts, in hundredths. */
  price: { amount: number; currency: string } | null;
}

/** What travels together: a fulfillment order, or the whole order before it is routed. */
export interface DeliveryGroup {
  fulfillmentOrderId: FulfillmentOrderId | null;
  /** It opens on a day of its own. */
  isScheduled: boolean;
  code: string | null;
  destination: Place | null;
  lines: GroupLine[];
  /** Fingerprints that a shown rate may carry: the group's own lines, then the whole order's where they differ. */
  baskets: string[];
  destinationFingerprint: string | null;
  kept: KeptRate;
}

/** One of the metafields that this feature writes, as it stands on the order. */
export interface WrittenMetafield {
  value: string;
  compareDigest: string;
}

export const METAFIELD_KEYS = [
  'delivery_promise',
  'endpoint_id',
  'delivery_promise_source',
  'deliveries',
] as const;
export type MetafieldKey = (typeof METAFIELD_KEYS)[number];

/** An order as Shopify holds it, without a name, a street or an e-mail. */
export interface Order {
  id: OrderId;
  /** Such as `#1001`. */
  name: string;
  createdAt: Date;
  /** To the second, as `createdAt` is. */
  updatedAt: Date;
  destination: Place | null;
  /** The cart metafield `onestock.quote_id`, which the browser wrote: any text. */
  quoteId: string | null;
  /** The lines that need shipping. */
  lines: GroupLine[];
  shippingLines: { code: string | null; title: string; price: { amount: number; currency: string } }[];
  fulfillmentOrders: FulfillmentOrder[];
  metafields: Record<MetafieldKey, WrittenMetafield | null>;
}

export interface FulfillmentOrder {
  id: FulfillmentOrderId;
  isCancelled: boolean;
  /** It opens on a day of its own, such as a later delivery of a prepaid subscription. */
  isScheduled: boolean;
  choice: Choice;
  /** Of the order's lines that it has. */
  lineItemIds: string[];
  /** Null until Shopify knows it. */
  delivery: {
    isShipped: boolean;
    serviceCode: string | null;
    presentedName: string | null;
    window: { min: Date | null; max: Date | null };
  } | null;
  lines: GroupLine[];
}
