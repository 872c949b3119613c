import type { Fulfillment } from '../../store/fulfillment-types.ts';
import { numericId } from '../../store/ids.ts';
import { discountedShare, sum } from '../../store/order-totals.ts';
import type { Order } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { presentFulfillmentOrder, visibleFulfillmentOrders } from './fulfillment-order.ts';
import { presentLocation } from './location.ts';
import { presentOrder } from './order.ts';
import { presentLineItem } from './order-lines.ts';
import { dateTime, moneyBag } from './values.ts';

export function presentFulfillment(fulfillment: Fulfillment, order: Order, call: Call): Presented {
  const { id, name, status, createdAt, updatedAt, locationId, tracking, lines } = fulfillment;
  const location = call.store.locations.find((each) => each.id === locationId);
  const isOfFulfillment = (fulfillmentOrder: { id: string }) =>
    lines.some(({ fulfillmentOrderId }) => fulfillmentOrderId === fulfillmentOrder.id);
  return {
    __typename: 'Fulfillment',
    id,
    legacyResourceId: numericId(id),
    name,
    status,
    displayStatus: status === 'CANCELLED' ? 'CANCELED' : 'FULFILLED',
    createdAt: dateTime(createdAt),
    updatedAt: dateTime(updatedAt),
    totalQuantity: sum(lines.map(({ quantity }) => quantity)),
    requiresShipping: order.lines.some(
      (line) => line.requiresShipping && lines.some(({ orderLineId }) => orderLineId === line.id),
    ),
    location: location ? presentLocation(location, call) : null,
    order: () => presentOrder(order, call),
    trackingInfo: ({ first }: { first?: number | null }) => tracking.slice(0, first ?? undefined),
    fulfillmentOrders: (page: PageArguments) =>
      connection(visibleFulfillmentOrders(order, call).filter(isOfFulfillment), page, (each) =>
        presentFulfillmentOrder(each, order, call),
      ),
    fulfillmentLineItems: (page: PageArguments) =>
      connection(byOrderLine(fulfillment), page, (line) => presentLine(line, order, call)),
  };
}

/** One entry for each order line, whatever fulfillment orders its pieces were of: inferred, from the one entry for a line that REST shows. */
function byOrderLine({ lines }: Fulfillment): { id: string; orderLineId: string; quantity: number }[] {
  return [...Map.groupBy(lines, ({ orderLineId }) => orderLineId)].map(([orderLineId, same]) => ({
    id: same[0]?.id ?? '',
    orderLineId,
    quantity: sum(same.map(({ quantity }) => quantity)),
  }));
}

function presentLine(
  { id, orderLineId, quantity }: { id: string; orderLineId: string; quantity: number },
  order: Order,
  call: Call,
): Presented {
  const line = order.lines.find((each) => each.id === orderLineId);
  if (!line) throw new Error(`Fulfillment line ${id} belongs to no line of ${order.id}.`);
  return {
    id,
    quantity,
    originalTotalSet: moneyBag(line.unitPrice * quantity, order.currency),
    discountedTotalSet: moneyBag(discountedShare(line, quantity), order.currency),
    lineItem: () => presentLineItem(line, order, call),
  };
}
