import type { DeliveryPlan, KnownDelivery, PlannedDelivery } from '../deliveries/types.ts';
import type { ResolvedGroup } from '../promise/types.ts';
import { chosenDelivery } from './choice.ts';
import type { ShopOrder } from './types.ts';

/** Ways that lead to no address: the shopper comes, or nothing is sent. */
const NOWHERE = ['PICK_UP', 'NONE'];

/** Lets wait what is to be sent to an address that the order does not have, as orders of companies and drafts may; the rest of it goes. */
export function awaitAddress(
  order: ShopOrder,
  plan: DeliveryPlan,
  groups: readonly ResolvedGroup[],
  earlier: readonly KnownDelivery[],
): DeliveryPlan {
  if (order.shippingAddress !== null) return plan;
  const isCollected = (ask: PlannedDelivery) =>
    NOWHERE.includes(ask.choice.methodType) ||
    chosenDelivery(order, ask, groups, earlier).endpointId !== null;
  const waits = plan.asks
    .filter((ask) => !isCollected(ask))
    .map(({ choice, fulfillmentOrderIds: [fulfillmentOrderId = ''], lines }) => ({
      ...{ cause: { code: 'awaits_address' } as const, until: null, choice, fulfillmentOrderId, lines },
    }));
  return { ...plan, asks: plan.asks.filter(isCollected), waits: [...waits, ...plan.waits] };
}
