import { z } from 'zod';
import type { NewOrder } from './create-schema.ts';
import type { Order, OrderItem } from './types.ts';

/**
 * An order as it stands when it has been created: nothing claimed, one group for each order item, indexes counted over the whole order
 * (https://onestock.atlassian.net/wiki/spaces/DOCUMENTAT/pages/312410140/Order+structure+in+OneStock).
 * @param time Unix seconds
 */
export function createOrder(
  { id, date, order_items, ...rest }: NewOrder,
  { newId, time }: { newId: () => string; time: number },
): Order {
  const items = order_items.map(
    ({ id: givenId, item_id, quantity, pricing_details, information }): OrderItem => ({
      id: givenId ?? newId(),
      itemId: item_id,
      quantity,
      pricingDetails: pricing_details,
      information,
    }),
  );
  const pieces = items.flatMap((item) => {
    const groupId = newId();
    return Array.from({ length: item.quantity }, () => ({ item, groupId }));
  });
  const units = pieces.map(({ item, groupId }, index) => ({
    id: newId(),
    index,
    orderItemId: item.id,
    itemId: item.itemId,
    groupId,
    state: 'created' as const,
    lastUpdate: time,
  }));
  const etas = promisedEtas.parse(rest.delivery_promise);
  return {
    id,
    state: 'created',
    date: date ?? time,
    lastUpdate: time,
    items,
    units,
    parcels: [],
    etas,
    rest,
  };
}

/** Inferred: an order arrives as promised until something happens. */
const promisedEtas = z
  .object({ original_delivery_option: z.object({ eta_start: z.number(), eta_end: z.number() }) })
  .transform((promise) => promise.original_delivery_option)
  .optional()
  .catch(undefined);
