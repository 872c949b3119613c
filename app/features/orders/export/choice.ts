import { err, ok, type Result } from 'neverthrow';
import { isSameChoice, NO_METHOD } from '../deliveries/choice.ts';
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
 * The shipping fees that a delivery bears, each borne once over all deliveries: those of its rate; those of no rate where it alone of all choices has
 * none, as a local delivery or a pickup whose rate Shopify does not tell; and what is nobody's, as an edit adds it, with the next that is sent. What was
 * sent when deliveries were not told apart bore all.
 */
export function feesOf(
  order: Pick<ShopOrder, 'shippingFees' | 'fulfillmentOrders'>,
  choice: Choice,
  earlier: readonly Pick<KnownDelivery, 'choice' | 'feeIds'>[],
): ShippingFee[] {
  if (earlier.some((each) => each.choice === null)) return [];
  const borne = new Set(earlier.flatMap(({ feeIds }) => feeIds));
  const { coded, withoutFee } = ratesOf(order, choice);
  const isSent = earlier.some((each) => withoutFee && each.choice && isSameChoice(each.choice, withoutFee));
  const isKeptForOther = withoutFee !== null && !isSent && !isSameChoice(withoutFee, choice);
  return order.shippingFees.filter(({ id, code }) => {
    if (borne.has(id)) return false;
    return code !== null && coded.has(code) ? code === choice.code : !isKeptForOther;
  });
}

/** The codes that are a choice's, and the only choice of the order that no fee is of. */
function ratesOf(
  { shippingFees, fulfillmentOrders }: Pick<ShopOrder, 'shippingFees' | 'fulfillmentOrders'>,
  choice: Choice,
): { coded: ReadonlySet<string>; withoutFee: Choice | null } {
  const choices = [choice, ...fulfillmentOrders.map((each) => each.choice)];
  const coded = new Set(choices.flatMap(({ code }) => code ?? []));
  const without = choices
    .filter(({ methodType }) => methodType !== NO_METHOD && methodType !== 'RETAIL')
    .filter(({ code }) => code === null || shippingFees.every((fee) => fee.code !== code))
    .filter((each, at, all) => all.findIndex((other) => isSameChoice(each, other)) === at);
  return { coded, withoutFee: without.length === 1 ? (without[0] ?? null) : null };
}
