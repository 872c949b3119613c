import type { Code } from '../codes.ts';

/** What the app does by itself, by code, said where work is still tried: of work that was given up it would be false. */
export const goesOn = {
  shopify_throttled: 'The app tries again by itself.',
  shopify_unreachable: 'The app tries again by itself.',
  shopify_timeout: 'The app tries again by itself.',
  shopify_failed: 'The app tries again by itself.',
  onestock_timeout: 'The app asks again by itself; if this lasts, tell OneStock.',
  onestock_cancelled: 'The app asks again by itself.',
  onestock_rate_limited:
    'The app waits and asks again; if this happens often, ask OneStock for a higher limit.',
  onestock_failed: 'The app asks again by itself; if this lasts, tell OneStock.',
  onestock_unreachable: 'If it is right, the app asks again by itself.',
} as const satisfies Partial<Record<Code, string>>;
