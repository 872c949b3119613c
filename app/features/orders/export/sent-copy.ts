import { z } from 'zod';
import type { NewOrder, NewOrderPrice } from '#app/gateways/onestock/index.ts';

/**
 * What of a sent order is kept for a person to look at: no customer, no address but its country, and no titles of discounts, which may be
 * personal codes.
 */
export function sentCopy({
  customer: _customer,
  delivery,
  delivery_promise: promise,
  pricing_details,
  ...order
}: NewOrder): object {
  const { address, ...destination } = delivery.destination;
  const { address: _payer, ...pricing } = pricing_details;
  const country = address?.regions?.country.code;
  return {
    ...order,
    delivery: { ...delivery, destination: { ...destination, ...(country && { country }) } },
    ...(promise && { delivery_promise: promiseCopy(promise) }),
    pricing_details: withoutTitles(pricing),
    order_items: order.order_items.map((item) => ({
      ...item,
      ...(item.pricing_details && { pricing_details: withoutTitles(item.pricing_details) }),
    })),
    ...(order.shipping_fees && { shipping_fees: order.shipping_fees.map(withoutTitles) }),
  };
}

const located = z.looseObject({
  destination: z
    .looseObject({ location: z.object({ country: z.unknown() }).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

/** OneStock repeats in its option where that goes. */
function promiseCopy({
  original_delivery_option: option,
  ...promise
}: NonNullable<NewOrder['delivery_promise']>): object {
  return {
    ...promise,
    ...(option && { original_delivery_option: located.parse(option) }),
  };
}

function withoutTitles<Price extends Partial<NewOrderPrice>>(price: Price): Price {
  if (!price.discounts) return price;
  return { ...price, discounts: price.discounts.map(({ title: _title, ...discount }) => discount) };
}
