import { type Found, findFulfillmentOrder } from '../../store/fulfillment/find.ts';
import type { Pieces } from '../../store/fulfillment/quantities.ts';
import type { Refusal } from '../../store/fulfillment/refusal.ts';
import type { Tracking } from '../../store/fulfillment-types.ts';
import type { Call } from '../call.ts';
import { mayReach } from '../present/fulfillment-order.ts';
import { refuseUnmodelled } from './known-input.ts';

export interface TrackingInput {
  company?: string | null;
  number?: string | null;
  numbers?: string[] | null;
  url?: string | null;
  urls?: string[] | null;
}

/**
 * Where parcels of some carriers are followed: Shopify makes the address itself when it knows the company and is given no other
 * (https://shopify.dev/docs/api/admin-graphql/latest/objects/FulfillmentTrackingInfo). These are a few of its companies; their addresses are
 * inferred.
 */
const trackingPages = new Map([
  ['Colissimo', 'https://www.laposte.fr/outils/suivre-vos-envois?code='],
  ['DHL Express', 'https://www.dhl.com/en/express/tracking.html?AWB='],
  ['UPS', 'https://www.ups.com/WebTracking?loc=en_US&requester=ST&trackNumber='],
]);

/** Tracking as the fulfillment keeps it: an entry for each number or address, in the order given. */
export function trackingOf(input: TrackingInput | null | undefined): Tracking[] {
  if (!input) return [];
  const numbers = input.numbers ?? (input.number == null ? [] : [input.number]);
  const urls = input.urls ?? (input.url == null ? [] : [input.url]);
  const company = input.company ?? null;
  const page = trackingPages.get(company ?? '');
  const size = Math.max(numbers.length, urls.length, company === null ? 0 : 1);
  return Array.from({ length: size }, (_, index) => {
    const number = numbers[index] ?? null;
    return { company, number, url: urls[index] ?? (page && number !== null ? page + number : null) };
  });
}

/** Lines of a fulfillment order as they are asked for; null, which an empty list is too, means everything. */
export function piecesOf(lines: Pieces[] | null | undefined): Pieces[] | null {
  if (!lines || lines.length === 0) return null;
  return lines.map((line) => {
    refuseUnmodelled(line, ['id', 'quantity'], 'FulfillmentOrderLineItemInput');
    return { id: line.id, quantity: line.quantity };
  });
}

/** A refusal where the type of the user errors has no code. */
export function withoutCode({ field, message }: Refusal): Omit<Refusal, 'code'> {
  return { field, message };
}

/** A fulfillment order that the app may change; one beyond its scopes counts as not there, which is inferred. */
export function findReachable(call: Call, id: string): Found | null {
  const found = findFulfillmentOrder(call.store, id);
  return found && mayReach(found.fulfillmentOrder, 'write', call) ? found : null;
}

export const notFound: Refusal = {
  field: ['id'],
  message: 'Fulfillment order does not exist.',
  code: 'FULFILLMENT_ORDER_NOT_FOUND',
};
