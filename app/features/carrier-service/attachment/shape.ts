import type { CodeTable } from '#app/platform/cause.ts';

/** What stands in the way of attaching anywhere, beside what Shopify itself answers. */
export const ATTACHMENT_CODES = {
  carrier_service_missing: [],
  carrier_service_inactive: [],
  scope_missing: ['scopes'],
} as const satisfies CodeTable;

/** Why one place is not as it was asked to be, beside what Shopify itself answers. */
export const PLACE_CODES = {
  place_unknown: [],
  place_inherits_shipping: [],
  place_shipping_off: [],
  plan_without_carrier_rates: ['said'],
  place_refused: ['said'],
  change_without_effect: [],
} as const satisfies CodeTable;
