import type { KnownDelivery } from '../deliveries/types.ts';
import type { ResolvedGroup } from '../promise/types.ts';

/** The first deliveries of an order are sent together: one that is sent later than this was asked about later, where nothing was shown for it. */
const TOGETHER_MS = 60_000;

/** The groups that were found before the order was sent: not those of later deliveries of which OneStock was asked only then. */
export function groupsBeforeSent(
  groups: readonly ResolvedGroup[],
  deliveries: readonly Pick<KnownDelivery, 'fulfillmentOrderIds' | 'exportedAt'>[],
): ResolvedGroup[] {
  const first = Math.min(...deliveries.map(sentAtMs));
  const isLater = ({ fulfillmentOrderId, source, notCounted }: ResolvedGroup) =>
    (source === 'recomputed' || source === 'none') &&
    !notCounted &&
    deliveries.some(
      (delivery) =>
        fulfillmentOrderId !== null &&
        delivery.fulfillmentOrderIds.includes(fulfillmentOrderId) &&
        sentAtMs(delivery) > first + TOGETHER_MS,
    );
  return groups.filter((group) => !isLater(group));
}

function sentAtMs({ exportedAt }: Pick<KnownDelivery, 'exportedAt'>): number {
  return exportedAt?.getTime() ?? Number.POSITIVE_INFINITY;
}
