import type { OrderSettings } from '#app/features/settings/shape.ts';
import type { OneStockOrder } from '#app/gateways/onestock/index.ts';
import type { CountedLine } from '../deliveries/never-asked.ts';
import type { Choice, ExportedItem, LinePieces } from '../deliveries/types.ts';
import type { IntentState, OrderCause } from '../shape.ts';

/** What Shopify has of an order to fulfil, and what of it was fulfilled. */
export interface ShopFulfilment {
  /** Such as `#1001`. */
  orderName: string;
  /** Of an order that is cancelled none has anything left. */
  lines: CountedLine[];
  fulfillmentOrders: FulfillmentOrder[];
  /** Those that no intent is known to have made. */
  unclaimed: Fulfillment[];
  /** Those that an intent is known to have made. */
  claimed: ClaimedFulfillment[];
}

export interface FulfillmentOrder {
  id: string;
  location: {
    /** Null where Shopify does not tell the app. */
    id: string | null;
    /** It is the place of another fulfillment service. */
    isOfService: boolean;
  };
  /** Shopify's delivery method type, such as `SHIPPING` or `LOCAL`; empty where it tells none. */
  methodType: string;
  choice: Choice;
  /** `held` by others; what the app alone holds is open. */
  state: 'open' | 'held' | 'scheduled';
  canFulfil: boolean;
  canHold: boolean;
  canMove: boolean;
  holds: Hold[];
  /** Those of which something is left. */
  lines: FulfillmentOrderLine[];
}

export interface FulfillmentOrderLine {
  id: string;
  /** Of the order. */
  lineItemId: string;
  remaining: number;
}

export interface Hold {
  id: string;
  /** Placed by this feature. */
  isOurs: boolean;
  note: string | null;
}

export interface Fulfillment {
  id: string;
  createdAt: Date;
  /** Cancelled, or never came about: it fulfils nothing, yet it was made. */
  isCancelled: boolean;
  locationId: string | null;
  /** Of its fulfillment orders, see {@link FulfillmentOrder}; null where Shopify names none of them. */
  methodType: string | null;
  /** An entry for each number or address. */
  tracking: Tracking[];
  lines: LinePieces[];
}

export interface ClaimedFulfillment {
  id: string;
  isCancelled: boolean;
  /** Null where it was not read. */
  tracking: Tracking[] | null;
}

export interface Tracking {
  number: string | null;
  url: string | null;
  company: string | null;
}

/** That what a parcel has of a location and delivery method type is to become a fulfilment, written before it is made. */
export interface Intent {
  id: string;
  /** The number of the delivery that the parcel is of. */
  delivery: number;
  parcelId: string;
  /** Empty where Shopify does not tell the app. */
  locationId: string;
  /** See {@link FulfillmentOrder}; null of an intent that was written when types were not told apart. */
  methodType: string | null;
  lines: IntendedLine[];
  /** What is in the parcel and was no longer in Shopify's order when the intent was written. */
  missing: LinePieces[];
  /** What the fulfilment was last given. */
  tracking: Tracking;
  /** Other tracking that was asked for since, of which it is not recorded whether Shopify took it. */
  askedTracking: Tracking[];
  state: IntentState;
  fulfillmentId: string | null;
  intendedAt: Date;
}

export interface IntendedLine extends LinePieces {
  fulfillmentOrderId: string;
  /** What was left of the order's line, wherever, when the intent was written: splits and moves do not change it. */
  remainingBefore: number;
}

/** A delivery of the order, with OneStock's order of it. */
export interface ConvergedDelivery {
  number: number;
  /** Null of an order that was sent when deliveries were not told apart. */
  choice: Choice | null;
  /** Which line became which order item, in the order in which OneStock counts its units. */
  items: readonly ExportedItem[];
  /** What of the items counts as not asked for. */
  removed: readonly LinePieces[];
  oneStockOrder: OneStockOrder;
}

/** Everything that decides what is to be done about an order. */
export interface Situation {
  now: Date;
  /** Those that OneStock still knows. */
  deliveries: readonly ConvergedDelivery[];
  shop: ShopFulfilment;
  intents: readonly Intent[];
  settings: Pick<
    OrderSettings,
    | 'shippedParcelStates'
    | 'heldGroupStates'
    | 'handedOverGroupStates'
    | 'closedOrderStates'
    | 'whereFulfilled'
    | 'carrierNames'
    | 'excludedLocations'
  >;
  /** The location of Shopify that is mapped to an endpoint, by endpoint. */
  locations: ReadonlyMap<string, string>;
}

export type Step =
  | { kind: 'settle'; intentId: string; fulfillmentId: string }
  /** Nothing came of the intent. */
  | { kind: 'forget'; intentId: string }
  /** For a person to say what came of it. */
  | { kind: 'doubt'; intentId: string }
  | { kind: 'release'; fulfillmentOrderId: string; holdIds: string[] }
  | { kind: 'move'; fulfillmentOrderId: string; locationId: string; lines: PiecesOfLine[] }
  | ({ kind: 'fulfil'; lines: FulfilledLine[] } & Pick<
      Intent,
      'delivery' | 'parcelId' | 'locationId' | 'methodType' | 'missing' | 'tracking'
    >)
  | { kind: 'track'; intentId: string; fulfillmentId: string; tracking: Tracking }
  /** The fulfilment has the tracking already. */
  | { kind: 'tracked'; intentId: string; fulfillmentId: string; tracking: Tracking }
  | { kind: 'hold'; fulfillmentOrderId: string; hold: NewHold };

export interface PiecesOfLine {
  /** Of the fulfillment order's line. */
  id: string;
  quantity: number;
}

export interface FulfilledLine extends IntendedLine, PiecesOfLine {}

export interface NewHold {
  /** Unique on the fulfillment order. */
  handle: string;
  reason: 'INVENTORY_OUT_OF_STOCK' | 'OTHER';
  /** What the note on the hold says. */
  cause: OrderCause;
  /** Null for the whole fulfillment order. */
  lines: PiecesOfLine[] | null;
}

/** What a parcel has left with and Shopify's order has no more: it is not fulfilled, the rest of the parcel is. */
export interface Shortfall {
  parcelId: string;
  missing: LinePieces[];
}

export interface Plan {
  /** In the order in which they are to be done; each changes what those after it meet, so read and plan anew after each. */
  steps: Step[];
  /** What is wrong with the order and the app cannot put right. */
  blocked: OrderCause[];
  shortfalls: Shortfall[];
  /** Until when what was asked of Shopify may still happen: nothing is to be done before. */
  waitUntil: Date | null;
}
