import type { PostalAddress } from './types.ts';

export interface DeliveryMethod {
  id: string;
  methodType: 'SHIPPING' | 'PICK_UP' | 'PICKUP_POINT' | 'LOCAL' | 'RETAIL' | 'NONE';
  serviceCode: string | null;
  presentedName: string | null;
  minDeliveryDateTime: Date | null;
  maxDeliveryDateTime: Date | null;
}

export interface FulfillmentOrder {
  id: string;
  createdAt: Date;
  updatedAt: Date;
  status: 'OPEN' | 'IN_PROGRESS' | 'SCHEDULED' | 'ON_HOLD' | 'INCOMPLETE' | 'CLOSED' | 'CANCELLED';
  /** When it can be fulfilled, for one that was scheduled; it keeps the instant after it has opened. */
  fulfillAt: Date | null;
  /** Whether it still waits for `fulfillAt`. */
  isScheduled: boolean;
  locationId: string;
  destination: PostalAddress | null;
  deliveryMethod: DeliveryMethod | null;
  lines: FulfillmentOrderLine[];
  /** Newest last. */
  holds: FulfillmentHold[];
  /** The fulfillment order that a partial hold left this one over from; it takes the pieces back when its last hold is released. */
  remainderOf: string | null;
  preparedForPickupAt: Date | null;
}

export interface FulfillmentOrderLine {
  id: string;
  orderLineId: string;
  totalQuantity: number;
  /** What is not fulfilled yet. */
  remainingQuantity: number;
}

/** https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentHoldReason */
export const holdReasons = [
  'AWAITING_PAYMENT',
  'AWAITING_RETURN_ITEMS',
  'HIGH_RISK_OF_FRAUD',
  'INCORRECT_ADDRESS',
  'INVENTORY_OUT_OF_STOCK',
  'ONLINE_STORE_POST_PURCHASE_CROSS_SELL',
  'OTHER',
  'UNKNOWN_DELIVERY_DATE',
] as const;

export interface FulfillmentHold {
  id: string;
  /** Name of the app that placed it; null when it is the one that calls the Admin API. */
  app: string | null;
  handle: string;
  reason: (typeof holdReasons)[number];
  reasonNotes: string | null;
}

export interface Tracking {
  company: string | null;
  number: string | null;
  url: string | null;
}

export interface FulfillmentLine {
  id: string;
  fulfillmentOrderId: string;
  fulfillmentOrderLineId: string;
  orderLineId: string;
  quantity: number;
}

export interface Fulfillment {
  id: string;
  name: string;
  status: 'SUCCESS' | 'CANCELLED';
  createdAt: Date;
  updatedAt: Date;
  locationId: string;
  tracking: Tracking[];
  /** How many messages Shopify would have sent to the customer about it. */
  customerNotifications: number;
  lines: FulfillmentLine[];
}
