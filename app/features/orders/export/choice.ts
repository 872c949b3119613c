import { err, ok, type Result } from 'neverthrow';
import type { ResolvedGroup, StoredPromise } from '../promise/types.ts';
import type { OrderCause } from '../shape.ts';
import type { ShopOrder } from './types.ts';

/** How the shopper wanted the order to come. */
export interface Choice {
  /** The delivery option of the rate's code. Another app's code is taken for one, and is simply not mapped. */
  handle: string | null;
  /** As the shopper read it. */
  rateName: string | null;
  /** The store where the order is collected, if the promise's resolution found one. */
  endpointId: string | null;
  promise: StoredPromise | null;
}

/** What the merchant mapped. */
export interface Mappings {
  rulesets: readonly { source: string; key: string; rulesetChainingId: string }[];
  locations: readonly { locationId: string; endpointId: string }[];
}

/**
 * The choice that speaks for the whole order, as an order of OneStock has one destination and one promise: the first delivery group that is
 * collected, as the metafield `onestock.endpoint_id` says, else the first with a promise, else the first.
 */
export function chosenRate({ shippingFees }: ShopOrder, groups: readonly ResolvedGroup[]): Choice {
  const group =
    groups.find(({ endpointId }) => endpointId !== null) ??
    groups.find(({ promise }) => promise !== null) ??
    groups[0];
  const fee = shippingFees.find(({ code }) => code !== null && code === group?.code) ?? shippingFees[0];
  const code = group?.code ?? fee?.code ?? null;
  return {
    handle: code === null ? null : (code.split(':')[0] ?? null),
    rateName: fee?.title ?? null,
    endpointId: group?.endpointId ?? null,
    promise: group?.promise ?? null,
  };
}

/** The chaining that is mapped to the delivery option, else to the rate's name; null leaves it to OneStock. */
export function rulesetChainingOf({ handle, rateName }: Choice, { rulesets }: Mappings): string | null {
  const mapped = (source: string, key: string | null) =>
    rulesets.find((each) => each.source === source && each.key === key)?.rulesetChainingId;
  return mapped('option', handle) ?? mapped('rate', rateName?.trim() ?? null) ?? null;
}

/** Where the order is collected: the store that was chosen at checkout, or the endpoint that Shopify's pickup location is. */
export function endpointOf(
  { pickUpLocationId }: ShopOrder,
  { endpointId }: Choice,
  { locations }: Mappings,
): Result<string | null, OrderCause> {
  if (endpointId !== null || pickUpLocationId === null) return ok(endpointId);
  const mapped = locations.find(({ locationId }) => locationId === pickUpLocationId);
  return mapped ? ok(mapped.endpointId) : err({ code: 'pick_up_unmapped' });
}
