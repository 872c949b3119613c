import { numericId } from '../../store/ids.ts';
import { sum } from '../../store/order-totals.ts';
import type { Refund } from '../../store/order-types.ts';
import type { Order } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { presentLocation } from './location.ts';
import { presentOrder } from './order.ts';
import { presentLineItem } from './order-lines.ts';
import { presentReturn } from './return.ts';
import { dateTime, moneyBag } from './values.ts';

export function presentRefund(refund: Refund, order: Order, call: Call): Presented {
  const { id, createdAt, note, lines, shipping, charges } = refund;
  const money = (hundredths: number) => moneyBag(hundredths, order.currency);
  const ofLines = lines.map(({ subtotal, tax }) => (order.taxesIncluded ? subtotal : subtotal + tax));
  return {
    __typename: 'Refund',
    id,
    legacyResourceId: numericId(id),
    createdAt: dateTime(createdAt),
    processedAt: dateTime(createdAt),
    updatedAt: dateTime(createdAt),
    note,
    return: () => {
      const of = order.returns.find((each) => each.id === refund.returnId);
      return of ? presentReturn(of, order, call) : null;
    },
    order: () => presentOrder(order, call),
    totalRefundedSet: money(shipping + charges + sum(ofLines)),
    refundLineItems: (page: PageArguments) =>
      connection(lines, page, (line) => {
        const orderLine = order.lines.find((each) => each.id === line.orderLineId);
        const location = call.store.locations.find((each) => each.id === line.locationId);
        return {
          id: line.id,
          quantity: line.quantity,
          restockType: line.restockType,
          restocked: line.restockType !== 'NO_RESTOCK',
          location: location ? presentLocation(location, call) : null,
          subtotalSet: money(line.subtotal),
          totalTaxSet: money(line.tax),
          lineItem: () => orderLine && presentLineItem(orderLine, order, call),
        };
      }),
  };
}
