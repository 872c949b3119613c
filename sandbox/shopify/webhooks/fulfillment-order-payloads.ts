import type { Merged } from '../store/fulfillment/merge.ts';
import type { Moved } from '../store/fulfillment/move.ts';
import type { Held } from '../store/fulfillment/place-hold.ts';
import type { Pieces } from '../store/fulfillment/quantities.ts';
import type { Split } from '../store/fulfillment/split.ts';
import type { FulfillmentHold, FulfillmentOrder } from '../store/fulfillment-types.ts';
import { appId, numericId } from '../store/ids.ts';

/*
 * Payloads of the topics `fulfillment_orders/…`, with the keys of Shopify's samples (https://shopify.dev/docs/api/webhooks/latest): global ids and
 * states in lower case, and the order in none of them. What is null where a sample has an object is inferred.
 */

function named({ id, status }: FulfillmentOrder): { id: string; status: string } {
  return { id, status: status.toLowerCase() };
}

/**
 * Of `order_routing_complete`, one for each fulfillment order
 * (https://community.shopify.com/t/recommended-way-to-fetch-newly-created-fulfillmentorders/233340), `hold_released` and
 * `scheduled_fulfillment_order_ready`: its id and status.
 */
export function statusPayload(fulfillmentOrder: FulfillmentOrder): object {
  return { fulfillment_order: named(fulfillmentOrder) };
}

/** Of `placed_on_hold`. */
export function heldPayload({
  fulfillmentOrder,
  hold,
  remaining,
}: Held & { fulfillmentOrder: FulfillmentOrder }): object {
  return {
    fulfillment_order: {
      ...named(fulfillmentOrder),
      fulfillment_holds: fulfillmentOrder.holds.map(holdPayload),
    },
    remaining_fulfillment_order: remaining && named(remaining),
    held_fulfillment_order_line_items: fulfillmentOrder.lines.map(({ id, remainingQuantity }) => ({
      id,
      quantity: remainingQuantity,
    })),
    created_fulfillment_hold: holdPayload(hold),
  };
}

function holdPayload({ id, app, handle, reason, reasonNotes }: FulfillmentHold): object {
  return {
    id,
    reason: reason.toLowerCase(),
    reason_notes: reasonNotes,
    held_by_requesting_app: app === null,
    handle,
    // What the app itself is called is not the sandbox's to know.
    held_by_app: app === null ? null : { id: appId(app) },
  };
}

/** Of `moved`. */
export function movedPayload({
  original,
  moved,
  sourceLocationId,
  pieces,
}: Moved & { sourceLocationId: string; pieces: Pieces[] }): object {
  const located = (each: FulfillmentOrder) => ({ ...named(each), assigned_location_id: each.locationId });
  return {
    original_fulfillment_order: located(original),
    moved_fulfillment_order: located(moved),
    destination_location_id: moved.locationId,
    fulfillment_order_line_items_requested: pieces.map(({ id, quantity }) => ({ id, quantity })),
    source_location: { id: sourceLocationId },
  };
}

/** Of `split`. */
export function splitPayload({ fulfillmentOrder, remaining, pieces }: Split & { pieces: Pieces[] }): object {
  return {
    split_line_items: pieces.map(({ id, quantity }) => ({ id, quantity })),
    fulfillment_order: named(fulfillmentOrder),
    remaining_fulfillment_order: named(remaining),
    replacement_fulfillment_order: null,
  };
}

/** Of `merged`, the one with numbers where the others have global ids. */
export function mergedPayload({ fulfillmentOrder, intents }: Merged): object {
  return {
    merge_intents: intents.map(({ fulfillmentOrderId, pieces }) => ({
      fulfillment_order_id: numericId(fulfillmentOrderId),
      fulfillment_order_line_items: pieces.map(({ id, quantity }) => ({ id: numericId(id), quantity })),
    })),
    fulfillment_order_merges: { fulfillment_order: named(fulfillmentOrder) },
  };
}

/** Of `cancelled`. */
export function cancelledPayload(cancelled: FulfillmentOrder, replacement: FulfillmentOrder | null): object {
  return {
    fulfillment_order: named(cancelled),
    replacement_fulfillment_order: replacement && named(replacement),
  };
}
