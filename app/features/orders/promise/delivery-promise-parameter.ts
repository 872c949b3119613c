import type { StoredPromise } from './types.ts';

/** The `delivery_promise` of OneStock's order creation. */
export interface DeliveryPromiseParameter {
  /** Left out where OneStock can keep none any more. */
  original_delivery_option?: StoredPromise;
  /** What the shopper was told: the dates, in Unix seconds. */
  sent_delivery_option: { eta_start?: unknown; eta_end?: unknown };
}

/**
 * Turns an entry of the order metafield `onestock.delivery_promise` into the parameter with which OneStock creates an order: the option
 * as OneStock gave it, and the dates that were sent to the shopper.
 * Source: https://github.com/OneStock-Retail/onestock-magento-connector, which sends the whole option twice; the dates are the part of
 * `sent_delivery_option` that OneStock is seen to read.
 *
 * @param told what the shopper was told
 * @param keepable what OneStock can keep, where that is another by now; null for nothing
 */
export function deliveryPromiseParameter(
  told: StoredPromise,
  keepable: StoredPromise | null = told,
): DeliveryPromiseParameter {
  const { eta_start, eta_end } = told;
  return {
    ...(keepable && { original_delivery_option: keepable }),
    sent_delivery_option: {
      ...(eta_start !== undefined && { eta_start }),
      ...(eta_end !== undefined && { eta_end }),
    },
  };
}
