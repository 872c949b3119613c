import type { CodeTable } from '#app/platform/cause.ts';

/** What is wrong with a template: brackets, and placeholders that cannot be used where it is shown. */
export const TEMPLATE_CODES = {
  bracket_nested: [],
  bracket_not_opened: [],
  bracket_not_closed: [],
  curly_unbalanced: [],
  /** `allowed` lists the placeholders that can be used. */
  placeholder_unknown: ['placeholder', 'allowed'],
} as const satisfies CodeTable;

/** What is wrong with a text of the shop's or of an option. */
export const TEXT_CODES = {
  ...TEMPLATE_CODES,
  /** The text takes no placeholder at all. */
  placeholder_none: ['placeholder'],
  text_too_long: ['most'],
  store_not_in_name: [],
  name_missing: [],
  /** `current` is what somebody else has made of it. */
  changed_meanwhile: ['current'],
} as const satisfies CodeTable;

/** What is wrong with an option, beside values that cannot be used: those are named after their field (`price_invalid`). */
export const OPTION_CODES = {
  ...TEMPLATE_CODES,
  handle_fixed: ['handle'],
  handle_used: ['handle'],
  handle_used_by_archived: ['handle'],
  text_empty: [],
  text_too_long: [],
  language_invalid: [],
  name_missing: [],
  store_in_home_name: [],
  store_not_in_name: [],
  stores_missing: [],
  stores_of_home: [],
  range_reversed: [],
  tiers_without_zero: [],
  tiers_alike: [],
  lead_time_reversed: [],
  fallback_hides_all: [],
  cost_never_asked: [],
} as const satisfies CodeTable;
