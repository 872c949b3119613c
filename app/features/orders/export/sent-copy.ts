import type { NewOrder, NewOrderPrice } from '#app/gateways/onestock/index.ts';

/**
 * What of a sent order is kept for a person to look at: no customer, no address but its country, and no titles of discounts, which may be
 * personal codes.
 */
export function sentCopy({ customer: _customer, delivery, pricing_details, ...order }: NewOrder): object {
  const { address, ...destination } = delivery.destination;
  const { address: _payer, ...pricing } = pricing_details;
  const country = address?.regions?.country.code;
  return {
    ...order,
    delivery: { ...delivery, destination: { ...destination, ...(country && { country }) } },
    pricing_details: withoutTitles(pricing),
    order_items: order.order_items.map((item) => ({
      ...item,
      ...(item.pricing_details && { pricing_details: withoutTitles(item.pricing_details) }),
    })),
    ...(order.shipping_fees && { shipping_fees: order.shipping_fees.map(withoutTitles) }),
  };
}

function withoutTitles<Price extends Partial<NewOrderPrice>>(price: Price): Price {
  if (!price.discounts) return price;
  return { ...price, discounts: price.discounts.map(({ title: _title, ...discount }) => discount) };
}
