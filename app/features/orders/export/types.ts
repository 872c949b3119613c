import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { Cause } from '#app/platform/cause.ts';
import type { Amount } from './amounts.ts';

/** An order as Shopify holds it, with the buyer's names and addresses: never to be stored or logged. */
export interface ShopOrder {
  id: OrderId;
  /** Such as `#1001`. */
  name: string;
  /** To the second. */
  createdAt: Date;
  isCancelled: boolean;
  isEdited: boolean;
  isPaid: boolean;
  /** ISO 4217, of every amount here. */
  currency: string;
  taxesIncluded: boolean;
  email: string | null;
  phone: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  lines: OrderLine[];
  shippingFees: ShippingFee[];
  refunds: Refund[];
  /** The location where the shopper picks up the order; null when it is shipped. */
  pickUpLocationId: string | null;
}

export interface Address {
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  /** Those that are not empty. */
  lines: string[];
  city: string | null;
  zip: string | null;
  /** The code of the province or state. */
  province: string | null;
  country: { code: string; name: string | null } | null;
  coordinates: { latitude: number; longitude: number } | null;
  phone: string | null;
}

export interface OrderLine {
  id: string;
  sku: string | null;
  /** The number of Shopify's variant id; null for a custom line. */
  variantId: string | null;
  /** With the variant's, such as `Linen shirt - Blue / M`. */
  title: string;
  /** What was ordered, removed and refunded pieces among them: discounts and taxes are of all of these. */
  ordered: number;
  /** What is left of it. */
  quantity: number;
  isShipped: boolean;
  isGiftCard: boolean;
  unitPrice: Amount;
  discounts: Discount[];
  taxes: Tax[];
}

export interface ShippingFee {
  title: string;
  /** The rate's code: of a delivery option its handle, for a collection `handle:endpoint_id`. */
  code: string | null;
  price: Amount;
  discounts: Discount[];
  taxes: Tax[];
}

export interface Discount {
  title: string | null;
  amount: Amount;
  /** Of the discount as a whole; null for an amount. */
  percentage: number | null;
}

export interface Tax {
  title: string;
  amount: Amount;
  percentage: number | null;
}

export interface Refund {
  id: string;
  at: Date | null;
  /** A decimal text in major units. */
  total: string;
  currency: string;
}

/** Which order line became which order item; in the order in which OneStock counts its units. */
export interface ExportedItem {
  /** Shopify's global id. */
  lineItemId: string;
  itemId: string;
  quantity: number;
  /** What the merchant calls it: as on the line. Left out of orders that were exported before it was kept. */
  title?: string;
  sku?: string;
}

/** Why an order cannot be sent as it stands. Nothing was asked of OneStock. */
export interface ExportFault {
  code: 'sales_channel_missing' | 'item_without_id' | 'pick_up_unmapped' | 'nothing_to_send';
  /** In English. */
  message: string;
  /** What it is made of, where its code does not say it all. */
  causes?: readonly Cause[];
}
