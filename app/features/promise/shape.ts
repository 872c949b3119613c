import { ONESTOCK_CODES } from '#app/gateways/onestock/codes.ts';
import type { CauseOf, CodeTable } from '#app/platform/cause.ts';

/** Why OneStock's promises could not be used for a rate request. */
export const ASK_CODES = {
  ...ONESTOCK_CODES,
  not_connected: [],
  /** A line has no SKU, or no variant, by which OneStock knows its items. */
  item_without_id: [],
  nothing_to_ship: [],
  no_product_of_shop: [],
  onestock_late: [],
  onestock_busy: [],
  onestock_breaker_open: [],
  not_json: [],
  /** `field` is the path of what could not be read; a dot for all of it. */
  not_a_rate_request: ['field'],
} as const satisfies CodeTable;

/** Why OneStock is not asked about a line of a rate request. */
export const LINE_CODES = {
  not_shipped: [],
  /** Goods of another fulfillment service: the merchant's own stock, and so OneStock, does not have them. */
  of_other_service: [],
  /** No product of the shop, and nothing by which OneStock could know it. */
  custom_line: [],
} as const satisfies CodeTable;

export type LineCode = keyof typeof LINE_CODES;

/** What a line of a tried basket stands for: the merchant's own stock, goods of another fulfillment service, or a custom line. */
export const LINE_KINDS = ['own', 'other_service', 'custom'] as const;

export type LineKind = (typeof LINE_KINDS)[number];

/** Why OneStock is not asked about a basket that is shipped. Nothing failed: each delivery is shown without a date. */
export const UNASKED_CODES = {
  /** Every line that is shipped is of another service, or a custom line. */
  only_outside_lines: [],
  /** Some are, and the shop makes no promise then. */
  outside_lines_present: [],
} as const satisfies CodeTable;

export type UnaskedCode = keyof typeof UNASKED_CODES;

/** Why a delivery option, or one store of it, was shown or left out; besides {@link ASK_CODES}. */
export const DECISION_CODES = {
  ...UNASKED_CODES,
  promised: [],
  next_promised: [],
  fallback_only: [],
  /** By the option's own rules. */
  currency_mismatch: [],
  country_not_served: [],
  basket_total_out_of_range: [],
  weight_out_of_range: [],
  no_store_near: [],
  fallback_hides: [],
  /** A collection of goods that OneStock was not asked about: no store is known to have them. */
  store_unknown: [],
  /** By OneStock's answer: `status_` and the status of its promise. */
  status_none: [],
  status_partial: [],
  status_partial_estimation: [],
  status_valid: [],
  status_valid_estimation: [],
  promise_missing: [],
  promise_without_date: [],
  cutoff_near: [],
  cutoff_passed: [],
  cost_missing: [],
  cost_implausible: [],
  not_asked: [],
} as const satisfies CodeTable;

/** Why nothing is tried. */
export const PREVIEW_CODES = {
  /** The app is not installed, or has not yet read from Shopify in which currency the shop sells. */
  shop_not_ready: [],
  /** As many as may be under way at once are. */
  too_many_previews: [],
} as const satisfies CodeTable;

/** The obstacles that rate requests raise: each source with its codes. */
export const PROMISE_OBSTACLES = {
  /** Options are priced in another currency than the shop's. */
  currency_mismatch: { currency_mismatch: ['currency', 'options'] },
  /** Rate requests come to the secret address with signatures that are wrong. */
  carrier_signature: { carrier_signature_wrong: [] },
} as const satisfies Record<string, CodeTable>;

export type PromiseSource = keyof typeof PROMISE_OBSTACLES;

/** What an obstacle of a source can say. */
export type PromiseCause<Source extends PromiseSource> = CauseOf<(typeof PROMISE_OBSTACLES)[Source]>;
