import { EventEmitter } from 'node:events';
import type { Merged } from './fulfillment/merge.ts';
import type { Moved } from './fulfillment/move.ts';
import type { Held } from './fulfillment/place-hold.ts';
import type { Pieces } from './fulfillment/quantities.ts';
import type { Split } from './fulfillment/split.ts';
import type { Fulfillment, FulfillmentOrder } from './fulfillment-types.ts';
import type { NextId } from './ids.ts';
import { createMetafields, type Metafields } from './metafields.ts';
import type { NewOrder } from './new-order.ts';
import type { OrderEdit } from './order-changes/edit-order.ts';
import type { Refund, Return } from './order-types.ts';
import { placeOrder } from './place-order.ts';
import { type ShopSeed, seedLocations, seedProducts, seedShop } from './seed.ts';
import { seedDeliveryProfiles, seedMarkets } from './seed-shipping.ts';
import type { DeliveryProfile, Market } from './shipping.ts';
import type { CarrierService, Location, Order, Product, ShopFacts, Variant } from './types.ts';

export interface StoreEvents {
  orderCreated: [Order];
  /** Its fulfillment orders are there from now on. */
  orderRouted: [Order];
  orderPaid: [Order];
  orderEdited: [Order, OrderEdit];
  orderCancelled: [Order];
  refundCreated: [Order, Refund];
  /** Whenever anything of it has changed, beside the events above and below. */
  orderUpdated: [Order];
  fulfillmentCreated: [Order, Fulfillment];
  /** Its tracking or its status. */
  fulfillmentUpdated: [Order, Fulfillment];
  /** By its first hold. */
  fulfillmentOrderHeld: [Order, Held & { fulfillmentOrder: FulfillmentOrder }];
  /** Of its last hold. */
  fulfillmentOrderReleased: [Order, FulfillmentOrder];
  /** The time of a scheduled one has come. */
  fulfillmentOrderReady: [Order, FulfillmentOrder];
  /** `pieces` are those that were named; none when all of them were meant. */
  fulfillmentOrderMoved: [Order, Moved & { sourceLocationId: string; pieces: Pieces[] }];
  fulfillmentOrderSplit: [Order, Split & { pieces: Pieces[] }];
  /** And what replaces it. */
  fulfillmentOrderCancelled: [Order, FulfillmentOrder, FulfillmentOrder | null];
  fulfillmentOrdersMerged: [Order, Merged];
  returnChanged: [Order, Return, 'approve' | 'process' | 'close' | 'cancel'];
}

export interface IdempotentCall {
  /** The mutation and its arguments, which a repetition must share. */
  fingerprint: string;
  answer: Readonly<Record<string, unknown>>;
}

/** Everything that one shop holds. Records are live: whoever changes one changes the shop. */
export interface Store {
  readonly shop: ShopFacts;
  readonly products: Product[];
  readonly variants: Variant[];
  readonly locations: Location[];
  readonly deliveryProfiles: DeliveryProfile[];
  readonly markets: Market[];
  /** By id. */
  readonly carrierServices: Map<string, CarrierService>;
  /** By id, in the order in which they were placed. */
  readonly orders: Map<string, Order>;
  readonly metafields: Metafields;
  readonly events: EventEmitter<StoreEvents>;
  readonly nextId: NextId;
  /** What idempotent calls answered, by their key. */
  readonly idempotentCalls: Map<string, IdempotentCall>;
  now(): Date;
  /**
   * Places an order: it exists at once, and is routed to its locations a moment later.
   * @throws {InvalidInput} when a line, location or quantity names nothing that the shop has
   */
  placeOrder(input: NewOrder): Order;
}

export interface StoreOptions {
  now: () => Date;
  seed: ShopSeed;
  nextId: NextId;
  /** Runs the routing of a new order when it is due. */
  whenRouted: (route: () => void) => void;
}

export function createStore({ now, seed, nextId, whenRouted }: StoreOptions): Store {
  const shop = seedShop(seed, nextId);
  const locations = seedLocations(nextId);
  const store: Store = {
    shop,
    ...seedProducts(nextId),
    locations,
    deliveryProfiles: seedDeliveryProfiles(shop, locations, nextId),
    markets: seedMarkets(shop, nextId),
    carrierServices: new Map(),
    orders: new Map(),
    metafields: createMetafields({ now, nextId }),
    events: new EventEmitter(),
    nextId,
    idempotentCalls: new Map(),
    now,
    placeOrder: (input) => placeOrder(store, input, whenRouted),
  };
  return store;
}
