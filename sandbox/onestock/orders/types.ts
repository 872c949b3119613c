import type { JsonObject } from '../call.ts';
import type { GroupState, OrderState, ParcelState } from './workflow.ts';

/** One piece of an order item. Its place in the order's list is its index, of which ranges speak. */
export interface Unit {
  id: string;
  index: number;
  orderItemId: string;
  itemId: string;
  /** Units of one group are alike in all that follows. */
  groupId: string;
  state: GroupState;
  endpointId?: string;
  parcelId?: string;
  reason?: string;
  /** Unix seconds. */
  lastUpdate: number;
}

export interface OrderItem {
  id: string;
  itemId: string;
  quantity: number;
  /** As it came. */
  pricingDetails?: JsonObject;
  information?: JsonObject;
}

export interface Parcel {
  id: string;
  orderId: string;
  state: ParcelState;
  originEndpointId: string;
  carrier?: { name: string; option?: string };
  shipment: { trackingCode?: string; trackingLink?: string; transporter?: string };
  /** Unix seconds. */
  date: number;
  lastUpdate: number;
}

export interface Order {
  id: string;
  state: OrderState;
  /** Unix seconds. */
  date: number;
  lastUpdate: number;
  items: OrderItem[];
  units: Unit[];
  parcels: Parcel[];
  /** When it arrives by now, Unix seconds; at first as promised. */
  etas?: { eta_start: number; eta_end: number };
  /** What came at creation, without what stands above; information and a few others can be patched. */
  rest: JsonObject;
}

/** A state that changed, as it is told to webhooks. */
export type Change = OrderChange | ParcelChange | GroupChange;

interface OrderChange {
  topic: 'order_state_changed';
  from: OrderState;
  to: OrderState;
}

interface ParcelChange {
  topic: 'parcel_state_changed';
  parcelId: string;
  from: ParcelState;
  to: ParcelState;
}

export interface GroupChange {
  topic: 'line_item_group_state_changed';
  groupId: string;
  itemId: string;
  /** Only those that changed, which may be fewer than the group has after it merged with another. */
  indexes: number[];
  from: GroupState;
  to: GroupState;
}
