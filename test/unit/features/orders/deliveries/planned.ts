import type { DeliveryFacts } from '#app/features/orders/deliveries/plan-deliveries.ts';
import type { Choice, FulfillmentOrder, KnownDelivery } from '#app/features/orders/deliveries/types.ts';
import type { PlannableLine } from '#app/features/orders/deliveries/why-left-out.ts';

/** Places of the shop's own, one that its settings exclude, and one of another fulfillment service. */
export const PARIS = { id: 'paris', name: 'Paris', isOfService: false };
export const LYON = { id: 'lyon', name: 'Lyon', isOfService: false };
export const OTHER_WAREHOUSE = { id: 'other', name: 'Other warehouse', isOfService: false };
export const PRINTER = { id: 'printer', name: 'Printer', isOfService: true };

export const STANDARD: Choice = { methodType: 'SHIPPING', code: 'STANDARD', locationId: null };
export const EXPRESS: Choice = { methodType: 'SHIPPING', code: 'EXPRESS', locationId: null };
export const NO_METHOD: Choice = { methodType: 'NONE', code: null, locationId: null };
export const pickUpAt = (locationId: string): Choice => ({ methodType: 'PICK_UP', code: null, locationId });

export const RULES: DeliveryFacts['rules'] = {
  keepUnshippable: false,
  customLines: 'stop',
  excludedLocations: [OTHER_WAREHOUSE.id],
  itemIdSource: 'sku',
  without: [],
};

/** A line of the order whose SKU is its id in upper case. */
export function orderLine(id: string, change: Partial<PlannableLine> = {}): PlannableLine {
  return { id, title: id, sku: id.toUpperCase(), variantId: `1-${id}`, isGiftCard: false, ...change };
}

/** An open fulfillment order in Paris, shipped by the standard rate. */
export function fulfillmentOrder(
  id: string,
  lines: Record<string, number>,
  change: Partial<FulfillmentOrder> = {},
): FulfillmentOrder {
  return {
    ...{ id, choice: STANDARD, state: 'open', holds: [], opensAt: null, location: PARIS },
    lines: Object.entries(lines).map(([lineItemId, quantity]) => ({ lineItemId, quantity, isShipped: true })),
    ...change,
  };
}

/** What OneStock was asked for, by the standard rate. */
export function delivery(
  number: number,
  items: Record<string, number>,
  change: Partial<KnownDelivery> = {},
): KnownDelivery {
  return {
    ...{ number, oneStockOrderId: `1001-${number}`, choice: STANDARD, fulfillmentOrderIds: [] },
    items: Object.entries(items).map(([lineItemId, quantity]) => ({
      ...{ lineItemId, quantity, itemId: lineItemId.toUpperCase() },
    })),
    removed: [],
    feeIds: [],
    exportedAt: new Date('2026-11-21T12:00:00Z'),
    ...change,
  };
}
