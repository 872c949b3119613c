import type { OneStockParcel } from '#app/gateways/onestock/index.ts';
import type { FulfillmentTrackingInput } from '#app/gateways/shopify/admin.generated.ts';
import { webAddress } from '../web-address.ts';
import { carrierName } from './carrier-name.ts';
import type { Situation, Tracking } from './types.ts';

const NOTHING: Tracking = { number: null, url: null, company: null };

/** What OneStock knows of a parcel's tracking, in Shopify's terms. */
export function trackingOf(
  parcel: OneStockParcel,
  { carrierNames }: Pick<Situation['settings'], 'carrierNames'>,
): Tracking {
  const told = trackingAsTold(parcel);
  return { ...told, company: told.company && carrierName(told.company, carrierNames) };
}

/** With the carrier as OneStock calls it. Without an address of the web, Shopify makes one of the number where it knows the carrier. */
export function trackingAsTold({ trackingCode, trackingLink, carrier }: OneStockParcel): Tracking {
  return { number: trackingCode, url: webAddress(trackingLink), company: carrier };
}

/** What is not known is left out. */
export function trackingInput({ number, url, company }: Tracking): FulfillmentTrackingInput {
  return {
    ...(number !== null && { number }),
    ...(url !== null && { url }),
    ...(company !== null && { company }),
  };
}

/**
 * Whether a fulfilment keeps what it was given, and nothing else. To a number Shopify may add the carrier that it guesses, and the address
 * of one that it knows; it changes none that it was given
 * (https://shopify.dev/docs/api/admin-graphql/2026-10/input-objects/FulfillmentTrackingInput).
 *
 * @param kept an entry for each number or address
 */
export function keeps([kept = NOTHING, ...others]: readonly Tracking[], given: Tracking): boolean {
  return (
    others.length === 0 &&
    kept.number === given.number &&
    (kept.url === given.url || (given.url === null && given.number !== null)) &&
    (kept.company === given.company || given.company === null || given.number === null)
  );
}
