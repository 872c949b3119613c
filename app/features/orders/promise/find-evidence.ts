import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import { postalPrefix, type ShownRate, type ShownRates } from '#app/features/promise/index.ts';
import type { ShopDomain } from '#app/platform/tenant.ts';
import type { Evidence } from './resolve-group.ts';
import type { DeliveryGroup, Order } from './types.ts';

/** An order's time is cut to the second: it was placed before the next one began. */
const WITHIN_ITS_SECOND_MS = 1000;

/**
 * A rate's time is our clock's, an order's is Shopify's. A minute covers the difference of two clocks that are kept, so that an order
 * placed at once still finds its rate.
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
  const placedBefore = new Date(order.createdAt.getTime() + WITHIN_ITS_SECOND_MS);
  const shownBefore = new Date(order.createdAt.getTime() + CLOCK_SKEW_MS);
  const none: Evidence = { shop, placedBefore, shownBefore, quoted: null, byBasket: [], byArea: [], options };
  if (code === null || destination === null || destinationFingerprint === null) return none;
  /** Asked for apart, so that no crowd of later rates hides the earlier ones. */
  const earlierAndLater = async (find: (before: Date) => Promise<ShownRate[]>) => {
    const [earlier, all] = await Promise.all([find(placedBefore), find(shownBefore)]);
    return [...all.filter(({ shownAt }) => shownAt > placedBefore), ...earlier];
  };
  const { country, zip } = destination;
  const area = { code, country, postalPrefix: postalPrefix(country, zip) };
  const [quoted, byArea, ...byBasket] = await Promise.all([
    order.quoteId === null ? null : shownRates.byQuoteId(shop, order.quoteId),
    earlierAndLater((before) => shownRates.byArea(shop, { ...area, before })),
    ...group.baskets.map((basketFingerprint) => {
      const same = { code, basketFingerprint, destinationFingerprint };
      return earlierAndLater((before) => shownRates.candidates(shop, { ...same, before }));
    }),
  ]);
  return { ...none, quoted, byArea, byBasket };
}
