/** What hangs on an order: discounts, taxes, customer, refunds. Amounts are integer hundredths of the order's currency. */

export interface TaxLine {
  title: string;
  /** A fraction: `0.2` is 20 %. */
  rate: number;
  amount: number;
}

/** What customs ask for a line, for all of its pieces (https://shopify.dev/docs/api/admin-graphql/latest/objects/Duty). */
export interface Duty {
  id: string;
  price: number;
  harmonizedSystemCode: string | null;
  countryCodeOfOrigin: string | null;
  taxLines: TaxLine[];
}

/** What an order costs beside lines, shipping and duties (https://shopify.dev/docs/api/admin-graphql/latest/objects/AdditionalFee). */
export interface AdditionalFee {
  id: string;
  name: string;
  price: number;
  taxLines: TaxLine[];
}

export interface Discount {
  kind: 'code' | 'automatic' | 'manual';
  /** The code, or the title that people read. */
  label: string;
  target: 'LINE_ITEM' | 'SHIPPING_LINE';
  value: { percentage: number } | { amount: number };
}

/** The part of a discount that falls on one line; `discount` is an index in the order's discounts. */
export interface DiscountAllocation {
  discount: number;
  amount: number;
}

export interface Attribute {
  key: string;
  value: string;
}

export interface Customer {
  id: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
}

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/RefundLineItemRestockType */
export const restockTypes = ['CANCEL', 'NO_RESTOCK', 'RETURN'] as const;

export interface RefundLine {
  id: string;
  orderLineId: string;
  quantity: number;
  restockType: (typeof restockTypes)[number];
  locationId: string | null;
  subtotal: number;
  tax: number;
}

export interface Refund {
  id: string;
  createdAt: Date;
  note: string | null;
  /** What was given back of the shipping fees. */
  shipping: number;
  /** The return that it belongs to. */
  returnId: string | null;
  /** What was given back of duties, additional fees and tips, with their taxes. */
  charges: number;
  lines: RefundLine[];
}

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/ReturnReason */
export const returnReasons = [
  'COLOR',
  'DEFECTIVE',
  'NOT_AS_DESCRIBED',
  'OTHER',
  'SIZE_TOO_LARGE',
  'SIZE_TOO_SMALL',
  'STYLE',
  'UNKNOWN',
  'UNWANTED',
  'WRONG_ITEM',
] as const;

export interface ReturnLine {
  id: string;
  fulfillmentLineId: string;
  orderLineId: string;
  quantity: number;
  reason: (typeof returnReasons)[number];
  note: string;
}

/** What the shopper gets for it. */
export interface ExchangeLine {
  id: string;
  variantId: string | null;
  sku: string | null;
  title: string;
  quantity: number;
  /** The order line that it became; null until it has. */
  orderLineId: string | null;
}

/** Pieces that come back, approved by the merchant (https://shopify.dev/docs/api/admin-graphql/latest/objects/Return). */
export interface Return {
  id: string;
  name: string;
  createdAt: Date;
  closedAt: Date | null;
  status: 'OPEN' | 'CLOSED' | 'CANCELED';
  /** Whether its pieces have come in. */
  isProcessed: boolean;
  lines: ReturnLine[];
  exchangeLines: ExchangeLine[];
}

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderDisplayFinancialStatus, without what takes partial payments. */
export const financialStatuses = [
  'PENDING',
  'AUTHORIZED',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'VOIDED',
] as const;

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/OrderCancelReason */
export const cancelReasons = ['CUSTOMER', 'DECLINED', 'FRAUD', 'INVENTORY', 'OTHER', 'STAFF'] as const;
