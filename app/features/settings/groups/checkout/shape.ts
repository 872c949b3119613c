import { select, wholeNumber } from '../../field/shape.ts';
import { settingsGroup, type ValuesOf } from '../../group/shape.ts';

const HERE = { section: 'answers' };
const TIMES = { ...HERE, row: 'times' };

/** How the shop's rate requests are answered. */
export const CHECKOUT = settingsGroup('checkout', {
  itemIdSource: select(HERE, { values: ['sku', 'variant_id'], default: 'sku' }),
  // It may not come near the 500 ms within which Shopify wants 95 of 100 answers
  // (https://shopify.dev/docs/apps/launch/built-for-shopify/requirements).
  softDeadlineMs: wholeNumber(TIMES, {
    ...{ min: 50, max: 450, default: 350, unit: 'ms' },
    fault: 'soft_deadline_range',
  }),
  /** How long an answer of OneStock counts, at the most. */
  promiseLifeSeconds: wholeNumber(TIMES, {
    ...{ min: 0, max: 3600, default: 300, unit: 's' },
    fault: 'promise_life_range',
  }),
  /** From a rate's showing to the order's creation; rates are kept for 30 days (`features/promise/tables.ts`). */
  shownRateLifeHours: wholeNumber(TIMES, {
    ...{ min: 1, max: 720, default: 24, unit: 'h' },
    fault: 'shown_rate_life_range',
  }),
  /** Beside goods that OneStock does not have, of another service or of a custom line: what is promised for the others. */
  outsideLines: select(HERE, { values: ['leave_out', 'no_promise'], default: 'leave_out' }),
  /** `report`: a failing signature raises a problem instead of refusing the request; the path token is required in both. */
  signatureMode: select(HERE, { values: ['require', 'report'], default: 'require' }),
});

export type CheckoutSettings = ValuesOf<typeof CHECKOUT>;
