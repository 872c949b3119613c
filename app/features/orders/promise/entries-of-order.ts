import { err, ok, type Result } from 'neverthrow';
import type { OrderVisit, ReadOrder } from '../order-visit.ts';
import type { OrderError } from '../shape.ts';
import {
  type DeliveryEntry,
  deliveryEntries,
  plannedOutlines,
  sentOutlines,
  unsentOutlines,
} from './delivery-entries.ts';
import type { ResolvedGroup } from './types.ts';

/** The deliveries of the order, with the ids in OneStock of those that it is known to have. */
export async function entriesOfOrder(
  visit: OrderVisit,
  { order, shopOrder }: ReadOrder,
  groups: readonly ResolvedGroup[],
): Promise<Result<DeliveryEntry[], OrderError>> {
  const { plan, export: exported } = await visit.known();
  const deliveries = exported?.deliveries ?? [];
  if (!plan || !shopOrder) {
    const sent = sentOutlines(deliveries);
    return ok(deliveryEntries([...sent, ...unsentOutlines(order.fulfillmentOrders, sent)], groups));
  }
  const planned = await visit.deliveryPlan();
  if (planned.isErr()) return err(planned.error);
  if (!planned.value) return ok([]);
  const storeAt = (id: string) =>
    plan.mappings.locations.find(({ locationId }) => locationId === id)?.endpointId ?? null;
  return ok(deliveryEntries(plannedOutlines(deliveries, planned.value), groups, storeAt));
}
