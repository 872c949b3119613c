/**
 * The order that OneStock is asked to create, in its own keys, since a site may refuse keys that it does not know. The tree is that of
 * public code under https://github.com/mbousquet-onestock. Amounts are decimal numbers in major units, dates Unix seconds.
 */
export interface NewOrder {
  id: string;
  types: string[];
  date: number;
  sales_channel: string;
  /** That it groups orders is inferred (https://github.com/mbousquet-onestock). */
  parent_order_id?: string;
  original_ruleset_chaining_id?: string;
  customer: NewOrderCustomer;
  delivery: {
    type?: string;
    carrier?: { name: string; option?: string };
    destination: { address?: NewOrderAddress; endpoint_id?: string };
  };
  /** Taken at creation only. */
  delivery_promise?: { original_delivery_option?: object; sent_delivery_option?: object };
  pricing_details: NewOrderPrice & { currency: string; address?: NewOrderAddress };
  order_items: NewOrderItem[];
  shipping_fees?: (NewOrderPrice & { currency?: string })[];
  /** Whatever its creator wants to find again. */
  information?: Record<string, unknown>;
}

export interface NewOrderCustomer {
  id?: string;
  external_id?: string;
  title?: string;
  first_name?: string;
  /** `-` where the customer has none: clients fill it in, so it is probably required. */
  last_name: string;
  email?: string;
  phone_number?: string;
}

export interface NewOrderAddress {
  lines?: string[];
  city?: string;
  zip_code?: string;
  regions?: { country: { code: string; name?: string } };
  coordinates?: { lat: number; lon: number };
  contact?: {
    title?: string;
    first_name?: string;
    last_name?: string;
    company_name?: string;
    email?: string;
    phone_number?: string;
    mobile_number?: string;
  };
  /** Whatever else belongs to the address. */
  information?: Record<string, unknown>;
}

export interface NewOrderPrice {
  /** Of an item: all its units together. */
  price: number;
  /** Before discounts. */
  original_price?: number;
  discounts?: NewOrderDiscount[];
  taxes?: NewOrderTax[];
}

export interface NewOrderItem {
  id: string;
  item_id: string;
  quantity: number;
  pricing_details?: NewOrderPrice & { unit_price?: number; original_unit_price?: number };
  information?: Record<string, unknown>;
}

export interface NewOrderDiscount {
  id?: string;
  title?: string;
  type?: string;
  amount?: number;
  percentage?: number;
}

export interface NewOrderTax {
  id?: string;
  title?: string;
  category?: string;
  amount?: number;
  percentage?: number;
  taxable_amount?: number;
  included_in_price?: boolean;
}

/** Shorter texts, such as a country's code, tell nobody who it is, and stand inside too many words. */
const SHORTEST_TELLING = 3;

/** The texts of an order that may tell who ordered it; the longest first, since one may be part of another. */
export function personalTexts({ customer, delivery, pricing_details }: NewOrder): string[] {
  return textsIn([customer, delivery.destination.address, pricing_details.address]);
}

/** The texts in anything personal; the longest first. */
export function textsIn(value: unknown): string[] {
  return allTextsIn(value).sort((one, other) => other.length - one.length);
}

function allTextsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length < SHORTEST_TELLING ? [] : [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(allTextsIn) : [];
}
