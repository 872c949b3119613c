import { err, ok, type Result } from 'neverthrow';
import { isSameChoice } from '../deliveries/choice.ts';
import type { Choice, KnownDelivery, PlannedDelivery } from '../deliveries/types.ts';
import { groupsOf, latestPromised } from '../promise/groups-of-delivery.ts';
import type { ResolvedGroup, StoredPromise } from '../promise/types.ts';
import type { OrderCause } from '../shape.ts';
import type { ShippingFee, ShopOrder } from './types.ts';

/** How the shopper wanted a delivery to come, as OneStock is told. */
export interface ChosenDelivery {
  /** The delivery option of the rate's code. Another app's code is taken for one, and is simply not mapped. */
  handle: string | null;
  /** As the shopper read it. */
  rateName: string | null;
  /** The store where it is collected, if the promise's resolution found one. */
  endpointId: string | null;
  promise: StoredPromise | null;
}

/** What the merchant mapped. */
export interface Mappings {
  rulesets: readonly { source: string; key: string; rulesetChainingId: string }[];
  locations: readonly { locationId: string; endpointId: string }[];
}

/**
 * What was found for a delivery: the delivery groups of its own fulfillment orders, else those of its code. Where its parts were promised
 * differently the latest window counts.
 */
export function chosenDelivery(
  { shippingFees, fulfillmentOrders }: Pick<ShopOrder, 'shippingFees' | 'fulfillmentOrders'>,
  delivery: Pick<PlannedDelivery, 'choice' | 'fulfillmentOrderIds'>,
  groups: readonly ResolvedGroup[],
  earlier: readonly Pick<KnownDelivery, 'fulfillmentOrderIds'>[],
): ChosenDelivery {
  const own = groupsOf(delivery, groups, earlier);
  const { code } = delivery.choice;
  const group = latestPromised(own) ?? own[0];
  const fee = shippingFees.find((each) => each.code !== null && each.code === code);
  const ofOthers = fulfillmentOrders
    .flatMap((each) => each.choice.code ?? [])
    .filter((other) => other !== code);
  const onlyFee = shippingFees.length === 1 ? shippingFees[0] : undefined;
  const isOfOther = onlyFee?.code != null && ofOthers.includes(onlyFee.code);
  return {
    handle: code === null ? null : (code.split(':')[0] ?? null),
    rateName: (fee ?? (isOfOther ? undefined : onlyFee))?.title ?? null,
    endpointId: own.find(({ endpointId }) => endpointId !== null)?.endpointId ?? null,
    promise: group?.promise ?? null,
  };
}

/** The chaining that is mapped to the delivery option, else to the rate's name; null leaves it to OneStock. */
export function rulesetChainingOf(
  { handle, rateName }: Pick<ChosenDelivery, 'handle' | 'rateName'>,
  { rulesets }: Mappings,
): string | null {
  const mapped = (source: string, key: string | null) =>
    rulesets.find((each) => each.source === source && each.key === key)?.rulesetChainingId;
  return mapped('option', handle) ?? mapped('rate', rateName?.trim() ?? null) ?? null;
}

/** Where a delivery is collected: the store that was chosen at checkout, or the endpoint that Shopify's pickup location is. */
export function endpointOf(
  order: Pick<ShopOrder, 'lines' | 'fulfillmentOrders'>,
  { choice: { locationId }, lines }: Pick<PlannedDelivery, 'choice' | 'lines'>,
  { endpointId }: Pick<ChosenDelivery, 'endpointId'>,
  { locations }: Mappings,
): Result<string | null, OrderCause> {
  if (endpointId !== null || locationId === null) return ok(endpointId);
  const mapped = locations.find((each) => each.locationId === locationId);
  if (mapped) return ok(mapped.endpointId);
  const place = order.fulfillmentOrders.find(({ location }) => location.id === locationId)?.location;
  const titleOf = (lineItemId: string) => order.lines.find(({ id }) => id === lineItemId)?.title;
  const pieces = lines.map(
    ({ lineItemId, quantity }) => `${quantity} × ${titleOf(lineItemId) ?? lineItemId}`,
  );
  return err({ code: 'pick_up_location_unmapped', params: { pieces, location: place?.name ?? locationId } });
}

/**
 * The shipping fees that a delivery bears: those of its rate, once; those that no fulfillment order of the order is of, with the first. What was
 * sent when deliveries were not told apart bore all.
 */
export function feesOf(
  { shippingFees, fulfillmentOrders }: Pick<ShopOrder, 'shippingFees' | 'fulfillmentOrders'>,
  { choice, number }: Pick<KnownDelivery, 'number'> & { choice: Choice },
  earlier: readonly Pick<KnownDelivery, 'choice' | 'number'>[],
): ShippingFee[] {
  if (earlier.some((each) => each.choice === null)) return [];
  const isFirst = number === 1;
  const codes = new Set([choice.code, ...fulfillmentOrders.map((each) => each.choice.code)]);
  const isFirstOfRate = !earlier.some((each) => each.choice && isSameRate(each.choice, choice));
  return shippingFees.filter(({ code }) =>
    code !== null && codes.has(code) ? code === choice.code && isFirstOfRate : isFirst,
  );
}

function isSameRate(one: Choice, other: Choice): boolean {
  return one.code === null ? isSameChoice(one, other) : one.code === other.code;
}
