import type { PlannedDelivery } from '../deliveries/types.ts';
import type { ResolvedGroup } from './types.ts';

/** The delivery groups that a delivery is of: those of its fulfillment orders, else those of its code. */
export function groupsOf(
  { choice, fulfillmentOrderIds }: Pick<PlannedDelivery, 'choice' | 'fulfillmentOrderIds'>,
  groups: readonly ResolvedGroup[],
): ResolvedGroup[] {
  const own = groups.filter(
    ({ fulfillmentOrderId }) =>
      fulfillmentOrderId !== null && fulfillmentOrderIds.includes(fulfillmentOrderId),
  );
  return own.length > 0 ? own : groups.filter(({ code }) => code === choice.code);
}

/** Of the groups that carry a promise the one whose window ends last. */
export function latestPromised(groups: readonly ResolvedGroup[]): ResolvedGroup | undefined {
  const endOf = ({ promise }: ResolvedGroup) => (typeof promise?.eta_end === 'number' ? promise.eta_end : 0);
  return groups
    .filter(({ promise }) => promise !== null)
    .toSorted((one, other) => endOf(other) - endOf(one))[0];
}
