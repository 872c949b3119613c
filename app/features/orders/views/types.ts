import type { Causes, Remedy, Severity } from '#app/features/obstacles/index.ts';
import type { Decision } from '../export/decided.ts';
import type { ExportState, IntentState, OrderState, PromiseState } from '../shape.ts';
import type { Cancelled } from './cancelled-parcels.ts';

/** What stands in an order's way. Plain JSON, `since` as ISO 8601. */
export interface ObstacleView {
  source: string;
  causes: Causes;
  severity: Severity;
  remedies: readonly Remedy[];
  /** How often the work was tried before it was given up. */
  attempts: number;
  since: string;
}

/** Which orders to look at. What is left out is not asked for. */
export interface OrderListFilters {
  state?: OrderState;
  /** Something of it is on hold, as OneStock will not send it. */
  isHeld?: true;
  /** Something stands in its way. */
  isFailed?: true;
  /** The order's name with or without its `#`, Shopify's number of it, or its id in OneStock. */
  order?: string;
}

/** From when to when, ISO 8601. Both ends are the same where one is known. */
export interface ArrivalWindow {
  from: string;
  to: string;
}

/** An order in the list. Plain JSON, instants as ISO 8601. */
export interface ListedOrder {
  /** `gid://shopify/Order/1`. */
  orderId: string;
  orderName?: string;
  seenAt: string;
  state: OrderState;
  /** Why its export waits, or was left out. */
  causes?: Causes;
  /** What stands in its way, the worst first. */
  obstacles: ObstacleView[];
  /** What the site calls the state of the order, as it was last read. */
  oneStockState?: string;
  /** How many orders in OneStock it is. */
  deliveries: number;
  isHeld: boolean;
  /** Parcels that became fulfilments, but for those that somebody cancelled. */
  fulfilments: number;
  /** The earliest promise of its delivery groups; left out where nothing of it comes any more. */
  promised?: ArrivalWindow;
}

/** What the shopper was promised for one delivery group. */
export interface PromiseView {
  /** Where it comes from, such as `checkout`. */
  source: string;
  code?: string;
  /** The store of a collection. */
  endpointId?: string;
  arrival?: ArrivalWindow;
  /** Until when it counted, ISO 8601. */
  cutoff?: string;
  /** Why it is not the one that was shown. */
  causes?: Causes;
  /** The rate request that it was shown by, where its trace is still kept. */
  callbackId?: string;
}

export interface ExportView {
  state: ExportState;
  /** What it, or what is left of it, waits for, why the last try failed, or why it was left out. */
  causes?: Causes;
  exportedAt?: string;
  closedAt?: string;
  comparedAt?: string;
  /** In the order in which they were sent. */
  deliveries: DeliveryView[];
}

/** An order in OneStock: what was asked for of one choice that the shopper made. */
export interface DeliveryView {
  /** From 1. */
  number: number;
  oneStockOrderId: string;
  /** What the site calls the state of it, as it was last read. */
  oneStockState?: string;
  /** Left out while OneStock is not known to have it. */
  exportedAt?: string;
  /** Shopify's delivery method type, such as `SHIPPING`; left out where it was not kept. */
  methodType?: string;
  /** Of the rate. */
  code?: string;
  /** The store where it is collected. */
  endpointId?: string;
  /** When it was said to come, where a time was said. */
  promised?: ArrivalWindow;
  /** That was not shown to the shopper: OneStock was asked for it after the order was placed. */
  isAskedAfterwards: boolean;
  /** It is of what OneStock removed from earlier ones and somebody had sent again. */
  isSentAgain: boolean;
  /** Which line of Shopify became which item. */
  items: ItemView[];
  /** What was sent, without anything personal. */
  sent: Record<string, unknown>;
  /** The page of it in OneStock's back office. */
  backOfficeUrl?: string;
}

export interface ItemView {
  /** Shopify's global id. */
  lineItemId: string;
  itemId: string;
  quantity: number;
  /** The title of the product and of its variant, and the SKU, when the order was sent; left out where they were not kept. */
  title?: string;
  sku?: string;
}

/** A parcel that became, or is becoming, a fulfilment. */
export interface FulfilmentView {
  id: string;
  parcelId: string;
  state: IntentState | Cancelled;
  /** Why a person is to say what came of it. */
  causes?: Causes;
  lines: { lineItemId: string; quantity: number }[];
  tracking: { number?: string; url?: string; company?: string };
  intendedAt: string;
  doneAt?: string;
}

/** A hold of ours that stands. */
export interface HoldView {
  id: string;
  since: string;
  reason?: string;
  lines: { lineItemId: string; quantity: number }[];
  /** Where somebody had the pieces sent again since: as which orders in OneStock, none while they are being sent. */
  sentAgainAs?: string[];
}

/** One thing that happened to the order. Kinds are open: one that is not known is shown by its name. */
export interface NoteView {
  id: string;
  at: string;
  kind: string;
  facts: Record<string, unknown>;
  /** Its causes are those of an obstacle that stands. */
  isStanding: boolean;
}

/** All that is kept of an order. */
export interface OrderStory {
  orderId: string;
  orderName?: string;
  seenAt: string;
  /** How far its synchronization is. */
  state: OrderState;
  promiseState: PromiseState;
  /** What stands in its way, the worst first. */
  obstacles: ObstacleView[];
  promises: PromiseView[];
  /** Null for an order that was never to be sent. */
  export: ExportView | null;
  fulfilments: FulfilmentView[];
  holds: HoldView[];
  /** The newest first. */
  timeline: NoteView[];
  /** What a person can decide so that the order goes on. */
  decisions: Decision[];
  work: OrderWork;
}

/** What the app is about to do with an order by itself. */
export interface OrderWork {
  /** At this moment, or within seconds. */
  isWorking: boolean;
  /** ISO 8601; left out when nothing waits. */
  nextTryAt?: string;
}

/** What OneStock says of a delivery at this moment. */
export interface DeliveryNow {
  number: number;
  /** In the site's own words. */
  state: string;
  arrival?: ArrivalWindow;
  items: (ItemView & { states: { state: string; quantity: number; reason?: string }[] })[];
  parcels: ParcelView[];
  /** All of it is in states in which nothing comes. */
  isNothingToCome: boolean;
  /** What OneStock removed and was not asked for again. */
  unprepared: { itemId: string; lineItemId: string | null; quantity: number }[];
}

export interface ParcelView {
  id: string;
  state: string;
  items: { itemId: string; quantity: number }[];
  tracking: { number?: string; url?: string; company?: string };
}

/** How the shop's orders are doing. */
export interface OrderCounts {
  /** Whether the shop synchronizes orders. */
  isOn: boolean;
  /** Since midnight in the shop's time zone. */
  exportedToday: number;
  waiting: number;
  held: number;
}
