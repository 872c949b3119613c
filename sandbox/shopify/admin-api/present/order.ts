import { numericId } from '../../store/ids.ts';
import type { Order, OrderLine, ShippingLine } from '../../store/types.ts';
import type { Call, Presented } from '../call.ts';
import { connection, type PageArguments } from '../connection.ts';
import { presentFulfillmentOrder, visibleFulfillmentOrders } from './fulfillment-order.ts';
import { withMetafields } from './metafield.ts';
import { presentVariant } from './product.ts';
import { dateTime, dateTimeOrNull, mailingAddress, moneyBag } from './values.ts';

export function presentOrder(order: Order, call: Call): Presented {
  const money = (hundredths: number) => moneyBag(hundredths, order.currency);
  const subtotal = sum(order.lines.map(({ unitPrice, quantity }) => unitPrice * quantity));
  const shipping = sum(order.shippingLines.map(({ price }) => price));
  return {
    __typename: 'Order',
    id: order.id,
    legacyResourceId: numericId(order.id),
    name: order.name,
    createdAt: dateTime(order.createdAt),
    processedAt: dateTime(order.createdAt),
    updatedAt: dateTime(order.updatedAt),
    cancelledAt: dateTimeOrNull(order.cancelledAt),
    currencyCode: order.currency,
    presentmentCurrencyCode: order.currency,
    sourceName: order.sourceName,
    customerLocale: order.locale,
    email: order.email,
    customAttributes: [],
    requiresShipping: order.lines.some(({ requiresShipping }) => requiresShipping),
    subtotalPriceSet: money(subtotal),
    totalShippingPriceSet: money(shipping),
    totalPriceSet: money(subtotal + shipping),
    shippingAddress: order.shippingAddress && mailingAddress(order.shippingAddress),
    shippingLine: order.shippingLines[0] ? presentShippingLine(order.shippingLines[0], order) : null,
    shippingLines: ({
      includeRemovals: _noneIsRemoved,
      ...page
    }: PageArguments & { includeRemovals: boolean }) =>
      connection(order.shippingLines, page, (line) => presentShippingLine(line, order)),
    lineItems: (args: PageArguments) =>
      connection(order.lines, args, (line) => presentLineItem(line, order, call)),
    fulfillmentOrders: (args: PageArguments) =>
      connection(visibleFulfillmentOrders(order, call), args, (each) =>
        presentFulfillmentOrder(each, order, call),
      ),
    ...withMetafields(order.id, call),
  };
}

export function presentLineItem(line: OrderLine, order: Order, call: Call): Presented {
  const { id, sku, title, quantity, requiresShipping, isGiftCard, unitPrice } = line;
  const variant = call.store.variants.find((each) => each.id === line.variantId);
  return {
    __typename: 'LineItem',
    id,
    sku,
    title,
    name: variant ? `${title} - ${variant.title}` : title,
    variantTitle: variant?.title ?? null,
    quantity,
    currentQuantity: quantity,
    requiresShipping,
    isGiftCard,
    customAttributes: [],
    originalUnitPriceSet: moneyBag(unitPrice, order.currency),
    originalTotalSet: moneyBag(unitPrice * quantity, order.currency),
    variant: variant ? presentVariant(variant, call) : null,
  };
}

function presentShippingLine(line: ShippingLine, order: Order): Presented {
  const { id, title, code, source, carrierIdentifier, price } = line;
  return {
    id,
    title,
    code,
    source,
    carrierIdentifier,
    custom: false,
    isRemoved: false,
    deliveryCategory: null,
    phone: null,
    originalPriceSet: moneyBag(price, order.currency),
    discountedPriceSet: moneyBag(price, order.currency),
  };
}

function sum(amounts: number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
