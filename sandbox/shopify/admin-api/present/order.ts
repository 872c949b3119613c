import { displayFulfillmentStatus } from '../../store/fulfillment/display-status.ts';
import { isOver } from '../../store/fulfillment/status.ts';
import { appId, numericId } from '../../store/ids.ts';
import type { Order } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { search } from '../search.ts';
import { presentCustomer } from './customer.ts';
import { presentFulfillment } from './fulfillment.ts';
import { presentFulfillmentOrder, visibleFulfillmentOrders } from './fulfillment-order.ts';
import { withMetafields } from './metafield.ts';
import { isFulfillable, presentDiscount, presentLineItem, presentShippingLine } from './order-lines.ts';
import { presentOrderMoney } from './order-money.ts';
import { presentRefund } from './refund.ts';
import { presentReturn, returnStatus } from './return.ts';
import { dateTime, dateTimeOrNull, mailingAddress } from './values.ts';

export function presentOrder(order: Order, call: Call): Presented {
  return {
    __typename: 'Order',
    id: order.id,
    legacyResourceId: numericId(order.id),
    name: order.name,
    number: Number(order.name.slice(1)),
    createdAt: dateTime(order.createdAt),
    processedAt: dateTime(order.createdAt),
    updatedAt: dateTime(order.updatedAt),
    cancelledAt: dateTimeOrNull(order.cancelledAt),
    cancelReason: order.cancelReason,
    closed: false,
    closedAt: null,
    edited: order.isEdited,
    test: order.isTest,
    sourceName: order.sourceName,
    app: order.appName === null ? null : { id: appId(order.appName), name: order.appName },
    customerLocale: order.locale,
    email: order.email,
    phone: order.phone,
    note: order.note,
    tags: order.tags,
    customAttributes: order.customAttributes,
    customer: () => order.customer && presentCustomer(order.customer, order),
    shippingAddress: order.shippingAddress && mailingAddress(order.shippingAddress),
    billingAddress: order.billingAddress && mailingAddress(order.billingAddress),
    returnStatus: returnStatus(order),
    requiresShipping: order.lines.some(({ requiresShipping }) => requiresShipping),
    displayFulfillmentStatus: displayFulfillmentStatus(order),
    fulfillable: order.fulfillmentOrders.some((each) => !isOver(each)),
    fulfillmentsCount: { count: order.fulfillments.length, precision: 'EXACT' },
    ...presentOrderMoney(order),
    ...listsOf(order, call),
    ...withMetafields(order.id, call),
  };
}

function listsOf(order: Order, call: Call): Presented {
  return {
    shippingLine: order.shippingLines[0] ? presentShippingLine(order.shippingLines[0], order) : null,
    shippingLines: ({
      includeRemovals: _noneIsRemoved,
      ...page
    }: PageArguments & { includeRemovals: boolean }) =>
      connection(order.shippingLines, page, (line) => presentShippingLine(line, order)),
    lineItems: (args: PageArguments) =>
      connection(order.lines, args, (line) => presentLineItem(line, order, call)),
    nonFulfillableLineItems: (args: PageArguments) =>
      connection(
        order.lines.filter((line) => !isFulfillable(line)),
        args,
        (line) => presentLineItem(line, order, call),
      ),
    discountApplications: (args: PageArguments) =>
      connection(
        order.discounts.map((discount, index) => ({ id: `${order.id}/${index}`, discount, index })),
        args,
        ({ discount, index }) => presentDiscount(discount, index, order),
      ),
    fulfillmentOrders: (args: PageArguments) =>
      connection(visibleFulfillmentOrders(order, call), args, (each) =>
        presentFulfillmentOrder(each, order, call),
      ),
    fulfillments({ first, query }: { first?: number | null; query?: string | null }) {
      const found = search(order.fulfillments, query, {
        created_at: ({ createdAt }) => createdAt,
        updated_at: ({ updatedAt }) => updatedAt,
      });
      return found.slice(0, first ?? undefined).map((each) => presentFulfillment(each, order, call));
    },
    returns({ query, ...page }: PageArguments & { query?: string | null }) {
      const found = search(order.returns, query, { status: ({ status }) => status });
      return connection(found, page, (each) => presentReturn(each, order, call));
    },
    refunds: ({ first }: { first?: number | null }) =>
      order.refunds.slice(0, first ?? undefined).map((refund) => presentRefund(refund, order, call)),
  };
}
