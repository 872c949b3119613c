import type { CheckoutRate, Location, Metafield, PostalAddress, Variant } from '../store/types.ts';

/** A cart metafield, which the order inherits where its definition allows. */
export type CartMetafield = Pick<Metafield, 'namespace' | 'key' | 'type' | 'value'>;

export interface CartLine {
  variant: Variant;
  quantity: number;
  /** Where the shop sends it from. */
  location: Location;
}

interface Customer {
  /** Numeric, as in the carrier's callback. */
  id: number;
  tags: string[];
}

export interface Cart {
  lines: CartLine[];
  destination: PostalAddress;
  /** The buyer's language, `fr` or `fr-FR`. */
  locale: string;
  email: string | null;
  customer: Customer | null;
  metafields: CartMetafield[];
}

/** A rate before the checkout gives it a handle. */
export type OfferedRate = Omit<CheckoutRate, 'handle'>;

/** What came of asking one carrier about one origin. */
export interface CarrierQuote {
  carrierServiceId: string;
  carrierName: string;
  locationName: string;
  /** Whether Shopify remembered this and did not ask. */
  isCached: boolean;
  /** Why the carrier's own rates cannot be shown; null when they can. */
  problem: string | null;
  /** HTTP status of the carrier's answer; null when none came. */
  status: number | null;
  durationMs: number;
  rates: OfferedRate[];
}

/**
 * Where the rates that the buyer sees come from. Of several origins: `backup` as soon as one shows backup rates, `cache` only when
 * no carrier was asked.
 */
export type RateSource = 'carrier' | 'cache' | 'backup';

/** What the buyer chooses one rate for. */
export interface DeliveryGroup {
  id: string;
  lines: CartLine[];
  source: RateSource;
  /** Cheapest first. */
  rates: CheckoutRate[];
  quotes: CarrierQuote[];
}

interface PlacedOrder {
  id: string;
  name: string;
  /** The rates chosen, one for each group. */
  rates: CheckoutRate[];
}

export interface Checkout {
  id: string;
  shopDomain: string;
  cart: Cart;
  /** None when nothing in the cart is shipped. */
  groups: DeliveryGroup[];
  source: RateSource;
  durationMs: number;
  /** Null until the order is placed, which happens once. */
  order: PlacedOrder | null;
}
