import type { Causes, Subject } from '#app/features/obstacles/shape.ts';
import type { Cause, CauseOf, CodeTable } from '#app/platform/cause.ts';

/** The work on one order in Shopify: the promise, then the export. Its payload names the order. */
export const RESOLVE_ORDER = 'resolve-order';
/** The job that reads an order at OneStock again and makes Shopify's like it. */
export const CONVERGE_ORDER = 'converge-order';

/** Before the shop and the order's id: the key of its job `resolve-order`. */
export const ORDER_KEY_PREFIX = 'order:';
/** Before the shop and the order's id in OneStock: the key of its job `converge-order`. */
export const CONVERGENCE_KEY_PREFIX = 'converge:';

/** The key of an order's own job, and the name of the lock that whoever works on the order takes. */
export function orderKey({ shop, orderId }: { shop: string; orderId: string }): string {
  return `${ORDER_KEY_PREFIX}${shop}:${orderId}`;
}

/** The key of the job that compares an order with OneStock's. */
export function convergenceKey({ shop, oneStockOrderId }: { shop: string; oneStockOrderId: string }): string {
  return `${CONVERGENCE_KEY_PREFIX}${shop}:${oneStockOrderId}`;
}

export type PromiseState = 'waiting' | 'resolved' | 'dismissed';

export type ExportState = 'waiting' | 'exported' | 'closed' | 'left_out';

/** `in_doubt`: whether Shopify made the fulfilment is for a person to say. */
export type IntentState = 'intended' | 'done' | 'in_doubt';

/**
 * How far an order's synchronization is, as pages tell it: its export's state, `needs_attention` where the export or the comparison was given
 * up or is blocked, `cancelled` where it was cancelled and OneStock has nothing of it left, `not_sent` for an order that was never to be sent.
 */
