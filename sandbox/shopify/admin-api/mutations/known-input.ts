import { notModelled } from '../call.ts';

/**
 * Refuses the fields of an input object that the simulator would not act upon.
 * @throws {GraphQLError} SANDBOX_NOT_MODELLED, naming the first of them
 */
export function refuseUnmodelled(input: object, modelled: readonly string[], what: string): void {
  for (const [field, value] of Object.entries(input)) {
    if (value != null && !modelled.includes(field)) throw notModelled(`${field} of ${what}`);
  }
}

/**
 * The one amount that a fee or an adjustment may have in the simulator: none.
 * @throws {GraphQLError} SANDBOX_NOT_MODELLED for another
 */
export function refuseFee(amount: string | number | null | undefined, what: string): void {
  if (amount != null && Number(amount) !== 0) throw notModelled(`a ${what} other than 0`);
}

/** Shopify's words when the plan has no carrier-calculated rates, as `carrierServiceCreate` gives them; that they are the same here is inferred. */
export const notInPlan = 'Carrier Calculated Shipping must be enabled for your store';
