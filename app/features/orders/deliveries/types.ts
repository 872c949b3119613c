import type { OrderCause } from '../shape.ts';

/** Pieces of a line of the order. */
export interface LinePieces {
  /** Shopify's global id. */
  lineItemId: string;
  quantity: number;
}

/** Which order line became which order item; in the order in which OneStock counts its units. */
export interface ExportedItem extends LinePieces {
  itemId: string;
  /** What the merchant calls it: as on the line. Left out of orders that were exported before it was kept. */
  title?: string;
  sku?: string;
}

/**
 * What the shopper chose of how a part of an order comes: the method, the rate, and for a pickup the place. Moves, splits and merges of
 * fulfillment orders do not change it.
 */
export interface Choice {
  /** Shopify's delivery method type; `SHIPPING` where it tells none. */
  methodType: string;
  /** The rate's code; null for what no rate ships. */
  code: string | null;
  /** The location where it is picked up; null for what is sent. */
  locationId: string | null;
}

/** An order in OneStock, or one that was about to be created there. */
export interface KnownDelivery {
  /** From 1. */
  number: number;
  oneStockOrderId: string;
  /** Null of an order that was sent when deliveries were not told apart: all of it. */
  choice: Choice | null;
  fulfillmentOrderIds: string[];
  items: ExportedItem[];
  /** What of the items counts as not asked for. */
  removed: LinePieces[];
  /** The shipping fees that it bears, by Shopify's ids. */
  feeIds: string[];
  /** Null of what was sent before it was kept. */
  addressee?: Addressee | null;
  /** Null as long as OneStock is not known to have it. */
  exportedAt: Date | null;
}

/** Whom a delivery is for and where it goes, as OneStock was last told: hashes, as nothing personal is kept. */
export interface Addressee {
  customer: string;
  /** Null of what is collected. */
  address: string | null;
  /** The code of the address's country. */
  country: string | null;
}

/** What of a delivery became a fulfilment that stands. */
export interface FulfilledPieces extends LinePieces {
  /** The delivery's number. */
  delivery: number;
}

/** A fulfillment order as Shopify holds it. */
export interface FulfillmentOrder {
  id: string;
  choice: Choice;
  /** `scheduled` and `held` ones wait; `over` is what was closed or cancelled. */
  state: 'open' | 'held' | 'scheduled' | 'over';
  /**
   * Why others hold it, in the words of who does: which app it is Shopify tells with the scope `read_apps` only. The app's own holds, on what OneStock
   * removed, are not among them.
   */
  holds: string[];
  /** When a scheduled one opens; null where Shopify does not say. */
  opensAt: Date | null;
  location: {
    id: string | null;
    name: string;
    /** It is the place of another fulfillment service. */
    isOfService: boolean;
  };
  /** Those of which something is left. */
  lines: (LinePieces & { isShipped: boolean })[];
}

/** Units of a delivery that are to be asked for. */
export interface PlannedLine extends LinePieces {
  /** How many units of the line were asked for before: what a share of its price begins at. */
  askedBefore: number;
}

/** What is to become an order in OneStock. */
export interface PlannedDelivery {
  choice: Choice;
  fulfillmentOrderIds: string[];
  /** In the order of Shopify's lines. */
  lines: PlannedLine[];
}

/** Pieces of a delivery that another line of the same item gets, as nothing of their own line is left to get them. */
export interface PassedOn {
  /** The delivery's number. */
  delivery: number;
  /** The lines. */
  from: string;
  to: string;
  quantity: number;
}

/** What of an order is not asked for yet. */
export interface Wait {
  cause: OrderCause;
  /** When it ends, where that is known. */
  until: Date | null;
  choice: Choice;
  fulfillmentOrderId: string;
  lines: LinePieces[];
}

/** What is to be asked for of an order now, later, and not at all. */
export interface DeliveryPlan {
  asks: PlannedDelivery[];
  waits: Wait[];
  /** Why the rest is never asked for. */
  leftOut: OrderCause[];
  /** What OneStock is to send already, for another line. */
  passedOn: readonly PassedOn[];
}

/** The plan of an order whose fulfilments were looked at. */
export interface OrderPlan extends DeliveryPlan {
  /** What a fulfilment of the app's that was cancelled in Shopify opened anew: OneStock has sent it, and is not asked for it again. */
  reopened: readonly LinePieces[];
}
