import type { PlannedDelivery } from '../deliveries/types.ts';
import type { ResolvedGroup } from './types.ts';

/**
 * The delivery groups that a delivery is of: those of its fulfillment orders, else, as these were cut anew, those of its code that are no other
 * delivery's.
 *
 * @param others the other deliveries of the order
 */
export function groupsOf(
  { choice, fulfillmentOrderIds }: Pick<PlannedDelivery, 'choice' | 'fulfillmentOrderIds'>,
  groups: readonly ResolvedGroup[],
  others: readonly Pick<PlannedDelivery, 'fulfillmentOrderIds'>[],
): ResolvedGroup[] {
  const isOf = (ids: readonly string[], { fulfillmentOrderId }: ResolvedGroup) =>
    fulfillmentOrderId !== null && ids.includes(fulfillmentOrderId);
  const own = groups.filter((group) => isOf(fulfillmentOrderIds, group));
  if (own.length > 0) return own;
  return groups.filter(
    (group) => group.code === choice.code && !others.some((other) => isOf(other.fulfillmentOrderIds, group)),
  );
}

/** Of the groups that carry a promise the one whose window ends last. */
export function latestPromised(groups: readonly ResolvedGroup[]): ResolvedGroup | undefined {
  const endOf = ({ promise }: ResolvedGroup) => (typeof promise?.eta_end === 'number' ? promise.eta_end : 0);
  return groups
    .filter(({ promise }) => promise !== null)
    .toSorted((one, other) => endOf(other) - endOf(one))[0];
}