export const ORDER_STATES = [
  'waiting',
  'exported',
  'needs_attention',
  'closed',
  'cancelled',
  'left_out',
  'not_sent',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** What obstacles call an order. */
export const ORDER = 'order';

/** An order as what something stands in the way of. */
export function orderSubject(orderId: string): Subject {
  return { kind: ORDER, id: orderId };
}

/**
 * What finds obstacles of an order, and clears them:
 * - `promise`: the promise could not be written on the order;
 * - `export`: the order could not be sent, or what happened to it in Shopify could not be followed;
 * - `comparison`: all that keeps Shopify's order from telling what OneStock's does;
 * - `difference`: what is another thing in Shopify than in OneStock, since an edit, a refund, a hold, another address and the like;
 * - `waiting`: it waits for something longer than it should;
 * - `lateness`: it was sent so late that it comes, or may come, later than the shopper was told.
 */
export const ORDER_SOURCES = {
  promise: 'promise',
  export: 'export',
  comparison: 'comparison',
  difference: 'difference',
  waiting: 'waiting',
  lateness: 'lateness',
} as const;
export type OrderSource = keyof typeof ORDER_SOURCES;

/** While one of these stands, an order's synchronization needs attention. */
export const SYNCHRONIZATION_SOURCES: readonly OrderSource[] = [
  ORDER_SOURCES.export,
  ORDER_SOURCES.comparison,
];

/** Until its payment an order rests, where the shop wants that: nothing looks at it again. */
export const AWAITING_PAYMENT = 'awaiting_payment';

/** The app may read no order older than 60 days: https://shopify.dev/docs/api/usage/access-scopes. */
export const NOT_READABLE = 'all_orders_not_readable';

/** Why an order stands as it does: every code, with what its words name. */
export const ORDER_CODES = {
  // Why it is not sent.
  [AWAITING_PAYMENT]: [],
  cancelled_before_sent: [],
  placed_before_synchronized: [],
  order_not_in_shop: [],
  orders_not_synchronized: [],
  nothing_to_send: [],
  nothing_left: [],
  nothing_shown: [],
  test_order: [],
  sold_at_till: [],
  of_another_service: ['service'],
  at_excluded_location: ['location'],
  gift_card_left_out: ['title'],
  not_shipped_left_out: ['title'],
  custom_line_left_out: ['title'],
  line_left_out: ['title'],
  // What it, or the rest of it, waits for.
  not_routed: [],
  awaits_address: [],
  awaits_hold: ['reason'],
  awaits_hold_unnamed: [],
  opens_on: ['date'],
  opens_later: [],
  sent_at: ['time'],
  // Why it could not be sent.
  sales_channel_missing: [],
  item_without_sku: ['title'],
  item_without_variant: ['title'],
  custom_line: ['title'],
  several_deliveries: [],
  pick_up_location_unmapped: ['pieces', 'location'],
  /** Of rows that were written before pieces and place were kept. */
  pick_up_unmapped: [],
  export_id_taken: ['id'],
  onestock_not_connected: [],
  export_stopped_half_way: [],
  export_failed_inside: [],
  // What OneStock did not take of it, and what to do about that.
  'not_taken.order': [],
  'not_taken.last_name': [],
  'not_taken.contact': [],
  'not_taken.customer': [],
  'not_taken.store': [],
  'not_taken.promise': [],
  'not_taken.address': [],
  'not_taken.delivery': [],
  'not_taken.ruleset': [],
  'not_taken.sales_channel': [],
  'not_taken.item': [],
  'not_taken.quantity': [],
  'not_taken.prices': [],
  'not_taken.types': [],
  'not_taken.id': [],
  'not_taken.unknown_item': ['id'],
  'not_taken.unknown_store': ['id'],
  'not_taken.unknown_sales_channel': ['id'],
  'not_taken.unknown_ruleset': ['id'],
  'not_taken_remedy.order': [],
  'not_taken_remedy.last_name': [],
  'not_taken_remedy.contact': [],
  'not_taken_remedy.customer': [],
  'not_taken_remedy.store': [],
  'not_taken_remedy.promise': [],
  'not_taken_remedy.address': [],
  'not_taken_remedy.delivery': [],
  'not_taken_remedy.ruleset': [],
  'not_taken_remedy.sales_channel': [],
  'not_taken_remedy.item': [],
  'not_taken_remedy.quantity': [],
  'not_taken_remedy.prices': [],
  'not_taken_remedy.types': [],
  'not_taken_remedy.id': [],
  'not_taken_remedy.unknown_item': [],
  'not_taken_remedy.unknown_store': [],
  'not_taken_remedy.unknown_sales_channel': [],
  'not_taken_remedy.unknown_ruleset': [],
  onestock_said: ['said'],
  onestock_request: ['id'],
  // What became of it, after another cause.
  order_not_sent: [],
  order_not_created: [],
  order_maybe_created: [],
  then_synchronize_again: [],
  // What waits longer than it should, or waited too long.
  held_too_long: [],
  without_address_too_long: [],
  [NOT_READABLE]: [],
  late_after_hold: ['reason'],
  late_after_unnamed_hold: [],
  late_after_waiting: [],
  no_promise_any_more: [],
  now_promised_by: ['date'],
  tell_shopper: [],
  // What differs since it was sent.
  removed_since_sent: ['pieces'],
  refunded_since_sent: ['pieces'],
  refunded_or_removed_since_sent: ['pieces'],
  fulfilled_by_hand: ['pieces'],
  no_longer_shown: ['pieces'],
  fulfilment_cancelled: ['pieces'],
  held_since_sent: ['pieces', 'reason'],
  held_since_sent_unnamed: ['pieces'],
  moved_to_service: ['pieces', 'service'],
  moved_to_location: ['pieces', 'location'],
  now_picked_up: ['pieces', 'location'],
  now_delivered_locally: ['pieces'],
  now_sent_by: ['pieces', 'rate'],
  now_sent: ['pieces'],
  address_not_taken: [],
  contact_not_taken: [],
  country_changed: ['from', 'to'],
  address_changed_after_parcel: ['parcels'],
  cancelled_but_kept: ['pieces'],
  cancelled_and_left_alone: [],
  // Why what happened to it could not be followed.
  cancelled_not_removed: [],
  account_to_connect: [],
  change_not_followed: [],
  // What was followed.
  no_longer_prepared: ['pieces'],
  // Why Shopify does not tell what OneStock does.
  fulfilment_uncertain: ['order', 'parcel'],
  parcel_on_hold: ['parcel', 'pieces'],
  parcel_not_fulfillable: ['parcel', 'pieces'],
  parcel_without_pieces: ['parcel', 'pieces'],
  parcel_grew: ['parcel', 'pieces'],
  parcel_state_unknown: ['parcel', 'state', 'orderState'],
  pieces_not_holdable: ['pieces'],
  handed_over_in_no_parcel: ['pieces'],
  fulfil_refused: ['order', 'said'],
  hold_refused: ['order', 'said'],
  release_refused: ['order', 'said'],
  move_refused: ['order', 'said'],
  track_refused: ['order', 'said'],
  onestock_order_missing: ['id'],
  order_not_shown: [],
  order_too_large: ['order', 'count', 'told'],
  order_never_agrees: [],
  comparison_stopped_half_way: [],
  comparison_failed_inside: [],
  order_may_differ: [],
  // Why the promise is not on the order.
  order_gone: [],
  order_always_stale: [],
  order_stopped_half_way: [],
  order_failed_inside: [],
  metafields_refused: ['order', 'said'],
  promise_not_written: [],
  // Why the promise is not the one that was shown.
  shown_too_long_ago: ['hours'],
  cutoff_passed_before_order: [],
  window_passed_before_order: [],
  // Why something was not done.
  order_event_unreadable: [],
  intent_not_in_doubt: [],
  nothing_to_decide: [],
  order_busy: [],
  no_account_to_ask: [],
  /** Of rows that were written when only a sentence was kept. */
  told_by_earlier_version: ['text'],
  /** On the hold itself, in Shopify. `states`: of the pieces in OneStock and why, separated by commas. */
  hold_note: ['pieces', 'states'],
} as const satisfies CodeTable;

export type OrderCode = keyof typeof ORDER_CODES;
export type OrderCause = CauseOf<typeof ORDER_CODES>;

/** Why work on an order failed. Its code is one of the table's, or that of the outside system which failed. */
export interface OrderError extends Cause {
  /** Whether the same work may succeed later with nothing changed. */
  retryable: boolean;
  /** What it is made of, where its code does not say it all. */
  causes?: Causes;
  /** The lines of the order that stopped it, as OneStock has no id for them: a person may decide to send it without these. */
  openLines?: readonly string[];
}

/** An error with a code of the table; what no retry can help, unless said otherwise. */
export function orderError(cause: OrderCause, { retryable = false } = {}): OrderError {
  return { ...cause, retryable };
}

/** What an error says, for who puts it into words. */
export function causesOf({ causes, code, params }: OrderError): Causes {
  return causes ?? [{ code, ...(params && { params }) }];
}

/** Whether the words of a code say what it means for the order. Those of an outside system's code do not. */
export function isOrderCode(code: string): code is OrderCode {
  return Object.hasOwn(ORDER_CODES, code);
}
