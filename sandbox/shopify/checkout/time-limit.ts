/**
 * How long Shopify waits for a carrier, which depends on how many requests of the last minute went to it. Only the requests above
 * a threshold get the shorter limit (https://shopify.dev/docs/api/admin-graphql/latest/objects/DeliveryCarrierService; that the tiers
 * are marginal: "dynamic timeout for CarrierService API rate requests", https://shopify.dev/changelog, 4 November 2020).
 * @param requestNumber place of the request among those of the last minute, from 1
 */
export function timeLimitMs(requestNumber: number): number {
  if (requestNumber < 1500) return 10_000;
  return requestNumber <= 3000 ? 5_000 : 3_000;
}

export interface RequestCounter {
  /** Counts one more request; tells how many the last minute saw, this one included. */
  count(carrierServiceId: string): number;
}

/** Counts by carrier service, which stands for a shop and an app together. */
export function createRequestCounter(now: () => Date): RequestCounter {
  const timesByCarrier = new Map<string, number[]>();
  return {
    count(carrierServiceId) {
      const time = now().getTime();
      const times = timesByCarrier.get(carrierServiceId) ?? [];
      while (times[0] !== undefined && times[0] <= time - 60_000) times.shift();
      times.push(time);
      timesByCarrier.set(carrierServiceId, times);
      return times.length;
    },
  };
}
