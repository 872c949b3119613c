import type { DeliveryOption } from '#app/features/delivery-options/index.ts';
import { type ByArea, type ByBasket, postalPrefix, type ShownRates } from '#app/features/promise/index.ts';
import type { Shop } from '#app/features/shops/index.ts';
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
  { domain: shop, shownRateLifeHours }: Pick<Shop, 'domain' | 'shownRateLifeHours'>,
  order: Order,
  group: DeliveryGroup,
  options: readonly DeliveryOption[],
): Promise<Evidence> {
  const { code, destination, destinationFingerprint } = group;
  const { createdAt: placedAt } = order;
  const placedBefore = new Date(placedAt.getTime() + WITHIN_ITS_SECOND_MS);
  const shownBefore = new Date(placedAt.getTime() + CLOCK_SKEW_MS);
  const times = { placedAt, placedBefore, shownBefore, shownRateLifeHours };
  const none: Evidence = { shop, ...times, quoted: null, byBasket: [], byArea: [], options };
  if (code === null || destination === null || destinationFingerprint === null) return none;
  const { country, zip } = destination;
  /** Asked for apart, so that no crowd of later rates hides the earlier ones. */
  const earlierAndLater = (query: Omit<ByArea, 'before'> | Omit<ByBasket, 'before'>) => [
    { ...query, before: placedBefore },
    { ...query, before: shownBefore },
  ];
  const found = await shownRates.find(shop, [
    ...earlierAndLater({ code, country, postalPrefix: postalPrefix(country, zip) }),
    ...group.baskets.flatMap((basketFingerprint) =>
      earlierAndLater({ code, basketFingerprint, destinationFingerprint }),
    ),
    ...(order.quoteId === null ? [] : [{ quoteId: order.quoteId }]),
  ]);
  const together = (at: number) => [
    ...(found[at + 1] ?? []).filter(({ shownAt }) => shownAt > placedBefore),
    ...(found[at] ?? []),
  ];
  const byBasket = group.baskets.map((_, at) => together(2 + 2 * at));
  const quoted = order.quoteId === null ? null : (found.at(-1)?.[0] ?? null);
  return { ...none, quoted, byArea: together(0), byBasket };
}
