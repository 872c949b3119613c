import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import type { ShownRates } from '#app/features/promise/index.ts';
import { postalPrefix } from '#app/features/promise/index.ts';
import type { ShopDomain } from '#app/gateways/shopify/ids.ts';
import type { Evidence } from './resolve-group.ts';
import type { DeliveryGroup, Order } from './types.ts';

/**
 * A rate's time is our clock's, an order's is Shopify's, cut to the second. A minute covers the difference of two clocks that are kept,
 * so that an order placed at once still finds its rate.
 */
const CLOCK_SKEW_MS = 60_000;

/** Collects what was shown that can concern a delivery group of the order. */
export async function findEvidence(
  shownRates: ShownRates,
  shop: ShopDomain,
  order: Order,
  group: DeliveryGroup,
  options: readonly DeliveryOption[],
): Promise<Evidence> {
  const { code, destination, destinationFingerprint } = group;
  const before = new Date(order.createdAt.getTime() + CLOCK_SKEW_MS);
  const none: Evidence = { shop, shownBefore: before, quoted: null, byBasket: [], byArea: [], options };
  if (code === null || destination === null || destinationFingerprint === null) return none;
  const [quoted, byArea, ...byBasket] = await Promise.all([
    order.quoteId === null ? null : shownRates.byQuoteId(shop, order.quoteId),
    shownRates.byArea(shop, {
      code,
      country: destination.country,
      postalPrefix: postalPrefix(destination.country, destination.zip),
      before,
    }),
    ...group.baskets.map((basketFingerprint) =>
      shownRates.candidates(shop, { code, basketFingerprint, destinationFingerprint, before }),
    ),
  ]);
  return { ...none, quoted, byArea, byBasket };
}
