import { numericId } from '../store/ids.ts';
import type { NewOrder, PlannedDelivery } from '../store/new-order.ts';
import type { Store } from '../store/store.ts';
import type { CheckoutRate } from '../store/types.ts';
import type { CartLine, CartMetafield, Checkout, DeliveryGroup } from './types.ts';

export interface Choice {
  group: DeliveryGroup;
  rate: CheckoutRate;
}

/**
 * The order that a checkout becomes: a shipping line for each rate chosen, and a fulfillment order for each location of each group, which
 * keeps the rate's code, name and window (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryMethod). The rate's metafields
 * end here: Shopify does not keep them after the checkout
 * (https://shopify.dev/changelog/delivery-options-in-shopify-functions-input-now-expose-their-metafields).
 * @param metafields written last, so that they replace earlier ones of the same namespace and key
 */
export function orderFrom(
  store: Store,
  checkout: Checkout,
  choices: Choice[],
  metafields: CartMetafield[],
): NewOrder {
  const { cart } = checkout;
  return {
    lines: cart.lines.map(({ variant, quantity }) => ({ variantId: variant.id, quantity })),
    shippingAddress: cart.destination,
    shippingLines: choices.map(({ rate }) => shippingLine(store, rate)),
    deliveries: choices.flatMap((choice) => deliveriesOf(choice, cart.lines)),
    cartMetafields: [...cart.metafields, ...metafields],
    email: cart.email,
    locale: cart.locale,
  };
}

/**
 * `source` names where the rate comes from and `carrierIdentifier` is there for a carrier's rate only
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/ShippingLine). That they are the carrier service's name and number is
 * inferred; that Shopify's own rates say `shopify` was seen in an order webhook.
 */
function shippingLine(store: Store, rate: CheckoutRate): NewOrder['shippingLines'][number] {
  const carrier =
    rate.carrierServiceId === null ? undefined : store.carrierServices.get(rate.carrierServiceId);
  return {
    title: rate.title,
    code: rate.code,
    price: rate.price,
    source: carrier?.name ?? 'shopify',
    carrierIdentifier: rate.carrierServiceId && String(numericId(rate.carrierServiceId)),
  };
}

function deliveriesOf({ group, rate }: Choice, cartLines: CartLine[]): PlannedDelivery[] {
  const byLocation = Map.groupBy(group.lines, ({ location }) => location.id);
  return [...byLocation].map(([locationId, lines]) => ({
    locationId,
    lines: lines.map((line) => ({ line: cartLines.indexOf(line), quantity: line.quantity })),
    deliveryMethod: {
      methodType: 'SHIPPING',
      serviceCode: rate.code,
      presentedName: rate.title,
      minDeliveryDateTime: rate.minDeliveryDate === null ? null : new Date(rate.minDeliveryDate),
      maxDeliveryDateTime: rate.maxDeliveryDate === null ? null : new Date(rate.maxDeliveryDate),
    },
  }));
}
