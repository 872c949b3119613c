import type { OrderId } from '#app/gateways/shopify/ids.ts';
import type { FulfillmentOrder } from '../deliveries/types.ts';
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
  /** Placed with a payment that moves no money. */
  isTest: boolean;
  /** ISO 4217, of every amount here. */
  currency: string;
  taxesIncluded: boolean;
  email: string | null;
  phone: string | null;
  shippingAddress: Address | null;
  billingAddress: Address | null;
  lines: OrderLine[];
  shippingFees: ShippingFee[];
  /** What is charged beside goods and shipping, such as a state's retail delivery fee. */
  additionalFees: AdditionalFee[];
  tip: Amount;
  refunds: Refund[];
  /** In Shopify's order. */
  fulfillmentOrders: FulfillmentOrder[];
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
  /** Of all pieces that were ordered. */
  duties: Duty[];
}

export interface Duty {
  amount: Amount;
  taxes: Tax[];
}

export interface AdditionalFee {
  title: string;
  price: Amount;
  taxes: Tax[];
}

export interface ShippingFee {
  id: string;
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
