import { ok } from 'neverthrow';
import type { Fulfillment } from '../fulfillment-types.ts';
import type { Store } from '../store.ts';
import type { Order } from '../types.ts';
import { createFulfillment } from './create-fulfillment.ts';
import type { Refusable } from './refusal.ts';
import type { FulfillmentRules } from './rules.ts';

/** Fulfils whatever can be of an order: one fulfillment for each location and delivery method type. */
export function fulfillEverything(
  store: Store,
  order: Order,
  rules: Pick<FulfillmentRules, 'mixedMethodTypes' | 'partlyFulfilledStatus'>,
): Refusable<Fulfillment[]> {
  const ready = order.fulfillmentOrders.filter(({ status }) => status === 'OPEN' || status === 'IN_PROGRESS');
  const together = Map.groupBy(
    ready,
    ({ locationId, deliveryMethod }) => `${locationId} ${deliveryMethod?.methodType}`,
  );
  const made: Fulfillment[] = [];
  for (const fulfillmentOrders of together.values()) {
    const groups = fulfillmentOrders.map(({ id }) => ({ fulfillmentOrderId: id, pieces: null }));
    const one = createFulfillment(store, { groups, tracking: [], notifiesCustomer: false }, rules);
    if (one.isErr()) return one.map(() => []);
    made.push(one.value.fulfillment);
  }
  return ok(made);
}
