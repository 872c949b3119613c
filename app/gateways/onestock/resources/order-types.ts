import type { ResultAsync } from 'neverthrow';
import type { CallOptions, OneStockConnection } from '../connection.ts';
import type { OneStockError } from '../errors.ts';
import type { NewOrder, NewOrderAddress, NewOrderCustomer } from './new-order.ts';

/**
 * An order as OneStock runs it. Order items are what was bought and never change; groups say where each unit is now, and split and
 * merge over time: their ids are no keys, the units of their ranges are
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/312410140/Order+structure+in+OneStock).
 */
export interface OneStockOrder {
  id: string;
  /** A name of the site's own workflow, such as `fulfilled` or `removed`. */
  state: string;
  date: Date | null;
  /** Such as `ffs`, and `ckc` beside it where the shopper collects. */
  types: string[];
  items: OneStockOrderItem[];
  groups: OneStockGroup[];
  parcels: OneStockParcel[];
  /** When OneStock expects it to arrive by now, from the earliest of its parts to the latest; left out where it does not say. */
  arrival?: { from: Date; to: Date };
  /** What the order was created with, as it came. */
  information: Record<string, unknown>;
}

/** Units of one order, counted from 0 over the whole order; both bounds belong to it. */
export interface UnitRange {
  from: number;
  to: number;
}

export interface OneStockOrderItem {
  orderItemId: string;
  itemId: string;
  quantity: number;
}

/** Units of one item that share a state, a place and a parcel. */
export interface OneStockGroup {
  itemId: string;
  /** Null where the site answers in units, which do not name the order item. */
  orderItemId: string | null;
  state: string;
  quantity: number;
  parcelId: string | null;
  endpointId: string | null;
  /** Why the units are in this state, in the site's own words or codes. */
  reason: string | null;
  /** Empty where the site names no units. */
  ranges: UnitRange[];
}

export interface OneStockParcel {
  id: string;
  state: string;
  /** Whence it leaves. */
  endpointId: string | null;
  trackingCode: string | null;
  trackingLink: string | null;
  /** The carrier's name: who took the parcel, else whom the order asked for. */
  carrier: string | null;
  ranges: UnitRange[];
  /** What it holds, one entry an item. */
  itemQuantities: { itemId: string; quantity: number }[];
}

/** Groups to take out of an order. */
export interface GroupRemoval {
  orderId: string;
  /** As they were read, or parts of them. */
  groups: readonly OneStockGroup[];
  /** What the site calls the state of what is removed. */
  removedState: string;
}

export interface GroupsRemoved {
  /** What the site's workflow does not let go, as nothing takes back what has left; it is where it was. */
  kept: { state: string; quantity: number; refusal: OneStockError }[];
}

/** What an order is to say from now on; what is left out is not touched. */
export interface OrderChange {
  orderId: string;
  customer?: NewOrderCustomer;
  /** Where it goes. */
  address?: NewOrderAddress;
}

/** Whether the site took a change. `refusal` is null where it said nothing and did not. */
export type OrderChanged = { isTaken: true } | { isTaken: false; refusal: OneStockError | null };

/** The calls about orders. None is made twice by itself where twice would be another thing than once. */
export interface OneStockOrders {
  /**
   * Creates an order, whose id is ours to choose. Ten seconds unless told otherwise.
   *
   * @returns `onestock_conflict` when the site has an order of that id, perhaps from an earlier try whose answer was lost: read it.
   * `onestock_refused` when it does not take what was sent; `field` and `entity` say what, where OneStock says so.
   */
  createOrder(
    connection: OneStockConnection,
    order: NewOrder,
    options?: CallOptions,
  ): ResultAsync<{ id: string }, OneStockError>;
  /** Reads an order; null when the site has none of that id. Ten seconds unless told otherwise. */
  readOrder(
    connection: OneStockConnection,
    id: string,
    options?: CallOptions,
  ): ResultAsync<OneStockOrder | null, OneStockError>;
  /** Reads those of the orders that exist, in any number and order. One minute unless told otherwise. */
  readOrders(
    connection: OneStockConnection,
    ids: readonly string[],
    options?: CallOptions,
  ): ResultAsync<OneStockOrder[], OneStockError>;
  /** Changes who an order is for, or where it goes. That the site does not take it is no error. Ten seconds unless told otherwise. */
  changeOrder(
    connection: OneStockConnection,
    change: OrderChange,
    options?: CallOptions,
  ): ResultAsync<OrderChanged, OneStockError>;
  /**
   * Removes groups, those of one state at a time. A workflow that refuses is no error: the groups of that state are kept, and the others
   * removed. After an error some may be removed: read the order before trying again. One minute unless told otherwise.
   */
  removeGroups(
    connection: OneStockConnection,
    removal: GroupRemoval,
    options?: CallOptions,
  ): ResultAsync<GroupsRemoved, OneStockError>;
}
