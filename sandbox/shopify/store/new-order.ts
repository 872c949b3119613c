import type { NewHold } from './fulfillment/place-hold.ts';
import type { DeliveryMethod } from './fulfillment-types.ts';
import type {
  AdditionalFee,
  Attribute,
  Customer,
  Discount,
  Duty,
  financialStatuses,
  TaxLine,
} from './order-types.ts';
import type { Metafield, PostalAddress, ShippingLine } from './types.ts';

/**
 * An order line as it is asked for. A line without `variantId` and `sku` is a custom one and needs `title` and
 * `unitPrice`.
 */
export interface NewOrderLine {
  variantId?: string;
  sku?: string;
  quantity: number;
  title?: string;
  unitPrice?: number;
  requiresShipping?: boolean;
  isGiftCard?: boolean;
  isTip?: boolean;
  duties?: Omit<Duty, 'id'>[];
  taxLines?: TaxLine[];
  customAttributes?: Attribute[];
}

export type NewShippingLine = Omit<ShippingLine, 'id' | 'discounts' | 'taxLines'> & { taxLines?: TaxLine[] };

/** A discount and the part of it that falls on each line; `line` is an index in the lines of its target. */
export interface NewDiscount extends Discount {
  allocations: { line: number; amount: number }[];
}

/**
 * One fulfillment order to come: what routing will make of a part of the order. `line` is an index in the order's
 * lines.
 */
export interface PlannedDelivery {
  locationId: string;
  lines: { line: number; quantity: number }[];
  deliveryMethod: Omit<DeliveryMethod, 'id'>;
  /** An instant to come makes it `SCHEDULED`. */
  fulfillAt?: Date;
}

export interface NewOrder {
  lines: NewOrderLine[];
  shippingAddress: PostalAddress | null;
  shippingLines: NewShippingLine[];
  /**
   * When left out: one delivery from the primary location for what is shipped, described by the first shipping line.
   */
  deliveries?: PlannedDelivery[];
  /** Copied to the order where an order definition of the same namespace and key allows it. */
  cartMetafields?: Pick<Metafield, 'namespace' | 'key' | 'type' | 'value'>[];
  discounts?: NewDiscount[];
  /** Whether the prices contain the taxes; they do when left out. */
  taxesIncluded?: boolean;
  /** `PAID` when left out. */
  financialStatus?: (typeof financialStatuses)[number];
  /** The same as the shipping address when left out. */
  billingAddress?: PostalAddress | null;
  /** A guest when left out. */
  customer?: Omit<Customer, 'id'> | null;
  note?: string | null;
  tags?: string[];
  customAttributes?: Attribute[];
  phone?: string | null;
  email?: string | null;
  /** The buyer's language; the shop's primary one when left out. */
  locale?: string;
  /** `web` when left out; Shopify calls an order from a draft `shopify_draft_order`. */
  sourceName?: string;
  /** What the names of the sources suggest when left out. */
  appName?: string;
  isTest?: boolean;
  /** A line of its own after the others, which nobody fulfils. */
  tip?: number;
  additionalFees?: Omit<AdditionalFee, 'id'>[];
  dutiesIncluded?: boolean;
  /** Another app holds everything as soon as it is routed, before anybody hears of that. */
  hold?: Omit<NewHold, 'pieces'>;
  /** Routed and fulfilled before it is announced, as at a till. */
  isFulfilledAtOnce?: boolean;
  createdAt?: Date;
}
