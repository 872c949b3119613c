import type { FulfillmentOrder } from '../fulfillment-types.ts';
import { sum } from '../order-totals.ts';
import type { FulfillmentRules } from './rules.ts';

/** An app's share of the holds of one fulfillment order (https://shopify.dev/docs/api/admin-graphql/latest/mutations/fulfillmentOrderHold). */
export const mostHoldsOfAnApp = 10;

export function remainingOf({ lines }: FulfillmentOrder): number {
  return sum(lines.map(({ remainingQuantity }) => remainingQuantity));
}

export function isOver({ status }: FulfillmentOrder): boolean {
  return status === 'CLOSED' || status === 'CANCELLED';
}

/** Whether something of it is fulfilled already. */
export function isBegun({ lines }: FulfillmentOrder): boolean {
  return lines.some(({ totalQuantity, remainingQuantity }) => remainingQuantity < totalQuantity);
}

/**
 * Gives `fulfillmentOrder` the status that its quantities and holds make: closed when nothing remains, on hold while there is a hold
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentOrderStatus). That it is in progress when a part is fulfilled, or prepared
 * for pickup, and that a scheduled one is scheduled again after its last hold, is inferred.
 */
export function settleStatus(
  fulfillmentOrder: FulfillmentOrder,
  now: Date,
  { partlyFulfilledStatus }: Pick<FulfillmentRules, 'partlyFulfilledStatus'>,
): void {
  fulfillmentOrder.updatedAt = now;
  if (remainingOf(fulfillmentOrder) === 0) {
    fulfillmentOrder.status = 'CLOSED';
    fulfillmentOrder.holds = [];
  } else if (fulfillmentOrder.holds.length > 0) fulfillmentOrder.status = 'ON_HOLD';
  else if (fulfillmentOrder.preparedForPickupAt) fulfillmentOrder.status = 'IN_PROGRESS';
  else if (isBegun(fulfillmentOrder)) fulfillmentOrder.status = partlyFulfilledStatus;
  else fulfillmentOrder.status = fulfillmentOrder.isScheduled ? 'SCHEDULED' : 'OPEN';
}

/**
 * What may be done with it, for the app that calls. The lists of a held and an open one, and that `HOLD` goes at the tenth hold, are as
 * recorded by https://github.com/airhorns/shopify-draft-proxy (docs/endpoints/shipping-fulfillments.md); those of one in progress, and of one that a
 * fulfillment service is to be asked for, are inferred. A scheduled one can be opened
 * (https://shopify.dev/docs/api/admin-graphql/latest/enums/FulfillmentOrderAction, `MARK_AS_OPEN`) and not be fulfilled; that it can be held and moved
 * is inferred.
 * @param isOfService whether it is assigned to another company's fulfillment service
 */
export function supportedActions(fulfillmentOrder: FulfillmentOrder, isOfService = false): string[] {
  const canSplit = remainingOf(fulfillmentOrder) > 1 ? ['SPLIT'] : [];
  switch (fulfillmentOrder.status) {
    case 'OPEN':
      return isOfService
        ? ['CREATE_FULFILLMENT', 'REQUEST_FULFILLMENT', 'MOVE', 'HOLD', ...canSplit]
        : ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', ...canSplit];
    case 'IN_PROGRESS':
      return ['CREATE_FULFILLMENT', 'REPORT_PROGRESS', 'MOVE', 'HOLD', 'MARK_AS_OPEN'];
    case 'SCHEDULED':
      return ['MARK_AS_OPEN', 'MOVE', 'HOLD'];
    case 'ON_HOLD': {
      const own = fulfillmentOrder.holds.filter(({ app }) => app === null).length;
      return ['RELEASE_HOLD', ...(own < mostHoldsOfAnApp ? ['HOLD'] : []), 'MOVE'];
    }
    default:
      return [];
  }
}
