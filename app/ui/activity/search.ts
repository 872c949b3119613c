import type { EventFilters } from '#app/features/inbox/index.ts';
import type { CallbackFilters } from '#app/features/promise/index.ts';
import type { RunFilters } from '#app/features/runs/shape.ts';

/** The lists of the page, in the order of its tabs. */
export const LISTS = ['requests', 'attention', 'events', 'jobs'] as const;

export type ListName = (typeof LISTS)[number];

export const RUNGS = ['memory', 'shared', 'onestock', 'stale', 'fallback', 'none'] as const;

/** What the page's address asks for: a list, its filters, and where in the list its page begins. */
export type ActivitySearch =
  | { list: 'requests'; filters: CallbackFilters; cursor?: string }
  | { list: 'events'; filters: EventFilters; cursor?: string }
  | { list: 'jobs'; filters: RunFilters; cursor?: string }
  | { list: 'attention' };

/** The reasons that the rate requests can be filtered by: why an option was shown or not, and what OneStock failed by. */
export const FILTERED_REASONS = [
  'promised',
  'next_promised',
  'fallback_only',
  'fallback_hides',
  'country_not_served',
  'basket_total_out_of_range',
  'weight_out_of_range',
  'currency_mismatch',
  'no_store_near',
  'status_none',
  'promise_missing',
  'cutoff_near',
  'cutoff_passed',
  'only_outside_lines',
  'outside_lines_present',
  'not_connected',
  'item_without_id',
  'onestock_late',
  'onestock_timeout',
  'onestock_unreachable',
  'onestock_busy',
  'onestock_breaker_open',
  'onestock_credentials_refused',
  'onestock_rate_limited',
  'onestock_failed',
] as const;

/** One value as the values of a filter. */
export function chosen(value: string | undefined): string[] {
  return value ? [value] : [];
}

/** Whether any filter of a list is set. */
export function isFiltered(filters: object): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** The topics that the events can be filtered by. */
export const TOPICS = [
  'orders/create',
  'orders/paid',
  'orders/edited',
  'orders/cancelled',
  'refunds/create',
  'fulfillment_orders/order_routing_complete',
  'order_state_changed',
  'parcel_state_changed',
  'line_item_group_state_changed',
  'other',
  'app/scopes_update',
  'app/uninstalled',
  'customers/data_request',
  'customers/redact',
  'shop/redact',
] as const;

/** The kinds of runs that the runs can be filtered by. */
export const RUN_KINDS = [
  'sweep_orders',
  'mirror_stores',
  'check_account',
  'prepare_shop',
  'ensure_webhook',
  'rotate_webhook_key',
] as const;
