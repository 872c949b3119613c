/**
 * What the simulated shop holds. Ids are Shopify's global ids (`gid://shopify/Order/1001`), money is integer
 * hundredths of the shop's currency, times are instants.
 */

import type { Fulfillment, FulfillmentOrder } from './fulfillment-types.ts';
import type {
  AdditionalFee,
  Attribute,
  Customer,
  cancelReasons,
  Discount,
  DiscountAllocation,
  Duty,
  financialStatuses,
  Refund,
  Return,
  TaxLine,
} from './order-types.ts';

export interface ShopFacts {
  id: string;
  domain: string;
  name: string;
  currency: string;
  timezone: string;
  country: string;
  locales: { locale: string; primary: boolean }[];
  plan: string;
  /** Whether the plan includes carrier-calculated rates; without them `carrierServiceCreate` is refused. */
  carrierCalculatedRates: boolean;
  marketDrivenShipping: boolean;
}

export interface Product {
  id: string;
  handle: string;
  title: string;
}

export interface Variant {
  id: string;
  productId: string;
  /** Null for a variant that the merchant gave no SKU. */
  sku: string | null;
  title: string;
  productTitle: string;
  price: number;
  grams: number;
  requiresShipping: boolean;
  isGiftCard: boolean;
  /** Handle of the fulfillment service that stocks it; `manual` is the merchant. */
  fulfillmentService: string;
}

/** Another company's warehouse (https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentService). */
export interface FulfillmentService {
  id: string;
  handle: string;
  serviceName: string;
}

export interface Location {
  id: string;
  name: string;
  isActive: boolean;
  isPrimary: boolean;
  fulfillsOnlineOrders: boolean;
  shipsInventory: boolean;
  /** Null for a location of the merchant. */
  fulfillmentService: FulfillmentService | null;
  address: PostalAddress;
}

export interface PostalAddress {
  country: string;
  province?: string | null;
  zip?: string | null;
  city?: string | null;
  address1?: string | null;
  address2?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  phone?: string | null;
  company?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

export interface CarrierService {
  id: string;
  name: string;
  callbackUrl: string;
  active: boolean;
  supportsServiceDiscovery: boolean;
}

export interface Metafield {
  id: string;
  ownerId: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  compareDigest: string;
  createdAt: Date;
  updatedAt: Date;
}

export interface MetafieldDefinition {
  id: string;
  ownerType: string;
  namespace: string;
  key: string;
  name: string;
  description: string | null;
  type: string;
  cartToOrderCopyable: boolean;
  adminFilterable: boolean;
}

export interface OrderLine {
  id: string;
  variantId: string | null;
  sku: string | null;
  title: string;
  /** What was ordered, refunded and removed pieces included. */
  quantity: number;
  /** What is left of it after removals and refunds. */
  currentQuantity: number;
  unitPrice: number;
  requiresShipping: boolean;
  isGiftCard: boolean;
  /** A tip is a line that nobody fulfils (https://shopify.dev/docs/api/admin-graphql/latest/objects/LineItem, `nonFulfillableQuantity`). */
  isTip: boolean;
  fulfillmentService: string;
  duties: Duty[];
  discounts: DiscountAllocation[];
  taxLines: TaxLine[];
  customAttributes: Attribute[];
}

export interface ShippingLine {
  id: string;
  title: string;
  code: string | null;
  source: string;
  carrierIdentifier: string | null;
  price: number;
  discounts: DiscountAllocation[];
  taxLines: TaxLine[];
}

export interface Order {
  id: string;
  name: string;
  createdAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  cancelReason: (typeof cancelReasons)[number] | null;
  isEdited: boolean;
  financialStatus: (typeof financialStatuses)[number];
  paidAt: Date | null;
  currency: string;
  taxesIncluded: boolean;
  /** Whether it was paid in a payment provider's test mode. */
  isTest: boolean;
  sourceName: string;
  /** Name of the application that made it; null when nobody knows. */
  appName: string | null;
  locale: string;
  email: string | null;
  phone: string | null;
  /** Null for a guest. */
  customer: Customer | null;
  note: string | null;
  tags: string[];
  customAttributes: Attribute[];
  shippingAddress: PostalAddress | null;
  billingAddress: PostalAddress | null;
  lines: OrderLine[];
  shippingLines: ShippingLine[];
  discounts: Discount[];
  additionalFees: AdditionalFee[];
  /** Whether the prices of lines contain the duties. */
  dutiesIncluded: boolean;
  fulfillmentOrders: FulfillmentOrder[];
  fulfillments: Fulfillment[];
  refunds: Refund[];
  returns: Return[];
}

/** What a carrier answered for one rate, as the checkout keeps it until the order is placed. */
export interface CheckoutRate {
  handle: string;
  title: string;
  code: string;
  description: string;
  price: number;
  currency: string;
  minDeliveryDate: string | null;
  maxDeliveryDate: string | null;
  metafields: { namespace: string; key: string; type: string; value: string }[];
  /** Set on a carrier's rate; null on the shop's own and on backup rates. */
  carrierServiceId: string | null;
}
