import { sum } from '../../store/order-totals.ts';
import type { ExchangeLine, Return, ReturnLine } from '../../store/order-types.ts';
import type { Order } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { presentOrder } from './order.ts';
import { presentLineItem } from './order-lines.ts';
import { presentRefund } from './refund.ts';
import { dateTime, dateTimeOrNull } from './values.ts';

export function presentReturn(of: Return, order: Order, call: Call): Presented {
  const { id, name, status, createdAt, closedAt, lines, exchangeLines } = of;
  return {
    __typename: 'Return',
    id,
    name,
    status,
    createdAt: dateTime(createdAt),
    requestApprovedAt: dateTime(createdAt),
    closedAt: dateTimeOrNull(closedAt),
    decline: null,
    order: () => presentOrder(order, call),
    totalQuantity: sum(lines.map(({ quantity }) => quantity)),
    returnLineItems: (page: PageArguments) =>
      connection(lines, page, (line) => presentReturnLine(line, of, order, call)),
    exchangeLineItems: (page: PageArguments) =>
      connection(exchangeLines, page, (line) => presentExchangeLine(line, of, order, call)),
    returnShippingFees: [],
    refunds: (page: PageArguments) =>
      connection(
        order.refunds.filter(({ returnId }) => returnId === id),
        page,
        (refund) => presentRefund(refund, order, call),
      ),
  };
}

/** In the order of `OrderReturnStatus`, of which an order with several returns shows the one that is still to be done: inferred. */
export function returnStatus({ returns }: Order): string {
  const alive = returns.filter(({ status }) => status !== 'CANCELED');
  if (alive.length === 0) return 'NO_RETURN';
  return alive.some(({ status }) => status === 'OPEN') ? 'IN_PROGRESS' : 'RETURNED';
}

function presentReturnLine(line: ReturnLine, of: Return, order: Order, call: Call): Presented {
  const orderLine = order.lines.find(({ id }) => id === line.orderLineId);
  const pieces = order.fulfillments
    .flatMap(({ lines }) => lines)
    .find(({ id }) => id === line.fulfillmentLineId);
  return {
    __typename: 'ReturnLineItem',
    id: line.id,
    quantity: line.quantity,
    ...progress(line.quantity, of),
    returnReason: line.reason,
    returnReasonNote: line.note,
    customerNote: null,
    fulfillmentLineItem: () => ({
      id: line.fulfillmentLineId,
      quantity: pieces?.quantity ?? null,
      lineItem: orderLine && presentLineItem(orderLine, order, call),
    }),
  };
}

function presentExchangeLine(line: ExchangeLine, of: Return, order: Order, call: Call): Presented {
  const orderLine = order.lines.find(({ id }) => id === line.orderLineId);
  const present = () => (orderLine ? presentLineItem(orderLine, order, call) : null);
  return {
    __typename: 'ExchangeLineItem',
    id: line.id,
    quantity: line.quantity,
    ...progress(line.quantity, of),
    title: line.title,
    variantId: line.variantId,
    variantSku: line.sku,
    lineItem: present,
    lineItems: () => (orderLine ? [present()] : []),
  };
}

function progress(quantity: number, { isProcessed, status }: Return): Presented {
  const processed = isProcessed ? quantity : 0;
  const open = status === 'OPEN' ? quantity - processed : 0;
  return {
    processedQuantity: processed,
    unprocessedQuantity: quantity - processed,
    processableQuantity: open,
  };
}
